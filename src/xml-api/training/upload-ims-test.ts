/** UploadIMStest: puts a test into the caller's own library. */
import { TooManyTests } from '../../exams/test.ts';
import { checkKeepsTests } from '../../policies/exam.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, long, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { readTest } from './qti/read-test.ts';
import { displayAsked, displayType, questestinterop, sourceOf } from './test-type.ts';

export const uploadIMSTest = operation({
  service: trainingService,
  name: 'UploadIMStest',
  level: '5.5',
  summary: "Puts a test, given as QTI 1.2, into the caller's own library.",
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, RuleBroken, InvalidElement, TooManyTests],
  request: body(trainingService, 'uploadIMStest', {
    display: displayType,
    assignGrades: optional(bool()),
    questestinterop,
  }),
  response: body(trainingService, 'uploadIMStestResponse', { testID: optional(long()) }),
  samples: { 'display/allOnePage': 'true' },
  async run({ site, account, app: { exams } }, { display, assignGrades = false, questestinterop }) {
    checkKeepsTests(account);
    const content = { ...readTest(questestinterop), display: displayAsked(display), assignGrades };
    return { testID: await exams.library.upload(site, account, content, sourceOf(questestinterop)) };
  },
});
