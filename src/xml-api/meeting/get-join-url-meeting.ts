/** GetjoinurlMeeting: the addresses that attendees join, are invited and register by. */

import { checkKnowsOf, needsNoPassword } from '../../policies/session.ts';
import { registerTokenOf } from '../../sessions/numbers.ts';
import { relationOf } from '../../sessions/relation.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { linkForAttendees, linkForStrangers } from '../../sessions/session-links.ts';
import { optional, required, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';

export const getJoinUrlMeeting = operation({
  service: meetingService,
  name: 'GetjoinurlMeeting',
  level: '5.5',
  summary: 'Returns the addresses by which an attendee joins a meeting and registers for it.',
  may: anyAccount,
  throttled: 'never',
  refuses: [SessionNotFound],
  request: body(meetingService, 'getjoinurlMeeting', {
    sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
    attendeeName: optional(text()),
    attendeeEmail: optional(text()),
    meetingPW: optional(text({ secret: true })),
    RegID: optional(text()),
  }),
  response: body(meetingService, 'getjoinurlMeetingResponse', {
    joinMeetingURL: optional(text()),
    inviteMeetingURL: optional(text()),
    registerMeetingURL: optional(text()),
  }),
  async run(
    { site, account, app: { sessions, links } },
    { sessionKey, attendeeName, attendeeEmail, meetingPW, RegID },
  ) {
    const session = await sessions.required(site, sessionKey);
    const relation = await relationOf(sessions, session, account);
    checkKnowsOf(session, relation);
    const knowsIt = needsNoPassword(relation);
    // Where no password may stand in an address, the page asks for it.
    const PW = site.settings.urlAPI.enforcePost ? undefined : meetingPW;
    return {
      joinMeetingURL: links.join(site, sessionKey, { attendeeName, attendeeEmail, meetingPW: PW, RegID }),
      inviteMeetingURL: links.session(site, knowsIt ? linkForAttendees(session) : linkForStrangers(session)),
      registerMeetingURL: session.registration
        ? links.register(site, registerTokenOf(session.attendeeToken))
        : undefined,
    };
  },
});
