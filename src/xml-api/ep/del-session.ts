/** DelSession: takes a session of any service off. */
import { judgeOfDeletion } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { bool, optional, required } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { cancelledCalendarURL, iCalendarURLType } from '../types/session/calendar-links.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';

export const delSession = operation({
  service: epService,
  name: 'DelSession',
  level: '5.5',
  summary: 'Deletes a session of any service; one that is in progress stays.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, SessionNotFound, SessionInProgress],
  request: body(epService, 'delSession', {
    sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
    sendEmail: optional(bool()),
  }),
  response: body(epService, 'delSessionResponse', { iCalendarURL: optional(iCalendarURLType) }),
  samples: { sessionKey: '538810294' },
  async run(call, { sessionKey, sendEmail }) {
    const { site, account } = call;
    const { sessions } = call.app;
    const removed = await sessions.remove(site, sessionKey, judgeOfDeletion(sessions, account), sendEmail);
    return { iCalendarURL: await cancelledCalendarURL(call.app, site, removed) };
  },
});
