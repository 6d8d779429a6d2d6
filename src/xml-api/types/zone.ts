/** The time zone of something that is stored. */
import { TIME_ZONES, type TimeZone, timeZone } from '../../time/time-zones.ts';

export function zoneOf(id: number): TimeZone {
  return timeZone(id) ?? (TIME_ZONES[0] as TimeZone);
}
