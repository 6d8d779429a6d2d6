/** SetEvent: changes what is given of an event. */

import { judgeOfOwnChange } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { ProgramNotFound } from '../../sessions/programs/program.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { bool, extension, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { event } from '../types/namespaces.ts';
import { enrollmentFormSetType, enrollmentType } from './enrollment-type.ts';
import { eventInstanceType } from './event-type.ts';
import { wishOf } from './event-wish.ts';
import { checkProgramAsked } from './program-asked.ts';

export const setEvent = operation({
  service: eventService,
  name: 'SetEvent',
  level: '5.5',
  summary:
    'Changes what is given of an event. Attendees and panelists who are named replace those who were; whoever has ' +
    'enrolled stays.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, AccessDenied, SessionNotFound, SessionInProgress, ProgramNotFound],
  request: extension(event, 'setEvent', eventInstanceType, {
    enrollment: optional(enrollmentType),
    enrollmentForm: optional(enrollmentFormSetType),
    validateFormat: optional(bool()),
  }),
  response: body(eventService, 'setEventResponse', {}),
  samples: { sessionKey: '690045127' },
  async run(call, request) {
    const { app, site, account } = call;
    await checkProgramAsked(call, request);
    await reschedule(app, site, {
      sessionKey: request.sessionKey,
      caller: account,
      judge: judgeOfOwnChange(site, account),
      service: SESSION_SERVICES.event,
      wish: wishOf(request),
    });
    return {};
  },
});
