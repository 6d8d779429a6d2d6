/** DelScheduledTest: takes tests off a training session, with all that people have answered. */
import { TestNotFound, TestStarted } from '../../exams/test.ts';
import { judgeOfSessionTests } from '../../policies/exam.ts';
import { AccessDenied } from '../../refusal.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { long, many } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { TEST_SESSION_KEY } from './test-session.ts';

export const delScheduledTest = operation({
  service: trainingService,
  name: 'DelScheduledTest',
  level: '5.5',
  summary:
    'Takes tests off a training session with all that people have answered, unless they are taking them.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, SessionNotFound, TestNotFound, TestStarted],
  request: body(trainingService, 'delScheduledTest', {
    testID: many(long({ sample: '5' }), { min: 1, max: 50 }),
    sessionKey: TEST_SESSION_KEY,
  }),
  response: body(trainingService, 'delScheduledTestResponse', {}),
  async run({ site, account, app: { exams, sessions } }, { sessionKey, testID }) {
    await exams.scheduled.remove(site, sessionKey, testID, judgeOfSessionTests(sessions, account));
    return {};
  },
});
