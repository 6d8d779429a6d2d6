/** GethosturlMeeting: an address that signs the host in and starts the meeting. */
import { managed } from '../../policies/session.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { optional, required, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';

export const getHostUrlMeeting = operation({
  service: meetingService,
  name: 'GethosturlMeeting',
  level: '5.5',
  summary: 'Returns the address that signs the host in once and starts the meeting.',
  may: anyAccount,
  throttled: 'never',
  request: body(meetingService, 'gethosturlMeeting', {
    sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
  }),
  response: body(meetingService, 'gethosturlMeetingResponse', { hostMeetingURL: optional(text()) }),
  async run(call, { sessionKey }) {
    const { site, account } = call;
    const { accounts, sessions, tickets, links } = call.app;
    const session = await sessions.required(site, sessionKey);
    const relation = await managed(sessions, session, account);
    // Whoever may host comes as himself; an administrator or a scheduler opens the door for the host.
    const comes =
      relation.isHost || relation.isAlternateHost ? account : await accounts.findById(session.host);
    if (!comes) throw new SessionNotFound(sessionKey);
    const ticket = await tickets.loginTicketFor(comes);
    return { hostMeetingURL: links.host(site, comes, ticket, sessionKey) };
  },
});
