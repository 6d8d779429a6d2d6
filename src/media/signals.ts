/**
 * The post between the browsers of a room. A signal is a row until its reader has it: a stream that breaks loses none,
 * and the next one goes on behind the last that was read, in whichever process.
 */
import type { Clock } from '../clock.ts';
import type { Database, Executor, Params } from '../database/database.ts';
import type { Stay } from '../live/live.ts';
import type { Signal } from './signal.ts';

/** Milliseconds after which nobody waits for a signal any more. */
const KEPT = 2 * 60_000;

/** What announcements of signals begin with; the stay's number follows. */
const TOPIC = 'signal ';

export interface Delivered {
  /** Rises from one to the next of a stay. */
  readonly id: number;
  /** What the reader knows the sender by. */
  readonly from: string;
  readonly signal: Signal;
}

export type Signals = ReturnType<typeof openSignals>;

export function openSignals(database: Database, clock: Clock) {
  const insert = database.prepare(
    (db, p: Params<{ stay: number; sender: string; body: string; sent_at: number }>) =>
      db
        .insertInto('signal')
        .values({ stay: p('stay'), sender: p('sender'), body: p('body'), sent_at: p('sent_at') }),
  );
  const behind = database.prepare<{ stay: number; id: number }, { id: number; sender: string; body: string }>(
    (db, p) =>
      db
        .selectFrom('signal')
        .select(['id', 'sender', 'body'])
        .where('stay', '=', p('stay'))
        .where('id', '>', p('id'))
        .orderBy('id'),
  );
  const drop = database.prepare((db, p: Params<{ stay: number; id: number }>) =>
    db.deleteFrom('signal').where('stay', '=', p('stay')).where('id', '<=', p('id')),
  );
  const forget = database.prepare((db, p: Params<{ stay: number }>) =>
    db.deleteFrom('signal').where('stay', '=', p('stay')),
  );
  const old = database.prepare<{ before: number }, { id: number }>((db, p) =>
    db.selectFrom('signal').select('id').where('sent_at', '<', p('before')).limit(1),
  );
  const dropOld = database.prepare((db, p: Params<{ before: number }>) =>
    db.deleteFrom('signal').where('sent_at', '<', p('before')),
  );

  return {
    /**
     * It is sure to arrive when the write is done, if its readers are there. The write holds the run (`live.inRun`):
     * otherwise a signal could be read before one of a lower number is written, which its reader would never see.
     */
    async send(tx: Executor, from: Stay, to: readonly Stay[], signal: Signal): Promise<void> {
      const now = clock.now();
      for (const { id } of to) {
        await insert.run({ stay: id, sender: from.publicId, body: JSON.stringify(signal), sent_at: now }, tx);
        database.announce(tx, TOPIC + id);
      }
    },

    /** What has come for a stay behind the signal of that number; 0 for all. */
    async after(stay: Stay, last: number): Promise<readonly Delivered[]> {
      const rows = await behind.all({ stay: stay.id, id: last });
      return rows.map(({ id, sender, body }) => ({ id, from: sender, signal: JSON.parse(body) as Signal }));
    },

    /** The reader has them up to that number. */
    async read(stay: Stay, last: number): Promise<void> {
      await drop.run({ stay: stay.id, id: last });
    },

    /** Their page begins anew, and knows nothing of what was said to the one before. */
    async forget(stay: Stay): Promise<void> {
      await forget.run({ stay: stay.id });
    },

    /** Clears away what nobody has come for. A look costs no write. */
    async sweep(): Promise<void> {
      const before = clock.now() - KEPT;
      if (await old.first({ before })) await dropOld.run({ before });
    },

    /**
     * Calls the listener whenever something may have come for a stay.
     * @param listener must not throw
     * @returns what ends it
     */
    listen(stay: Stay, listener: () => void): () => void {
      const own = TOPIC + stay.id;
      return database.listen((topic) => {
        if (topic === undefined || topic === own) listener();
      });
    },
  };
}
