/** Labs in requests and answers: their names, and the time that a question is about. */
import type { Account } from '../../accounts/account.ts';
import type { Period } from '../../labs/lab.ts';
import { RuleBroken } from '../../refusal.ts';
import { type TimeZone, zoneOf } from '../../time/time-zones.ts';
import { complex, int, integer, long, optional, text } from '../../xml/schema.ts';
import { train } from '../types/namespaces.ts';
import { instantAsked, zoneAsked } from '../types/when.ts';

/** A lab of the demo. */
export const labName = text({ max: 128, sample: 'Networking lab' });

export const labType = complex(train, 'labType', {
  labName: text({ max: 128, sample: 'Server lab' }),
  description: optional(text({ max: 1000, sample: 'Two racks with everything in them' })),
});

export const labInfoType = complex(train, 'labInfoType', {
  labID: long(),
  labName: text(),
  description: optional(text()),
  totalComputers: optional(integer()),
  computersInSession: optional(integer()),
});

/** The time that a question about a lab is about. */
export const periodFields = {
  timeZoneID: optional(int()),
  sessionStartTime: text({ sample: '05/31/2027 14:00:00' }),
  sessionEndTime: text({ sample: '05/31/2027 16:00:00' }),
};

/**
 * In the zone of the request, or else in the caller's.
 * @throws RuleBroken when a date or the zone is invalid
 */
export function periodAsked(
  account: Account,
  timeZoneID: number | undefined,
  [start, startDate]: readonly [element: string, date: string],
  [end, endDate]: readonly [element: string, date: string],
): Period & { readonly zone: TimeZone } {
  const zone = zoneAsked(timeZoneID) ?? zoneOf(account.timeZoneID);
  const startAt = instantAsked(start, startDate, zone) ?? 0;
  const endAt = instantAsked(end, endDate, zone) ?? 0;
  if (endAt <= startAt) throw new RuleBroken(end, `must be after ${start}`);
  return { zone, startAt, endAt };
}
