/** When a meeting takes place, as a request says it. */
import { localTimeAt } from '../../sessions/recurrence.ts';
import { zoneOfSession } from '../../sessions/series.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { TimingWish } from '../../sessions/timing.ts';
import { zoneToKeep } from '../../time/kept-zones.ts';
import type { TimeZone } from '../../time/time-zones.ts';
import { zoneLike } from '../../time/zone-like.ts';
import { instantOf } from '../date-times.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { zoneNamed } from '../zone-header.ts';
import { repeatOf } from './rfc-recurrence.ts';
import type { MeetingBody } from './wish-by-rest.ts';

const MINUTE = 60_000;

/** Minutes. */
const SHORTEST = 10;
const LONGEST_NEW = 24 * 60 - 1;
const LONGEST = 24 * 60;

/** @throws RestFailure, InvalidItem, InvalidElement */
export function newTiming(call: Pick<RestCall, 'app' | 'zone'>, body: MeetingBody): TimingWish {
  const zone = zoneFor(call, body, undefined);
  const from = body.start === undefined ? undefined : startAt(call, body.start, body);
  const to = body.end === undefined ? undefined : endAt(call, body.end, body);
  if (from === undefined || to === undefined) throw malformed(from === undefined ? 'start' : 'end');
  const duration = durationOf(from, to, LONGEST_NEW);
  const { recurrence } = body;
  return {
    start: localTimeAt(from, zone),
    zone,
    duration,
    ...(recurrence && { repeat: repeatIn(call, recurrence, zone) }),
  };
}

/**
 * What a change says; nothing where it is silent about time.
 * @throws RestFailure, InvalidItem, InvalidElement
 */
export function changedTiming(
  call: Pick<RestCall, 'app' | 'zone'>,
  body: MeetingBody,
  before: SessionWithDocument,
): TimingWish | undefined {
  const { start, end, recurrence, timezone } = body;
  if ([start, end, recurrence, timezone].every((part) => part === undefined)) return undefined;
  const zone = zoneFor(call, body, before);
  const from = start === undefined ? undefined : startAt(call, start, body);
  const to = end === undefined ? undefined : endAt(call, end, body);
  const isChanged = from !== undefined || to !== undefined;
  const duration = to !== undefined ? durationOf(from ?? before.startAt, to, LONGEST) : before.duration;
  return {
    // Another zone alone leaves the meeting at its instant.
    ...((from !== undefined || timezone !== undefined) && {
      start: localTimeAt(from ?? before.startAt, zone),
    }),
    zone,
    ...(isChanged && { duration }),
    // Another length cancels the exceptions of a series, as another start does (rest-console.md, 1.5).
    ...(duration !== before.duration && { isAnew: true }),
    ...(recurrence !== undefined && {
      repeat: recurrence === null ? { repeatType: 'NO_REPEAT' } : repeatIn(call, recurrence, zone),
    }),
  };
}

/** Our zone whose clocks show what the named one's do; where there is none, the named one, which is kept by its name. */
function zoneFor(
  { app, zone: asked }: Pick<RestCall, 'app' | 'zone'>,
  { timezone }: MeetingBody,
  before: SessionWithDocument | undefined,
): TimeZone {
  if (timezone === undefined && before !== undefined) return zoneOfSession(before);
  const named = timezone === undefined ? asked : zoneNamed(timezone);
  const now = app.clock.now();
  return zoneLike(named, now) ?? zoneToKeep(named, now);
}

/** To the minute; a start within the minute that runs is that of the next one. */
export function startAt(
  call: Pick<RestCall, 'app' | 'zone'>,
  start: string,
  body: Pick<MeetingBody, 'timezone'>,
): number {
  const now = call.app.clock.now();
  const at = instantOf(start, 'start', readingZone(call, body));
  const minute = at - (at % MINUTE);
  const current = now - (now % MINUTE);
  if (minute === current) return current + MINUTE;
  if (minute < current) throw past();
  return minute;
}

function endAt(
  call: Pick<RestCall, 'app' | 'zone'>,
  end: string,
  body: Pick<MeetingBody, 'timezone'>,
): number {
  const at = instantOf(end, 'end', readingZone(call, body));
  if (at <= call.app.clock.now()) throw past();
  return at - (at % MINUTE);
}

function readingZone({ zone }: Pick<RestCall, 'zone'>, { timezone }: Pick<MeetingBody, 'timezone'>) {
  return timezone === undefined ? zone : zoneNamed(timezone);
}

function durationOf(from: number, to: number, longest: number): number {
  const duration = Math.round((to - from) / MINUTE);
  if (duration < SHORTEST || duration > longest) {
    throw new InvalidItem(
      `'end' must be from ${SHORTEST} minutes to ${longest === LONGEST ? '24 hours' : '23 hours and 59 minutes'} after 'start'.`,
      'end',
    );
  }
  return duration;
}

function repeatIn({ app }: Pick<RestCall, 'app'>, recurrence: string, zone: TimeZone) {
  return repeatOf(recurrence, (at) => localTimeAt(at, zone), app.clock.now());
}

function past(): RestFailure {
  return new RestFailure(400, "Parameter 'start' or 'end' is before current time");
}

function malformed(element: string): RestFailure {
  return new RestFailure(
    400,
    "The request could not be understood by the server due to malformed syntax. See 'errors' for more details.",
    [`'${element}' cannot be empty`],
  );
}
