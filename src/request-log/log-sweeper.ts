/** Keeps the log within its bounds: by count, by age, and the bodies by their size. */
import { sql } from 'kysely';
import type { LogStore } from './log-store.ts';

export interface LogBounds {
  /** Entries of the whole installation. */
  readonly entries: number;
  readonly days: number;
  /** Letters of all bodies together. */
  readonly bodies: number;
}

const DAY = 24 * 60 * 60_000;

/** Rows of one statement: nobody waits for more. */
const AT_ONCE = 2_000;

/** Bodies that are counted together. */
const MOST_BODIES = 20_000;

export async function sweepLog(store: LogStore, bounds: LogBounds, now: number): Promise<void> {
  const newest = await newestEntry(store);
  await forgetUpTo(store, newest - bounds.entries);
  await forgetBefore(store, now - bounds.days * DAY);
  await forgetBodies(store, bounds.bodies);
}

/** The number of the last entry; 0 without any. */
export async function newestEntry({ builder, all }: LogStore): Promise<number> {
  const [row] = await all(
    builder
      .selectFrom('request_log')
      .select((of) => of.fn.max('id').as('newest'))
      .compile(),
  );
  return row?.newest ?? 0;
}

/** Rows lie in the order of their numbers: the oldest are a range, and no index is asked for them. */
async function forgetUpTo({ builder, run }: LogStore, id: number): Promise<void> {
  if (id <= 0) return;
  for (;;) {
    const oldest = builder
      .selectFrom('request_log')
      .select('id')
      .where('id', '<=', id)
      .orderBy('id')
      .limit(AT_ONCE);
    const gone = await run(builder.deleteFrom('request_log').where('id', 'in', oldest).compile());
    if (gone < AT_ONCE) return;
  }
}

/** The oldest come first, so that what is old is found among them, and no index of times is kept. */
async function forgetBefore({ builder, run }: LogStore, time: number): Promise<void> {
  for (;;) {
    const oldest = builder
      .selectFrom('request_log')
      .select(['id', 'at'])
      .orderBy('id')
      .limit(AT_ONCE)
      .as('request_log');
    const old = builder.selectFrom(oldest).select('id').where('at', '<', time);
    const gone = await run(builder.deleteFrom('request_log').where('id', 'in', old).compile());
    if (gone < AT_ONCE) return;
  }
}

async function forgetBodies({ builder, all, run }: LogStore, most: number): Promise<void> {
  const kept = await all(
    builder
      .selectFrom('request_log')
      .select(['id', 'body_size'])
      .where('body_size', '>', sql.lit(0))
      .orderBy('id', 'desc')
      .limit(MOST_BODIES + 1)
      .compile(),
  );
  let size = 0;
  const last = kept.find(({ body_size }, at) => {
    size += body_size;
    return size > most || at === MOST_BODIES;
  });
  if (!last) return;
  await run(
    builder
      .updateTable('request_log')
      .set({ body_size: 0, request: null, response: null })
      .where('id', '<=', last.id)
      .where('body_size', '>', sql.lit(0))
      .compile(),
  );
}
