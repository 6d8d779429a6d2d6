/** CreateEvent: schedules an event. */

import { TemplateNotFound } from '../../accounts/session-templates.ts';
import { hostFor } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { ProgramNotFound } from '../../sessions/programs/program.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { schedule } from '../../sessions/schedule.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { event } from '../types/namespaces.ts';
import { enrollmentFormCreateType, enrollmentType } from './enrollment-type.ts';
import { eventType } from './event-type.ts';
import { wishOf } from './event-wish.ts';
import { checkProgramAsked } from './program-asked.ts';

export const createEvent = operation({
  service: eventService,
  name: 'CreateEvent',
  level: '5.5',
  summary: 'Schedules an event, for the caller or for a host who lets them.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, AccessDenied, InvalidElement, TemplateNotFound, ProgramNotFound],
  request: extension(event, 'createEvent', eventType, {
    enrollment: optional(enrollmentType),
    enrollmentForm: optional(enrollmentFormCreateType),
    validateFormat: optional(bool()),
  }),
  response: body(eventService, 'createEventResponse', {
    sessionKey: optional(long()),
    guestToken: optional(text()),
  }),
  async run(call, request) {
    const { app, site, account } = call;
    const { metaData, schedule: scheduled } = request;
    if (metaData?.sessionName === undefined) {
      throw new InvalidElement('metaData/sessionName', 'missing', 'is required');
    }
    if (scheduled?.startDate === undefined) {
      throw new InvalidElement('schedule/startDate', 'missing', 'is required');
    }
    const wish = wishOf(request);
    await checkProgramAsked(call, request);
    const host = await hostFor(app.accounts, site, account, wish.host);
    const service = SESSION_SERVICES.event;
    const session = await schedule(app, site, { host, creator: account, service, wish });
    return { sessionKey: session.sessionKey, guestToken: session.document.guestToken };
  },
});
