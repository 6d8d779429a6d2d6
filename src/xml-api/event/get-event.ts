/** GetEvent: one event, whole, for whom it belongs to. */
import { checkOwns } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { isEvent } from '../../sessions/event.ts';
import { relationOf } from '../../sessions/relation.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionNotFound, statusOf } from '../../sessions/session.ts';
import { extension, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { event } from '../types/namespaces.ts';
import { HOST_TYPE } from '../types/session/host-type.ts';
import { enrollmentFormGetType, enrollmentInstanceType } from './enrollment-type.ts';
import { enrollmentValue, formValue } from './enrollment-value.ts';
import { eventInstanceType, oneEvent } from './event-type.ts';
import { eventValue } from './event-value.ts';

export const getEvent = operation({
  service: eventService,
  name: 'GetEvent',
  level: '5.5',
  summary:
    'Returns an event to its host, alternate hosts and whoever scheduled it; to administrators their own only.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, SessionNotFound],
  request: body(eventService, 'getEvent', oneEvent),
  response: extension(event, 'getEventResponse', eventInstanceType, {
    status: optional(text()),
    enrollment: optional(enrollmentInstanceType),
    enrollmentForm: optional(enrollmentFormGetType),
    hostKey: optional(text()),
    eventID: optional(long()),
    guestToken: optional(text()),
    hostType: optional(text()),
  }),
  samples: { sessionKey: '690045127' },
  async run({ site, account, app: { accounts, sessions } }, { sessionKey }) {
    const found = await sessions.required(site, sessionKey);
    if (!SESSION_SERVICES.event.has(site, found)) throw new SessionNotFound(sessionKey);
    checkOwns(found, await relationOf(sessions, found, account));
    const session = await sessions.withDocument(found);
    if (!isEvent(session)) throw new SessionNotFound(sessionKey);
    const host = found.host === account.id ? account : await accounts.findById(found.host);
    const attendees = await sessions.attendeesOf(session);
    return {
      ...eventValue({ site, session, hostWebExID: host?.webExId ?? '', attendees }),
      status: statusOf(session),
      enrollment: enrollmentValue(session.document),
      enrollmentForm: formValue(site, session.document),
      hostKey: session.document.hostKey,
      eventID: session.eventID,
      guestToken: session.document.guestToken,
      hostType: HOST_TYPE,
    };
  },
});
