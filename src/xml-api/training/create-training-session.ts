/** CreateTrainingSession: schedules a training. */
import { TemplateNotFound } from '../../accounts/session-templates.ts';
import { LabFull, LabNotFound } from '../../labs/lab.ts';
import { hostFor } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { schedule } from '../../sessions/schedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, group, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { train } from '../types/namespaces.ts';
import { checkSaysWhatAndWhen } from '../types/session/required-schedule.ts';
import { trainingSessionType } from './training-type.ts';
import { wishOf } from './training-wish.ts';

export const createTrainingSession = operation({
  service: trainingService,
  name: 'CreateTrainingSession',
  level: '5.5',
  summary:
    'Schedules a training, for the caller or for a host who lets them: one session, a class that recurs, or a ' +
    'course of several sessions.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [
    ...REFUSED_WISHES,
    AccessDenied,
    InvalidElement,
    TemplateNotFound,
    AlternateHostNotFound,
    LabNotFound,
    LabFull,
  ],
  request: extension(train, 'createTrainingSession', trainingSessionType, {
    validateFormat: optional(bool()),
  }),
  response: body(trainingService, 'createTrainingSessionResponse', {
    sessionkey: many(long()),
    additionalInfo: optional(group({ sessionkey: optional(long()), guestToken: optional(text()) })),
  }),
  async run({ app, site, account }, request) {
    checkSaysWhatAndWhen(request);
    const wish = wishOf(request);
    const host = await hostFor(app.accounts, site, account, wish.host);
    const service = SESSION_SERVICES.training;
    const { sessionKey, document } = await schedule(app, site, { host, creator: account, service, wish });
    return {
      sessionkey: [sessionKey],
      additionalInfo: { sessionkey: sessionKey, guestToken: document.guestToken },
    };
  },
});
