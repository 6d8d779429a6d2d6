/** GET /meetings/{meetingId}: one meeting, an occurrence of it, or one time that it ran. */
import { occurrencesAfter } from '../../sessions/occurrence-list.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import { bool, optional, text } from '../../xml/schema.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { type FoundMeeting, findMeeting, noSuchMeeting } from './find-meeting.ts';
import { meetingType } from './meeting-shape.ts';
import { presentInstance } from './present-instance.ts';
import { type MeetingValue, nextIndexOf, presentMeeting, presentOccurrence } from './present-meeting.ts';
import { runsOfOccurrence } from './runs-of-occurrence.ts';

export const getMeeting = endpoint({
  method: 'GET',
  path: 'meetings/:meetingId',
  tag: 'Meetings',
  summary: 'Returns a meeting to those who manage it, who are invited, and to administrators.',
  description:
    'The id is that of a series (or of a meeting that does not recur), of an occurrence, or of an instance. Whoever is ' +
    'none of these sees the meeting with its password in the header `password`.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: { current: optional(bool()), hostEmail: optional(text({ format: 'email' })) },
  headers: { password: optional(text({ secret: true })) },
  answer: meetingType,
  refuses: [TooManyGuesses],
  async run(call, { params, query, headers }) {
    const { hostEmail, current = false } = query;
    const found = await findMeeting(call, params.meetingId, headers.password);
    if (hostEmail !== undefined && (await call.host(hostEmail)).id !== found.session.host)
      throw noSuchMeeting();
    return present(call, found, current);
  },
});

async function present(
  call: RestCall,
  meeting: FoundMeeting & { readonly opened: boolean },
  current: boolean,
): Promise<MeetingValue> {
  const { id, session } = meeting;
  if (id.of === 'series') return presentMeeting(call, { ...meeting, current });
  if (id.of === 'instance') return presentInstance(call, meeting, id.startedAt);
  const occurrence = occurrencesAfter(session, id.startAt, Number.POSITIVE_INFINITY).find(
    ({ from }) => Math.floor(from / 1000) * 1000 === id.startAt,
  );
  if (!occurrence || occurrence.at === undefined) throw noSuchMeeting();
  const usages = await runsOfOccurrence(call, session, occurrence);
  const nextIndex = nextIndexOf(session, undefined, call.app.clock.now());
  return presentOccurrence(call, { ...meeting, usages, nextIndex }, occurrence);
}
