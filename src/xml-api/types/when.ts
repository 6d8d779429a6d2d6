/** Times and time zones in requests. */
import { RuleBroken } from '../../refusal.ts';
import { type LocalTime, parseSiteTime, toInstant } from '../../time/site-time.ts';
import { type TimeZone, timeZone, timeZoneByLabel, type Zone } from '../../time/time-zones.ts';

/**
 * The zone of a request by its number or its label; -1 and nothing mean: not given.
 * @throws RuleBroken when a value breaks a rule
 */
export function zoneAsked(timeZoneID: number | undefined, label?: string | undefined): TimeZone | undefined {
  if (timeZoneID !== undefined && timeZoneID !== -1) {
    const zone = timeZone(timeZoneID);
    if (!zone) throw new RuleBroken('timeZoneID', 'must be from 0 to 61');
    return zone;
  }
  if (label === undefined) return undefined;
  const zone = timeZoneByLabel(label);
  if (!zone) throw new RuleBroken('timeZone', 'is not the label of a time zone');
  return zone;
}

/** @throws RuleBroken when the date is invalid */
export function localTimeAsked(element: string, date: string): LocalTime {
  const local = parseSiteTime(date);
  if (!local) throw new RuleBroken(element, 'must be a date of the form MM/DD/YYYY HH:mm:ss');
  return local;
}

/**
 * Epoch milliseconds.
 * @throws RuleBroken when the date is invalid
 */
export function instantAsked(element: string, date: string | undefined, zone: Zone): number | undefined {
  return date === undefined ? undefined : toInstant(localTimeAsked(element, date), zone);
}
