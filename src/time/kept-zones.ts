/**
 * Zones of the IANA database that are like none of the interface's, such as that of Lagos: they are kept by their names
 * beside the number of the nearest one, in which the old interface tells their times.
 */
import { offsetAt, TIME_ZONES, type TimeZone, type Zone, zoneOf } from './time-zones.ts';

const known = new Map<string, TimeZone>();
/** Finding a nearest zone costs milliseconds. */
const nearestTo = new Map<string, number>();

/** The zone of a number, or of a name that is kept beside it. */
export function keptZone(id: number, name: string | undefined): TimeZone {
  const ours = zoneOf(id);
  if (name === undefined || name === ours.iana) return ours;
  const key = `${id} ${name}`;
  const zone = known.get(key) ?? zoneBeside(ours, name);
  known.set(key, zone);
  return zone;
}

/** What is kept beside the number; nothing where that says it all. */
export function nameToKeep({ id, iana }: TimeZone): string | undefined {
  return zoneOf(id).iana === iana ? undefined : iana;
}

const STEP = 15 * 86_400_000;
const STEPS = 49;

/** By the number of the zone whose clocks differ the least for two years. @param now epoch milliseconds */
export function zoneToKeep({ iana }: Zone, now: number): TimeZone {
  const id = nearestTo.get(iana) ?? nearest({ iana }, now).id;
  nearestTo.set(iana, id);
  return keptZone(id, iana);
}

function nearest({ iana }: Zone, now: number): TimeZone {
  const instants = Array.from({ length: STEPS }, (_, step) => now + step * STEP);
  const apart = (other: Zone) =>
    instants.reduce((sum, at) => sum + Math.abs(offsetAt(other, at) - offsetAt({ iana }, at)), 0);
  const ours = TIME_ZONES.filter(({ replacedBy }) => replacedBy === undefined);
  return ours.reduce((best, one) => (apart(one) < apart(best) ? one : best));
}

/** Summer and winter of a year, on either half of the earth. */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

function zoneBeside(ours: TimeZone, iana: string): TimeZone {
  const places = iana.replaceAll('_', ' ').split('/');
  const [region = iana, city = places.at(-1) ?? iana] = [places[0], places.at(-1)];
  return {
    ...ours,
    iana,
    standardOffset: Math.min(...SEASONS.map((at) => offsetAt({ iana }, at))),
    region,
    city,
    name: `${region} (${city})`,
    shortName: city,
    otherNames: [],
  };
}
