/** DELETE /meetings/{meetingId}: takes a series off, or one occurrence of it. */
import { judgeOfChange } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { relationOf } from '../../sessions/relation.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { bool, optional, text } from '../../xml/schema.ts';
import { endpoint } from '../rest-endpoint.ts';
import { RestFailure } from '../rest-refusals.ts';
import { occurrenceOf } from './change-by-rest.ts';
import { checkManagesMeeting, findMeeting, noSuchMeeting } from './find-meeting.ts';

export const deleteByRest = endpoint({
  method: 'DELETE',
  path: 'meetings/:meetingId',
  tag: 'Meetings',
  summary: 'Cancels a meeting: a series whole, or one occurrence of it.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  query: { hostEmail: optional(text({ format: 'email' })), sendEmail: optional(bool()) },
  throttled: 'meetingWrites',
  refuses: [AccessDenied, SessionNotFound, SessionInProgress],
  async run(call, { params: { meetingId }, query: { hostEmail, sendEmail } }) {
    const { app, site, account } = call;
    const { id, session } = await findMeeting(call, meetingId);
    const { sessionKey } = session;
    if (id.of === 'instance') {
      throw new RestFailure(400, `Meeting ID '${meetingId}' is not allowed for this API.`);
    }
    if (hostEmail !== undefined && (await call.host(hostEmail)).id !== session.host) throw noSuchMeeting();
    if (id.of === 'occurrence' && session.recurring) {
      const { index } = occurrenceOf(session, id.startAt);
      await reschedule(app, site, {
        sessionKey,
        caller: account,
        judge: {
          ...judgeOfChange(site, account),
          changes: (current, relation) => checkManagesMeeting(call, current, relation),
        },
        wish: { timing: { changes: [{ index, start: undefined }] } },
      });
      return;
    }
    if (id.of === 'occurrence') occurrenceOf(session, id.startAt);
    await app.sessions.remove(
      site,
      sessionKey,
      async (current, tx) => {
        checkManagesMeeting(call, current, await relationOf(app.sessions, current, account, tx));
        if (current.inProgress) throw new SessionInProgress(sessionKey);
      },
      sendEmail,
    );
  },
});
