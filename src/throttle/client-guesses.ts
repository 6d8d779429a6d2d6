/**
 * Wrong proofs of integrations: secrets and codes of 256 bits are guessed by nobody, and whoever tries costs the database a
 * question each time. Counted by where they come from, in each process for itself.
 */
import type { Clock } from '../clock.ts';
import { networkOf } from './network.ts';
import { WindowCounts } from './window-counts.ts';

/** Milliseconds. */
const WINDOW = 60_000;

/** In a window, from one network. */
export const MOST_WRONG_PROOFS = 30;

/** Beyond so many networks in a window, those that are new count as one. */
const MOST_NETWORKS = 20_000;

/** Clients belong to sites, and who guesses names none. */
const EVERY_SITE = { id: 0 };

export type ClientGuesses = ReturnType<typeof openClientGuesses>;

export function openClientGuesses(clock: Clock) {
  const counts = new WindowCounts(clock, WINDOW, MOST_NETWORKS);
  const bound = (address: string | undefined) => ({
    kind: 'client',
    name: networkOf(address),
    most: MOST_WRONG_PROOFS,
  });

  return {
    /** Whether this caller is heard now. */
    isHeard: (address: string | undefined): boolean => counts.hasRoom(EVERY_SITE, [bound(address)]),

    /** Counts a wrong one. */
    wrong(address: string | undefined): void {
      counts.count(EVERY_SITE, [bound(address)]);
    },

    /** Whole seconds until the next is heard. */
    wait: (): number => Math.ceil((WINDOW - (clock.now() % WINDOW)) / 1000),
  };
}
