/** The training session whose tests a request is about. */
import { formatSiteTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { long } from '../../xml/schema.ts';

/** A course of the demo. */
export const TEST_SESSION_KEY = long({ min: 1, grouped: true, sample: '640127745' });

/** On the clocks of the session. */
export function timeIn({ timeZoneID }: { readonly timeZoneID: number }, at: number): string {
  return formatSiteTime(at, zoneOf(timeZoneID));
}
