/** Times of the XML API as REST writes them. */
import { GMT, parseSiteTime, toInstant } from '../time/site-time.ts';
import { timeZone, timeZoneByLabel, type Zone } from '../time/time-zones.ts';

/** Local time without an offset, which the member `timezone` goes with; nothing where it is no time. */
export function isoOf(text: string): string | undefined {
  const local = parseSiteTime(text);
  return local && localIso(toInstant(local, GMT));
}

export function plusMinutes(text: string, minutes: number): string | undefined {
  const local = parseSiteTime(text);
  if (!local || !Number.isFinite(minutes)) return undefined;
  return localIso(toInstant(local, GMT) + minutes * 60_000);
}

/** A moment in UTC. @param zoneID the number of a time zone; without one the time is GMT */
export function isoAt(text: string, zoneID: string | undefined): string | undefined {
  const local = parseSiteTime(text);
  if (!local) return undefined;
  const zone: Zone = (zoneID === undefined ? undefined : timeZone(Number(zoneID))) ?? GMT;
  return `${localIso(toInstant(local, zone))}Z`;
}

/** @param text the number of a time zone, or its label */
export function zoneNamed(text: string): string | undefined {
  return (/^\d+$/.test(text) ? timeZone(Number(text)) : timeZoneByLabel(text))?.iana;
}

function localIso(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19);
}
