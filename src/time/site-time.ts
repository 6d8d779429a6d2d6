// The interface's dates, `MM/DD/YYYY HH:mm:ss`: 24 hours, no zone (the zone stands beside them).
import { offsetAt, type Zone } from './time-zones.ts';

/** A reading of a calendar and a clock, somewhere; month and day count from 1. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** The zone of the dates that the interface gives in GMT. */
export const GMT: Zone = { iana: 'UTC' };

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

/**
 * Reads a date as clients write it: `07/20/2016 15:30:00`, unpadded, without seconds, without a time of day
 * (midnight), with additional white space. A date or time that does not exist is none.
 */
export function parseSiteTime(text: string): LocalTime | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, month, day, year, hour, minute, second] = match;
  return localTimeOf([year, month, day, hour, minute, second]);
}

/** @param digits from the year to the second, the time of day left out for midnight; nothing for what does not exist */
export function localTimeOf(digits: readonly (string | undefined)[]): LocalTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits.map((part) =>
    Number(part ?? 0),
  );
  const local = { year, month, day, hour, minute, second };
  return exists(local) ? local : undefined;
}

/**
 * The instant of a local time, in milliseconds since 1970. A time that the clocks skip in spring is read with
 * the offset before the change (02:30 becomes 03:30); of a time that comes twice in autumn, the first is meant.
 */
export function toInstant(local: LocalTime, zone: Zone): number {
  const clock = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  const before = offsetAt(zone, clock - DAY);
  const withBefore = clock - before * MINUTE;
  if (offsetAt(zone, withBefore) === before) return withBefore;
  const after = offsetAt(zone, clock + DAY);
  const withAfter = clock - after * MINUTE;
  return offsetAt(zone, withAfter) === after ? withAfter : withBefore;
}

/** Writes an instant as its zone's clocks show it, padded: `07/20/2016 15:30:00`. Fractions of a second are dropped. */
export function formatSiteTime(epochMs: number, zone: Zone): string {
  const clock = new Date(epochMs + offsetAt(zone, epochMs) * MINUTE);
  const date = `${two(clock.getUTCMonth() + 1)}/${two(clock.getUTCDate())}/${clock.getUTCFullYear()}`;
  return `${date} ${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}:${two(clock.getUTCSeconds())}`;
}

/** Writes a local time, padded: `07/20/2016 15:30:00`. */
export function formatLocalTime({ year, month, day, hour, minute, second }: LocalTime): string {
  return `${two(month)}/${two(day)}/${year} ${two(hour)}:${two(minute)}:${two(second)}`;
}

const PATTERN =
  /^\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{4})(?:\s+(\d{1,2})\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,2}))?)?\s*$/;

const MINUTE = 60_000;
const DAY = 86_400_000;

function exists({ year, month, day, hour, minute, second }: LocalTime): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
