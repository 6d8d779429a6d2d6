/** The keys of sessions and of personal rooms: nine digits, none ever given twice on the installation. */
import type { RoomKeys } from '../accounts/accounts.ts';
import type { Database, Executor, Params } from '../database/database.ts';
import type { Random } from '../random.ts';

export interface SessionKeys extends RoomKeys {
  /** A key that no session and no personal room has or had. */
  draw(tx: Executor): Promise<number>;
  /** Remembers the key of a session that is gone. */
  use(tx: Executor, key: number): Promise<void>;
}

export function openSessionKeys(database: Database, random: Random): SessionKeys {
  const isUsed = database.prepare<{ key: number }, { used: number }>((db, p) =>
    db
      .selectFrom('used_key')
      .select('session_key as used')
      .where('session_key', '=', p('key'))
      .unionAll(db.selectFrom('session').select('session_key as used').where('session_key', '=', p('key'))),
  );
  const use = database.prepare((db, p: Params<{ key: number }>) =>
    db
      .insertInto('used_key')
      .values({ session_key: p('key') })
      .onConflict((conflict) => conflict.doNothing()),
  );

  async function draw(tx: Executor): Promise<number> {
    for (;;) {
      const key = random.digits(9);
      if (!(await isUsed.first({ key }, tx))) return key;
    }
  }

  return {
    draw,

    async use(tx, key) {
      await use.run({ key }, tx);
    },

    async keyForRoom(tx) {
      for (;;) {
        const key = await draw(tx);
        if ((await use.run({ key }, tx)) === 1) return key;
      }
    },
  };
}
