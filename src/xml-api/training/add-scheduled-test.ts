/** AddScheduledTest: adds tests of a library to a training session. */
import { TestNotFound, TooManyTests } from '../../exams/test.ts';
import { judgeOfReading, judgeOfSessionTests } from '../../policies/exam.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { long, many } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { TEST_SESSION_KEY } from './test-session.ts';

export const addScheduledTest = operation({
  service: trainingService,
  name: 'AddScheduledTest',
  level: '5.5',
  summary: 'Adds tests of a library to a training session; the answer has the numbers that they have there.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, SessionNotFound, TestNotFound, RuleBroken, TooManyTests],
  request: body(trainingService, 'addScheduledTest', {
    sessionKey: TEST_SESSION_KEY,
    testID: many(long({ sample: '2' }), { min: 1, max: 50 }),
  }),
  response: body(trainingService, 'addScheduledTestResponse', { testID: many(long()) }),
  async run({ site, account, app: { exams, sessions } }, { sessionKey, testID }) {
    const judge = { session: judgeOfSessionTests(sessions, account), test: judgeOfReading(account) };
    return { testID: await exams.scheduled.add(site, sessionKey, testID, judge) };
  },
});
