/** GethosturlMeeting: an address that signs a caller who may host in, and starts the meeting. */
import { comesAs, mayBegin } from '../../policies/host.ts';
import { managed } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { SchedulingNotPermitted, SessionNotFound } from '../../sessions/session.ts';
import { optional, required, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';

export const getHostUrlMeeting = operation({
  service: meetingService,
  name: 'GethosturlMeeting',
  level: '5.5',
  summary:
    'Returns the address that signs the caller in once and starts the meeting; a site administrator comes as its host.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, SessionNotFound, SchedulingNotPermitted],
  request: body(meetingService, 'gethosturlMeeting', {
    sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
  }),
  response: body(meetingService, 'gethosturlMeetingResponse', { hostMeetingURL: optional(text()) }),
  async run(call, { sessionKey }) {
    const { site, account } = call;
    const { accounts, sessions, tickets, links } = call.app;
    const session = await sessions.required(site, sessionKey);
    const relation = await managed(sessions, session, account);
    const owner = await accounts.findById(session.host);
    if (!owner) throw new SessionNotFound(sessionKey);
    if (!mayBegin(site, relation, account, await accounts.withProfile(owner))) {
      throw new SchedulingNotPermitted(owner.webExId);
    }
    const comes = comesAs(relation, account, owner);
    const ticket = await tickets.loginTicketFor(comes);
    return { hostMeetingURL: links.host(site, comes, ticket, sessionKey) };
  },
});
