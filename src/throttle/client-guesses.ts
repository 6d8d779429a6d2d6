/**
 * Wrong proofs of integrations: secrets and codes of 256 bits are guessed by nobody, and whoever tries costs the database a
 * question each time. Counted in the database by where they come from, for all processes together. A right proof is heard
 * all the same, or a stranger in the network of an integration could lock it out: each process looks at so many wrong ones
 * more, and beyond at those proofs alone that were right before.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { OwnRefusal } from '../refusal.ts';
import { networkOf } from './network.ts';
import { WindowCounts } from './window-counts.ts';

/** Milliseconds. */
const WINDOW = 60_000;

/** In a window, from one network, that are told to be wrong. */
export const MOST_WRONG_PROOFS = 30;

/** In a window, from one network, that a process looks at. */
export const MOST_LOOKED_AT = 10 * MOST_WRONG_PROOFS;

/** Beyond so many networks in a window, those that are new count as one. */
const MOST_NETWORKS = 20_000;
const OTHERS = 'others';

/** Proofs that are remembered as right; a site has two hundred integrations at most. */
const MOST_RIGHT = 10_000;

/** Clients belong to sites, and who guesses names none. */
const EVERY_SITE = { id: 0 };

/** Nothing is said of the proof. */
export class TooManyWrongProofs extends OwnRefusal {
  constructor() {
    super('there were too many wrong proofs of integrations');
  }
}

export type ClientGuesses = ReturnType<typeof openClientGuesses>;

export function openClientGuesses(database: Database, clock: Clock) {
  const add = database.prepare<{ window: number; network: string }, { wrong: number }>((db, p) =>
    db
      .insertInto('client_guess')
      .values({ window_start: p('window'), network: p('network'), wrong: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['window_start', 'network'])
          .doUpdateSet((eb) => ({ wrong: eb('client_guess.wrong', '+', 1) })),
      )
      .returning('wrong'),
  );
  const dropOld = database.prepare<{ window: number }, unknown>((db, p) =>
    db.deleteFrom('client_guess').where('window_start', '<', p('window')),
  );
  const lookedAt = new WindowCounts(clock, WINDOW, MOST_NETWORKS);
  const right = new Set<string>();
  /** The networks that this process has counted in a window, and whether theirs are used up. */
  let counted = { window: 0, isUsedUp: new Map<string, boolean>() };

  const windowNow = () => clock.now() - (clock.now() % WINDOW);
  const bounds = (address: string | undefined) => [
    { kind: 'client', name: networkOf(address), most: MOST_LOOKED_AT },
  ];

  return {
    /**
     * @param proof tells it from all others
     * @throws TooManyWrongProofs when it is not even looked at
     */
    check(address: string | undefined, proof: string): void {
      if (!right.has(proof) && !lookedAt.hasRoom(EVERY_SITE, bounds(address))) throw new TooManyWrongProofs();
    },

    right(proof: string): void {
      right.delete(proof);
      right.add(proof);
      const [oldest] = right;
      if (right.size > MOST_RIGHT && oldest !== undefined) right.delete(oldest);
    },

    /**
     * Counts a wrong one.
     * @throws TooManyWrongProofs when it is not told
     */
    async wrong(address: string | undefined, proof: string): Promise<void> {
      right.delete(proof);
      lookedAt.count(EVERY_SITE, bounds(address));
      const window = windowNow();
      if (counted.window !== window) counted = { window, isUsedUp: new Map() };
      const { isUsedUp } = counted;
      const own = networkOf(address);
      const network = isUsedUp.has(own) || isUsedUp.size < MOST_NETWORKS ? own : OTHERS;
      if (!isUsedUp.get(network)) {
        const wrong = await database.write(async (tx) => {
          await dropOld.run({ window: window - WINDOW }, tx);
          return (await add.first({ window, network }, tx))?.wrong ?? 0;
        });
        isUsedUp.set(network, wrong >= MOST_WRONG_PROOFS);
        if (wrong <= MOST_WRONG_PROOFS) return;
      }
      throw new TooManyWrongProofs();
    },

    /** Whole seconds until the next is heard. */
    wait: (): number => Math.ceil((WINDOW - (clock.now() % WINDOW)) / 1000),
  };
}
