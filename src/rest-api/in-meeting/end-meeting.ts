/** POST /meetings/{meetingId}/end: ends a meeting that runs, for everybody. */
import { complex, optional, text } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { runningMeeting } from './running-meeting.ts';

export const endMeeting = endpoint({
  method: 'POST',
  path: 'meetings/:meetingId/end',
  tag: 'Meetings',
  summary: 'Ends a meeting that is in progress, for everybody who is in it.',
  description: 'For those who host the meeting, and for co-hosts who are in it.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  query: { hostEmail: HOST_EMAIL },
  body: complex(rest, 'EndMeeting', {
    /** Why; nobody in the room is told. */
    reason: optional(text({ max: 128 })),
    hostEmail: HOST_EMAIL,
  }),
  throttled: 'meetingWrites',
  sample: { body: { reason: 'The fire drill begins.' } },
  async run(call, { params, query, body }) {
    const hostEmail = body?.hostEmail ?? query.hostEmail;
    const { session, by } = await runningMeeting(call, params.meetingId, hostEmail);
    await call.app.live.end(call.site, session.sessionKey, by);
  },
});
