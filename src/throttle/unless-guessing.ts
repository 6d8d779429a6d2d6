/**
 * Sessions are named by numbers that anybody may guess. A stranger who has named many that lead nowhere is told nothing
 * more in that minute, not even of one that is right.
 */
import { SessionNotFound } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import type { Outsiders } from './outsiders.ts';

/**
 * @param address of the stranger, where it is known
 * @param look finds what the number leads to: nothing, or SessionNotFound, where that is nothing for a stranger
 * @throws RateLimitReached, and what the look throws
 */
export async function unlessGuessing<T>(
  outsiders: Outsiders,
  site: Site,
  address: string | undefined,
  look: () => Promise<T>,
): Promise<T> {
  const { strangers } = site.settings.throttling;
  const missed = () => outsiders.count(site, 'guessedNumbers', strangers, address);
  outsiders.check(site, 'guessedNumbers', strangers, address);
  try {
    const found = await look();
    if (found === undefined) missed();
    return found;
  } catch (error) {
    if (error instanceof SessionNotFound) missed();
    throw error;
  }
}
