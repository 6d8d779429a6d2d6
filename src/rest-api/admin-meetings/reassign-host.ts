/** POST /meetings/reassignHost: gives meetings to another host. */
import { judgeOfChange } from '../../policies/session.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { HostNotFound } from '../../sessions/session.ts';
import { complex, group, integer, many, optional, text } from '../../xml/schema.ts';
import { checkWhole, managedMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { problemOf } from '../rest-problems.ts';
import { RestFailure } from '../rest-refusals.ts';
import { RestReply } from '../rest-reply.ts';
import { isSiteUrl } from '../site-url.ts';

const MOST = 100;

const reassigned = complex(rest, 'ReassignedMeeting', {
  meetingId: text(),
  httpStatus: integer(),
  message: optional(text()),
  errors: many(complex(rest, 'ReassignedMeetingError', { description: text() })),
});

export const reassignHost = endpoint({
  method: 'POST',
  path: 'meetings/reassignHost',
  tag: 'Meetings',
  summary: `Gives up to ${MOST} meetings to another host.`,
  description:
    'Each meeting is given by itself: the answer is 207 where some were, and says what became of each.',
  scopes: { admin: 'meeting:admin_schedule_write' },
  headers: { siteurl: optional(text({ max: 256 })) },
  body: complex(rest, 'ReassignMeetingHost', {
    hostEmail: text({ format: 'email', max: 256 }),
    meetingIds: many(text({ max: 100 }), { min: 1, max: MOST }),
  }),
  answer: group({ items: many(reassigned) }),
  statuses: {
    204: 'All meetings have the new host.',
    207: 'What became of each meeting, where not all were given to the new host.',
  },
  refuses: [HostNotFound],
  throttled: 'meetingWrites',
  sample: { body: { hostEmail: 'hostid@acme.com', meetingIds: ['870f51ff287b41be8648412901e0402f'] } },
  async run(call, { headers, body }) {
    const { siteurl } = headers;
    if (siteurl !== undefined && !isSiteUrl(call.site, siteurl)) {
      throw new RestFailure(404, 'Cannot find the data', ["'siteUrl' is not the site of the token."]);
    }
    const host = await call.host(body.hostEmail);
    const items = [];
    for (const meetingId of new Set(body.meetingIds)) items.push(await given(call, meetingId, host.webExId));
    if (items.every(({ httpStatus }) => httpStatus === 204)) return new RestReply({ status: 204 });
    return new RestReply({ status: 207, body: { items } });
  },
});

async function given(call: RestCall, meetingId: string, host: string) {
  try {
    const meeting = await managedMeeting(call, meetingId);
    checkWhole(meeting);
    await reschedule(call.app, call.site, {
      sessionKey: meeting.session.sessionKey,
      caller: meeting.caller,
      judge: judgeOfChange(call.site, meeting.caller),
      wish: { host },
    });
    return { meetingId, httpStatus: 204, message: undefined, errors: [] };
  } catch (error) {
    const { status, message, descriptions, isFault } = problemOf(error, call.app.clock.now());
    if (isFault) throw error;
    return {
      meetingId,
      httpStatus: status,
      message,
      errors: descriptions.map((description) => ({ description })),
    };
  }
}
