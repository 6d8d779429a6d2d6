/** The breakout rooms of a run: they are opened and closed, and people are put into them. */
import type { Executor } from '../database/database.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { type BreakoutPlan, isSpread, roomAfter } from './breakout-seats.ts';
import type { LiveStatements, RunRow, StayRow } from './live-statements.ts';
import type { Deeds, Doer } from './run-deeds.ts';
import type { Runs } from './runs.ts';

interface Parts {
  readonly statements: LiveStatements;
  readonly runs: Runs;
  readonly deeds: Pick<Deeds, 'asOfNow' | 'during' | 'withSomebodyIn'>;
}

export function openBreakouts({ statements, runs, deeds }: Parts) {
  return {
    /**
     * Opens them, and spreads those who attend evenly where the plan says so; those for whom there is no place stay in
     * the main room. Ones that are open stay as they are. False when it does not run.
     */
    async open(site: Site, sessionKey: number, plan: BreakoutPlan, by?: Doer): Promise<boolean> {
      const open = async (tx: Executor, run: RunRow) => {
        if (run.breakouts > 0) return true;
        await statements.setBreakouts.run({ id: run.id, ...plan }, tx);
        let count = 0;
        for (const one of await statements.present.all({ run: run.id }, tx)) {
          if (!isSpread(await deeds.asOfNow(one, tx))) continue;
          await statements.setBreakout.run({ id: one.id, breakout: roomAfter(count, plan) }, tx);
          count += 1;
        }
        await runs.touch(tx, run);
        return true;
      };
      return (await deeds.during(site, sessionKey, open, by)) ?? false;
    },

    /** Closes them: everybody is in the main room. False when it does not run. */
    async close(site: Site, sessionKey: number, by?: Doer): Promise<boolean> {
      const close = async (tx: Executor, run: RunRow) => {
        await statements.setBreakouts.run({ id: run.id, rooms: 0, size: 0 }, tx);
        await statements.leaveBreakouts.run({ run: run.id }, tx);
        await runs.touch(tx, run);
        return true;
      };
      return (await deeds.during(site, sessionKey, close, by)) ?? false;
    },

    /**
     * Puts somebody who is in into a breakout room, or into the main room (0). False when nobody of that publicId is in.
     * @throws RuleBroken when no such room is open
     */
    async put(
      site: Site,
      sessionKey: number,
      publicId: string,
      { breakout, by }: { readonly breakout: number; readonly by?: Doer },
    ): Promise<boolean> {
      const put = async (tx: Executor, run: RunRow, { id }: StayRow) => {
        if (!Number.isSafeInteger(breakout) || breakout < 0 || breakout > run.breakouts) {
          throw new RuleBroken('BREAKOUT', 'is no room that is open');
        }
        await statements.setBreakout.run({ id, breakout }, tx);
        await runs.touch(tx, run);
      };
      return deeds.withSomebodyIn(site, sessionKey, publicId, put, by);
    },
  };
}
