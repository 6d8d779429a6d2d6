/** CopyLibTests: copies tests into the caller's own library, or into the site's. */
import { TestNotFound, TooManyTests } from '../../exams/test.ts';
import { checkKeepsTests, judgeOfReading } from '../../policies/exam.ts';
import { AccessDenied } from '../../refusal.ts';
import { long, many } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { shareType } from './test-type.ts';

export const copyLibTests = operation({
  service: trainingService,
  name: 'CopyLibTests',
  level: '5.5',
  summary: "Copies tests into the caller's own library or into the site's, under new numbers.",
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, TestNotFound, TooManyTests],
  request: body(trainingService, 'copyLibTests', {
    testID: many(long({ sample: '1' }), { min: 1, max: 100 }),
    copyToType: shareType,
  }),
  response: body(trainingService, 'copyLibTestsResponse', { testID: many(long()) }),
  samples: { copyToType: 'SHARE' },
  async run({ site, account, app: { exams } }, { testID, copyToType }) {
    checkKeepsTests(account);
    return { testID: await exams.library.copy(site, account, testID, copyToType, judgeOfReading(account)) };
  },
});
