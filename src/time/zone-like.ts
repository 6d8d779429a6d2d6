/** The interface's zone for any zone of the IANA database: the one whose clocks show the same. */
import { offsetAt, TIME_ZONES, type TimeZone, type Zone } from './time-zones.ts';

const known = new Map<string, TimeZone | undefined>();

/** Half a month: no season of daylight saving is shorter. */
const STEP = 15 * 86_400_000;
const STEPS = 74;

/**
 * @param now epoch milliseconds: the clocks are compared from there on, for three years
 * @returns nothing where none of the zones has the same time
 */
export function zoneLike({ iana }: Zone, now: number): TimeZone | undefined {
  const named = TIME_ZONES.find((zone) => zone.iana === iana && zone.replacedBy === undefined);
  if (named) return named;
  if (!known.has(iana)) known.set(iana, alike({ iana }, now));
  return known.get(iana);
}

function alike(zone: Zone, now: number): TimeZone | undefined {
  const instants = Array.from({ length: STEPS }, (_, step) => now + step * STEP);
  const offsets = instants.map((at) => offsetAt(zone, at));
  return TIME_ZONES.find(
    (other) =>
      other.replacedBy === undefined && instants.every((at, step) => offsetAt(other, at) === offsets[step]),
  );
}
