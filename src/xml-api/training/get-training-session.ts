/** GetTrainingSession: one training, whole. */
import { testStatus } from '../../exams/scheduled-test.ts';
import { owned } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { isTraining } from '../../sessions/training.ts';
import { extension, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { train } from '../types/namespaces.ts';
import { HOST_TYPE } from '../types/session/host-type.ts';
import { timeIn } from './test-session.ts';
import { scheduledTestType } from './test-type.ts';
import { oneTraining, trainingSessionInstanceType } from './training-type.ts';
import { trainingValue } from './training-value.ts';

export const getTrainingSession = operation({
  service: trainingService,
  name: 'GetTrainingSession',
  level: '5.5',
  summary: 'Returns a training to its host, its alternate hosts and whoever scheduled it.',
  may: anyAccount,
  throttled: 'never',
  refuses: [SessionNotFound, AccessDenied],
  request: body(trainingService, 'getTrainingSession', oneTraining),
  response: extension(train, 'getTrainingSessionResponse', trainingSessionInstanceType, {
    test: many(scheduledTestType),
    hostKey: optional(text()),
    eventID: optional(long()),
    guestToken: optional(text()),
    hostType: optional(text()),
  }),
  samples: { sessionKey: '630127745' },
  async run({ site, account, app: { accounts, sessions, exams, clock } }, { sessionKey }) {
    const session = await sessions.withDocument(await sessions.required(site, sessionKey));
    if (!isTraining(session)) throw new SessionNotFound(sessionKey);
    await owned(sessions, session, account);
    const host = session.host === account.id ? account : await accounts.findById(session.host);
    const { hostKey, guestToken } = session.document;
    const tests = await exams.scheduled.of(session);
    return {
      ...trainingValue({
        site,
        session,
        hostWebExID: host?.webExId ?? '',
        attendees: await sessions.attendeesOf(session),
      }),
      test: tests.map((test) => ({
        testID: test.testID,
        title: test.title,
        delivery: test.delivery,
        status: testStatus(test, session, clock.now()),
        dueDate: test.dueAt === undefined ? undefined : timeIn(session, test.dueAt),
      })),
      ...{ hostKey, eventID: session.eventID, guestToken, hostType: HOST_TYPE },
    };
  },
});
