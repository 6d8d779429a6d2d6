/** DelLibTests: takes tests out of a library. */
import { TestNotFound } from '../../exams/test.ts';
import { judgeOfTestChange } from '../../policies/exam.ts';
import { AccessDenied } from '../../refusal.ts';
import { long, many } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';

export const delLibTests = operation({
  service: trainingService,
  name: 'DelLibTests',
  level: '5.5',
  summary: 'Takes tests out of a library. Sessions that they were added to keep them.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, TestNotFound],
  request: body(trainingService, 'delLibTests', {
    testID: many(long({ sample: '2' }), { min: 1, max: 100 }),
  }),
  response: body(trainingService, 'delLibTestsResponse', {}),
  async run({ site, account, app: { exams } }, { testID }) {
    await exams.library.remove(site, testID, judgeOfTestChange(account));
    return {};
  },
});
