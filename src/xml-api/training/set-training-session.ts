/** SetTrainingSession: changes what is given of a training. */

import { LabFull, LabNotFound } from '../../labs/lab.ts';
import { judgeOfOwnChange } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { AlternateHostNotFound, SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { bool, extension, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { train } from '../types/namespaces.ts';
import { trainingSessionInstanceType } from './training-type.ts';
import { wishOf } from './training-wish.ts';

export const setTrainingSession = operation({
  service: trainingService,
  name: 'SetTrainingSession',
  level: '5.5',
  summary:
    'Changes what is given of a training. Presenters or attendees who are named replace those who were invited; ' +
    'repeatSession moves or drops single sessions of a series.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [
    ...REFUSED_WISHES,
    AccessDenied,
    AlternateHostNotFound,
    SessionNotFound,
    SessionInProgress,
    LabNotFound,
    LabFull,
  ],
  request: extension(train, 'setTrainingSession', trainingSessionInstanceType, {
    validateFormat: optional(bool()),
  }),
  response: body(trainingService, 'setTrainingSessionResponse', {}),
  samples: { sessionKey: '630127745', 'schedule/startDate': undefined },
  async run({ app, site, account }, request) {
    await reschedule(app, site, {
      sessionKey: request.sessionKey,
      caller: account,
      judge: judgeOfOwnChange(site, account),
      service: SESSION_SERVICES.training,
      wish: wishOf(request),
    });
    return {};
  },
});
