/** GetMeeting: one meeting, whole. */
import { seen } from '../../policies/session.ts';
import { isMeeting } from '../../sessions/meeting.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { linkForAttendees } from '../../sessions/session-links.ts';
import { extension, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { meet } from '../types/namespaces.ts';
import { HOST_TYPE } from '../types/session/host-type.ts';
import { meetingInstanceType, oneMeeting } from './meeting-type.ts';
import { meetingValue } from './meeting-value.ts';

export const getMeeting = operation({
  service: meetingService,
  name: 'GetMeeting',
  level: '5.5',
  summary: 'Returns a meeting to its host, alternate hosts and administrators.',
  may: anyAccount,
  throttled: 'never',
  refuses: [SessionNotFound],
  request: body(meetingService, 'getMeeting', oneMeeting),
  response: extension(meet, 'getMeetingResponse', meetingInstanceType, {
    hostKey: optional(text()),
    eventID: optional(long()),
    guestToken: optional(text()),
    hostType: optional(text()),
    // A client reads it here (sampleflow).
    meetingLink: optional(text()),
  }),
  async run({ site, account, app: { accounts, sessions, links } }, { meetingKey }) {
    const found = await sessions.required(site, meetingKey);
    const session = await sessions.withDocument(found);
    if (!isMeeting(session)) throw new SessionNotFound(meetingKey);
    await seen(sessions, session, account);
    const host = found.host === account.id ? account : await accounts.findById(found.host);
    return {
      ...meetingValue({
        site,
        session,
        hostWebExID: host?.webExId ?? '',
        attendees: await sessions.attendeesOf(session),
      }),
      hostKey: session.document.hostKey,
      eventID: session.eventID,
      guestToken: session.document.guestToken,
      hostType: HOST_TYPE,
      meetingLink: links.session(site, linkForAttendees(session)),
    };
  },
});
