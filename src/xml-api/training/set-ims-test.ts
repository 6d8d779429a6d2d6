/** SetIMStest: other questions for a test of a library, or another way to show it. */
import { TestNotFound } from '../../exams/test.ts';
import { judgeOfTestChange } from '../../policies/exam.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, long, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { readTest } from './qti/read-test.ts';
import { displayAsked, displayType, questestinterop, sourceOf } from './test-type.ts';

export const setIMSTest = operation({
  service: trainingService,
  name: 'SetIMStest',
  level: '9.0.0',
  summary: 'Changes a test of a library. Sessions that it was added to keep it as it was.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, RuleBroken, InvalidElement, TestNotFound],
  request: body(trainingService, 'setIMStest', {
    testID: long({ sample: '3' }),
    display: optional(displayType),
    assignGrades: optional(bool()),
    questestinterop: optional(questestinterop),
  }),
  response: body(trainingService, 'setIMStestResponse', {}),
  samples: { assignGrades: 'true' },
  async run({ site, account, app: { exams } }, { testID, display, assignGrades, questestinterop }) {
    const change = {
      ...(questestinterop && { ...readTest(questestinterop), source: sourceOf(questestinterop) }),
      ...(display && { display: displayAsked(display) }),
      ...(assignGrades !== undefined && { assignGrades }),
    };
    await exams.library.change(site, testID, change, judgeOfTestChange(account));
    return {};
  },
});
