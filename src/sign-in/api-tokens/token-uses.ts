/** When tokens were used last, within ten minutes: written beside the calls, which do not wait for it. */
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { Memory } from '../../database/remembered.ts';

const RESOLUTION = 10 * 60_000;

export type TokenUses = ReturnType<typeof openTokenUses>;

/** @param report told of what no caller can be told */
export function openTokenUses(database: Database, clock: Clock, report: (error: unknown) => void) {
  const note = database.prepare<{ token: number; now: number }, unknown>((db, p) =>
    db
      .insertInto('api_token_use')
      .values({ token: p('token'), used_at: p('now') })
      .onConflict((conflict) => conflict.column('token').doUpdateSet({ used_at: p('now') })),
  );
  const noted = new Memory<number>();
  let written: Promise<unknown> = Promise.resolve();

  return {
    note(token: number): void {
      const now = clock.now();
      const key = String(token);
      const before = noted.get(key);
      if (before !== undefined && now - before < RESOLUTION) return;
      noted.set(key, now);
      const writing = database.write(async (tx) => note.run({ token, now }, tx)).catch(report);
      written = Promise.all([written, writing]);
    },

    /** For whoever looks at the uses: those of this process are written. */
    settled: async (): Promise<void> => {
      await written;
    },
  };
}
