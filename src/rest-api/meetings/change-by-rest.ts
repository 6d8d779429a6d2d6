/** PATCH and PUT /meetings/{meetingId}: changes a series, a meeting that does not recur, or one occurrence. */
import { judgeOfChange } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { type Occurrence, occurrencesAfter } from '../../sessions/occurrence-list.ts';
import { localTimeAt } from '../../sessions/recurrence.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { relationOf } from '../../sessions/relation.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { zoneOfSession } from '../../sessions/series.ts';
import {
  AlternateHostNotFound,
  SessionInProgress,
  SessionNotFound,
  type SessionWithDocument,
} from '../../sessions/session.ts';
import type { SessionWish } from '../../sessions/wish.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { RestFailure } from '../rest-refusals.ts';
import { zoneNamed } from '../zone-header.ts';
import { checkAsSeries } from './as-series.ts';
import {
  asTokenAllows,
  checkManagesMeeting,
  type FoundMeeting,
  findMeeting,
  noSuchMeeting,
} from './find-meeting.ts';
import { patchMeetingBody, putMeetingBody } from './meeting-body.ts';
import { meetingType } from './meeting-shape.ts';
import { changedTiming, startAt } from './meeting-timing.ts';
import { type MeetingValue, nextIndexOf, presentMeeting, presentOccurrence } from './present-meeting.ts';
import { type MeetingBody, wishOf } from './wish-by-rest.ts';

const REFUSES = [
  ...REFUSED_WISHES,
  AccessDenied,
  AlternateHostNotFound,
  SessionNotFound,
  SessionInProgress,
] as const;

export const patchMeeting = endpoint({
  method: 'PATCH',
  path: 'meetings/:meetingId',
  tag: 'Meetings',
  summary: 'Changes what is sent of a meeting, and leaves the rest as it is.',
  description:
    'The body is an object that is merged, also under the type `application/json-patch+json`. Null takes `agenda`, ' +
    '`recurrence` and `trackingCodes` away. An occurrence has a `start`, an `end`, a `title`, an `agenda` and a ' +
    '`password` of its own where they are sent and differ from those of its series; what is sent as its series has it, and ' +
    'an `agenda` of null, goes with the series again. All else is that of the series, and may be sent as it is there: ' +
    'what differs is refused, and changes nothing.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  body: patchMeetingBody,
  answer: meetingType,
  throttled: 'meetingWrites',
  refuses: REFUSES,
  sample: { body: { title: 'Sprint review and planning' } },
  run: (call, { params, body }) => change(call, params.meetingId, body),
});

export const putMeeting = endpoint({
  method: 'PUT',
  path: 'meetings/:meetingId',
  tag: 'Meetings',
  summary: 'Changes a meeting, whose title, start and end are sent whole.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  body: putMeetingBody,
  answer: meetingType,
  throttled: 'meetingWrites',
  refuses: REFUSES,
  sample: {
    body: { title: 'Sprint review', start: '2030-01-15T10:00:00Z', end: '2030-01-15T11:00:00Z' },
  },
  run: (call, { params, body }) => change(call, params.meetingId, body),
});

async function change(call: RestCall, meetingId: string, body: MeetingBody): Promise<MeetingValue> {
  const found = await findMeeting(call, meetingId);
  const { session, id } = found;
  if (id.of === 'instance') {
    throw new RestFailure(400, `Meeting ID '${meetingId}' is not allowed for this API.`);
  }
  if (body.hostEmail !== undefined && (await call.host(body.hostEmail)).id !== session.host)
    throw noSuchMeeting();
  const zone = body.timezone === undefined ? call.zone : zoneNamed(body.timezone);
  const occurrence = id.of === 'occurrence' ? occurrenceOf(session, id.startAt) : undefined;
  const isOne = occurrence !== undefined && session.recurring;
  const wish = isOne ? occurrenceWish(call, found, occurrence, body) : seriesWish(call, session, body);
  const after = await reschedule(call.app, call.site, {
    sessionKey: session.sessionKey,
    caller: call.account,
    judge: {
      ...judgeOfChange(call.site, call.account),
      changes: (current, relation) => checkManagesMeeting(call, current, relation),
    },
    wish,
  });
  const relation = asTokenAllows(call, await relationOf(call.app.sessions, after, call.account));
  const nextIndex = isOne ? nextIndexOf(after, undefined, call.app.clock.now()) : undefined;
  const told = { session: after, host: found.host, relation, nextIndex };
  if (!occurrence) return presentMeeting({ ...call, zone }, told);
  const there = isOne
    ? occurrenceOf(after, occurrence.from)
    : { ...occurrence, from: after.startAt, at: after.startAt };
  return presentOccurrence({ ...call, zone }, told, there);
}

/** @throws RestFailure where the series has no such start, or not any more */
export function occurrenceOf(session: FoundMeeting['session'], startAt: number): Occurrence {
  const found = occurrencesAfter(session, startAt - 1, Number.POSITIVE_INFINITY).find(
    ({ from }) => Math.floor(from / 1000) * 1000 === startAt,
  );
  if (!found || found.at === undefined) throw noSuchMeeting();
  return found;
}

function seriesWish(call: RestCall, session: SessionWithDocument, body: MeetingBody): SessionWish {
  const { rest } = session.document;
  return {
    ...wishOf(call, body, session.service, rest?.integrationTags),
    timing: changedTiming(call, body, session),
  };
}

/** What one occurrence is to have of its own; its start within its interval (rest-console.md, 1.5). */
function occurrenceWish(
  call: RestCall,
  { session, relation, host }: FoundMeeting,
  { index, from, at: now = from, duration: lasts }: Occurrence,
  body: MeetingBody,
): SessionWish {
  checkManagesMeeting(call, session, relation);
  checkAsSeries(presentMeeting(call, { session, host, relation }), body);
  const at = body.start === undefined ? now : startAt(call, body.start, body);
  const { title: confName, agenda, password } = body;
  const timing = changedTiming(call, body, { ...session, startAt: at, duration: lasts });
  const own = {
    confName,
    agenda: agenda === null ? (session.document.agenda ?? '') : agenda,
    password,
    duration: timing?.duration,
  };
  if (at !== now) checkInterval(session, index, at);
  const zone = zoneOfSession(session);
  const start = at === now ? 'as it is' : localTimeAt(at, zone);
  const isSilent = start === 'as it is' && Object.values(own).every((value) => value === undefined);
  return isSilent ? {} : { timing: { zone, changes: [{ index, start, own }] } };
}

/** From the day of this occurrence to that of the next one, on the clocks of the series. @throws RestFailure */
function checkInterval(session: SessionWithDocument, index: number, at: number): void {
  const all = occurrencesAfter(session, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const zone = zoneOfSession(session);
  const dayOf = (instant: number) => {
    const { year, month, day } = localTimeAt(instant, zone);
    return Date.UTC(year, month - 1, day);
  };
  const own = all.find((one) => one.index === index);
  const next = all.find((one) => one.index === index + 1);
  const isEarly = index > 1 && own !== undefined && dayOf(at) < dayOf(own.from);
  if (isEarly || (next && dayOf(at) >= dayOf(next.from))) {
    throw new RestFailure(400, 'meeting.err.two_meeting_schedule_at_same_day');
  }
}
