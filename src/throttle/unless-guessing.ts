/**
 * Sessions are named by numbers that anybody may guess. A stranger who has named many that lead nowhere is told no more in
 * that minute of what is hidden than of what is not there, be the number right or wrong. Strangers behind one address
 * count as one: what is told to everybody is told to the others all the same, and so is what somebody proves to know of.
 */
import type { MaybePromise } from '../maybe-promise.ts';
import { SessionNotFound } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import type { Outsiders } from './outsiders.ts';
import { RateLimitReached } from './throttle.ts';

/** A number that a stranger has named. */
export interface NamedNumber<T> {
  /** Finds what the number leads to: nothing, or SessionNotFound, where that is nothing for a stranger. */
  look(): Promise<T>;
  /**
   * Whether it is told in spite of guesses: it is listed to everybody, or what was shown beside the number is right. Asked
   * of nothing too, so that what is wrong costs the same work whether there is such a number or not.
   */
  isTold(named: T | undefined): MaybePromise<boolean>;
}

/** Whether whoever calls from there has guessed so often that nothing hidden is told. @param address as of callers */
export function hasGuessed(outsiders: Outsiders, site: Site, address: string | undefined): boolean {
  return !outsiders.hasRoom(site, 'guessedNumbers', site.settings.throttling.strangers, address);
}

/**
 * @param address of the stranger, where it is known
 * @throws RateLimitReached, and what the look throws
 */
export async function unlessGuessing<T>(
  outsiders: Outsiders,
  site: Site,
  address: string | undefined,
  { look, isTold }: NamedNumber<T>,
): Promise<T> {
  if (hasGuessed(outsiders, site, address)) {
    const found = await orNothing(look);
    if (!(await isTold(found)) || found === undefined) throw new RateLimitReached('guessedNumbers');
    return found;
  }
  const missed = () => outsiders.count(site, 'guessedNumbers', site.settings.throttling.strangers, address);
  try {
    const found = await look();
    if (found === undefined) missed();
    return found;
  } catch (error) {
    if (error instanceof SessionNotFound) missed();
    throw error;
  }
}

async function orNothing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof SessionNotFound) return undefined;
    throw error;
  }
}
