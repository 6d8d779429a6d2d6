/** SendInvitationEmail: invites the people of an event by mail. */
import { judgeOfOwner } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { bool, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { oneEvent } from './event-type.ts';

export const sendInvitationEmail = operation({
  service: eventService,
  name: 'SendInvitationEmail',
  level: '5.5',
  summary:
    'Invites the attendees of an event by mail, or its panelists, and answers with the addresses that are written to.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, SessionNotFound],
  request: body(eventService, 'sendInvitationEmail', {
    ...oneEvent,
    attendees: optional(bool()),
    panelists: optional(bool()),
  }),
  response: body(eventService, 'sendInvitationEmailResponse', { deliveredEmail: many(text()) }),
  samples: { sessionKey: '690045127' },
  async run({ site, account, app: { sessions } }, { sessionKey, attendees = true, panelists = false }) {
    const judge = judgeOfOwner(sessions, account);
    const written = await sessions.inviteByMail(
      site,
      sessionKey,
      { attendees, panelists },
      async (one, tx) => {
        if (!SESSION_SERVICES.event.has(site, one)) throw new SessionNotFound(sessionKey);
        await judge(one, tx);
      },
    );
    return { deliveredEmail: written.map(({ email }) => email) };
  },
});
