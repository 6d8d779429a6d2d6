/**
 * VTIMEZONE: the clocks of a zone, right for every instant of a span of time. Yearly rules wherever the law of
 * the zone is one, since Outlook reads these best; each other change stands for itself.
 */
import { isDaylightSaving, nextChange, offsetAt, type Zone } from '../../time/time-zones.ts';
import { line } from './content-line.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** More than a year: every rule shows itself twice. */
const MARGIN = 400 * DAY;

/** Of a series without an end, in milliseconds. */
const LONGEST_SPAN = 10 * 366 * DAY;

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** A change of the clocks, as those see it who have not yet changed theirs. */
interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly daylight: boolean;
  /** The local time, as if it were UTC. */
  readonly local: Date;
}

/** Changes of consecutive years that one rule gives. */
interface Run {
  readonly changes: Change[];
  /** Which of its weekdays in the month it may be: 1 to 5, -1 for the last. */
  places: readonly number[];
}

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 500;

/** The lines of the component; from and until are instants. */
export function timeZoneLines(zone: Zone, from: number, until: number): readonly string[] {
  const years = [from, Math.min(until, from + LONGEST_SPAN)].map((at) => new Date(at).getUTCFullYear());
  const [first = 1970, last = first] = years;
  const key = `${zone.iana} ${first} ${last}`;
  let lines = known.get(key);
  if (lines === undefined) {
    lines = made(zone, Date.UTC(first, 0, 1) - MARGIN, Date.UTC(last + 1, 0, 1) + MARGIN);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, lines);
  }
  return lines;
}

function made(zone: Zone, from: number, until: number): string[] {
  const changes = changesOf(zone, from, until);
  const earlyEnough = (changes[0]?.at ?? until) <= from + MARGIN;
  return [
    'BEGIN:VTIMEZONE',
    line('TZID', zone.iana),
    ...(earlyEnough ? [] : component(stateAt(zone, from))),
    ...runsOf(changes).flatMap((run) =>
      run.changes[0] ? component(run.changes[0], ruleOf(run, until)) : [],
    ),
    'END:VTIMEZONE',
  ];
}

function component({ local, from, to, daylight }: Change, rule?: string): string[] {
  const kind = daylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    line('DTSTART', stamp(local)),
    line('TZOFFSETFROM', offset(from)),
    line('TZOFFSETTO', offset(to)),
    ...(rule === undefined ? [] : [line('RRULE', rule)]),
    `END:${kind}`,
  ];
}

/** What the clocks show before the first change that we look at, as if it had been so since 1970. */
function stateAt(zone: Zone, at: number): Change {
  const state = offsetAt(zone, at);
  return { at, from: state, to: state, daylight: isDaylightSaving(zone, at), local: new Date(0) };
}

function changesOf(zone: Zone, from: number, until: number): Change[] {
  const changes: Change[] = [];
  for (let at = nextChange(zone, from); at !== undefined && at <= until; at = nextChange(zone, at)) {
    const before = offsetAt(zone, at - 1);
    changes.push({
      at,
      from: before,
      to: offsetAt(zone, at),
      daylight: isDaylightSaving(zone, at),
      local: new Date(at + before * MINUTE),
    });
  }
  return changes;
}

function runsOf(changes: readonly Change[]): Run[] {
  const runs: Run[] = [];
  for (const change of changes) {
    const places = placesOf(change.local);
    const run = runs.find((each) => continues(each, change));
    if (run) {
      run.changes.push(change);
      run.places = run.places.filter((place) => places.includes(place));
    } else runs.push({ changes: [change], places });
  }
  return runs;
}

function continues({ changes, places }: Run, next: Change): boolean {
  const last = changes[changes.length - 1];
  return (
    last !== undefined &&
    last.from === next.from &&
    last.to === next.to &&
    last.daylight === next.daylight &&
    last.local.getUTCFullYear() + 1 === next.local.getUTCFullYear() &&
    last.local.getUTCMonth() === next.local.getUTCMonth() &&
    last.local.getUTCDay() === next.local.getUTCDay() &&
    last.local.getTime() % DAY === next.local.getTime() % DAY &&
    placesOf(next.local).some((place) => places.includes(place))
  );
}

/** None for a change that stands alone. The rule ends where a later law follows. */
function ruleOf({ changes, places }: Run, until: number): string | undefined {
  const last = changes[changes.length - 1];
  const place = places.includes(-1) ? -1 : places[0];
  if (changes.length === 1 || last === undefined || place === undefined) return undefined;
  const { local } = last;
  const rule = `FREQ=YEARLY;BYMONTH=${local.getUTCMonth() + 1};BYDAY=${place}${WEEKDAYS[local.getUTCDay()]}`;
  const next = inTheYearAfter(local, place) - last.from * MINUTE;
  return next > until ? rule : `${rule};UNTIL=${stamp(new Date(last.at))}Z`;
}

function placesOf(local: Date): number[] {
  const place = Math.ceil(local.getUTCDate() / 7);
  const aWeekLater = new Date(local.getTime() + 7 * DAY);
  return aWeekLater.getUTCMonth() === local.getUTCMonth() ? [place] : [place, -1];
}

function inTheYearAfter(local: Date, place: number): number {
  const start = Date.UTC(local.getUTCFullYear() + 1, local.getUTCMonth(), 1) + (local.getTime() % DAY);
  for (let day = 0; day < 31; day++) {
    const candidate = new Date(start + day * DAY);
    if (candidate.getUTCDay() === local.getUTCDay() && placesOf(candidate).includes(place)) {
      return candidate.getTime();
    }
  }
  return start;
}

/** `20260308T020000`. */
export function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/[-:]/g, '');
}

/** -210 as `-0330`. */
function offset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}${two(size % 60)}`;
}
