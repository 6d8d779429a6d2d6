/** GetIMStestDetails: the questions of a test, with what is right. */
import { TestNotFound } from '../../exams/test.ts';
import { judgeOfReading, judgeOfSessionTests } from '../../policies/exam.ts';
import { AccessDenied } from '../../refusal.ts';
import { integer } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import type { AccountCall } from '../operation.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { questestinterop } from './test-type.ts';

export const getIMSTestDetails = operation({
  service: trainingService,
  name: 'GetIMStestDetails',
  level: '5.5',
  summary:
    'Returns the questions of a test with what is right: of a library, or of a training session of the caller.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, TestNotFound],
  request: body(trainingService, 'getIMStestDetails', { testID: integer({ sample: '4' }) }),
  response: body(trainingService, 'getIMStestDetailsResponse', { questestinterop }),
  async run(call, { testID }) {
    await checkReads(call, testID);
    return { questestinterop: await call.app.exams.library.sourceOf(call.site, testID) };
  },
});

async function checkReads(
  { site, account, app: { exams, sessions } }: AccountCall,
  testID: number,
): Promise<void> {
  try {
    await exams.library.required(site, testID, judgeOfReading(account));
  } catch (error) {
    if (!(error instanceof TestNotFound)) throw error;
    const { session } = await exams.scheduled.required(site, testID);
    await judgeOfSessionTests(sessions, account)(session);
  }
}
