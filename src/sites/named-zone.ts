/** A time zone of the site's table by the names that people and machines have for one. */
import { RuleBroken } from '../refusal.ts';
import { offsetAt, TIME_ZONES, timeZone } from '../time/time-zones.ts';

/** San Francisco: the zone of the interface's own examples, where nobody says another. */
const USUAL_ZONE = 4;

/**
 * @param name `Europe/Berlin`, or the number of the table
 * @throws RuleBroken when the table has no such zone, and none whose clocks go alike
 */
export function zoneNamed(element: string, name: string): number {
  if (/^\d{1,2}$/.test(name)) {
    const found = timeZone(Number(name));
    if (!found) throw new RuleBroken(element, 'must be from 0 to 61');
    return found.id;
  }
  const found = zoneLike(name);
  if (found === undefined)
    throw new RuleBroken(element, 'must be a zone such as Europe/Berlin, or a number from 0 to 61');
  return found;
}

/** The zone of this machine, or the usual one where the table has none like it, as on servers that run by UTC. */
export function zoneOfMachine(name = new Intl.DateTimeFormat().resolvedOptions().timeZone): number {
  return /^(Etc\/)?(UTC|UCT|GMT|Zulu)$/i.test(name) ? USUAL_ZONE : (zoneLike(name) ?? USUAL_ZONE);
}

/** The same, or else the first one whose clocks go alike in January and July. */
function zoneLike(name: string): number | undefined {
  const same = TIME_ZONES.find(({ iana }) => iana.toLowerCase() === name.toLowerCase());
  if (same) return same.id;
  if (!isZone(name)) return undefined;
  const moments = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];
  const like = TIME_ZONES.find((zone) =>
    moments.every((at) => offsetAt(zone, at) === offsetAt({ iana: name }, at)),
  );
  return like?.id;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
