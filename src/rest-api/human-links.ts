/**
 * Addresses that people follow. They stand under the public address where the installation has been given one, since
 * whoever calls this interface may have come by an inner name; without one, under the host that was called.
 */
import type { Context } from '../context.ts';
import { type Links, openLinks } from '../links.ts';

const byOrigin = new Map<string, Links>();

/** Anybody may call by many names. */
const MOST_KNOWN = 50;

export function humanLinks({ links, settings }: Pick<Context, 'links' | 'settings'>, origin: string): Links {
  if (settings.publicUrl !== '' || origin === links.publicUrl()) return links;
  const known = byOrigin.get(origin) ?? openLinks(() => origin);
  if (byOrigin.size < MOST_KNOWN) byOrigin.set(origin, known);
  return known;
}
