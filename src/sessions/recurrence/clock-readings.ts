/**
 * A local time as one number, its clock reading: milliseconds since 1970 as if its zone were UTC. Recurrence
 * is reckoned in readings, where every day has 24 hours; only a result is put into its zone.
 */
import type { LocalTime } from '../../time/site-time.ts';
import { offsetAt, type Zone } from '../../time/time-zones.ts';

/** The last reading that the interface can write (src/time/site-time.ts). Nothing is reckoned beyond it. */
export const LAST_READING = Date.UTC(2100, 11, 31, 23, 59, 59);

export function readingOf({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export function localTimeOf(reading: number): LocalTime {
  const date = new Date(reading);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The last second of a local time's day. */
export function endOfDay(local: LocalTime): LocalTime {
  return { ...local, hour: 23, minute: 59, second: 59 };
}

/** What the zone's clocks show at an instant (whole milliseconds since 1970). */
export function localTimeAt(epochMs: number, zone: Zone): LocalTime {
  return localTimeOf(epochMs + offsetAt(zone, epochMs) * 60_000);
}
