/** The request header `timezone`: all times of an answer are told on its clocks. */

import type { Zone } from '../time/time-zones.ts';
import { InvalidElement } from '../xml/invalid-element.ts';

export const UTC: Zone = { iana: 'UTC' };

const known = new Map<string, Zone>();

/** Names may be spelled in many ways; each zone is remembered once. */
const MOST_KNOWN = 2_000;

/** @throws InvalidElement for a name that no zone has */
export function zoneNamed(name: string, element = 'timezone'): Zone {
  const before = known.get(name);
  if (before) return before;
  const zone = canonical(name);
  if (!zone)
    throw new InvalidElement(
      element,
      'not-in-list',
      'must be the name of a time zone, such as Europe/Berlin',
    );
  if (known.size < MOST_KNOWN) known.set(name, zone);
  return zone;
}

function canonical(name: string): Zone | undefined {
  // An offset is no zone: it would not know of summer.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,60}$/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return { iana: timeZone };
  } catch {
    return undefined;
  }
}
