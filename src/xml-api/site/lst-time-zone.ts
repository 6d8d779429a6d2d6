/** LstTimeZone: the 62 time zones, with their offsets on a date. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { GMT, parseSiteTime, toInstant } from '../../time/site-time.ts';
import { isDaylightSaving, labelAt, offsetAt, TIME_ZONES } from '../../time/time-zones.ts';
import { bool, complex, integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { siteService } from '../service.ts';
import { ns1 } from '../types/namespaces.ts';

const timeZoneType = complex(ns1, 'timeZoneType', {
  timeZoneID: integer(),
  /** Minutes, daylight saving included. */
  gmtOffset: integer(),
  description: text(),
  shortName: optional(text()),
  hideTimeZoneName: optional(bool()),
  fallInDST: optional(bool()),
});

export const lstTimeZone = operation({
  service: siteService,
  name: 'LstTimeZone',
  level: '5.5',
  summary: 'Lists time zones with their offset on a date (GMT, now when none is given).',
  may: anyAccount,
  throttled: 'never',
  refuses: [NoRecordFound, RuleBroken],
  request: body(siteService, 'lstTimeZone', {
    timeZoneID: many(integer(), { max: 200 }),
    date: optional(text()),
  }),
  response: body(siteService, 'lstTimeZoneResponse', { timeZone: many(timeZoneType, { min: 1 }) }),
  run({ app: { clock } }, { timeZoneID, date }) {
    const at = date === undefined ? clock.now() : instant(date);
    const zones =
      timeZoneID.length === 0 ? TIME_ZONES : TIME_ZONES.filter(({ id }) => timeZoneID.includes(id));
    if (zones.length === 0) throw new NoRecordFound();
    return {
      timeZone: zones.map((zone) => ({
        timeZoneID: zone.id,
        gmtOffset: offsetAt(zone, at),
        description: labelAt(zone, at),
        shortName: zone.shortName,
        hideTimeZoneName: false,
        fallInDST: isDaylightSaving(zone, at),
      })),
    };
  },
});

function instant(date: string): number {
  const local = parseSiteTime(date);
  if (!local) throw new RuleBroken('date', 'must be a date of the form MM/DD/YYYY HH:mm:ss');
  return toInstant(local, GMT);
}
