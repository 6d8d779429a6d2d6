/**
 * Files of the store that nobody knows: a process was killed between the store and the row, or between the row and the
 * store. A row follows its file within moments; whatever has none a day later gets none any more.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { RecordingStore } from './store/recording-store.ts';

export interface OrphansParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: Pick<RecordingStore, 'list' | 'remove'>;
  /** The rows of the sites, whose numbers are the folders of the store. */
  readonly sites: () => Promise<readonly number[]>;
}

/** Milliseconds for which this process has known a file that no row knows, before it goes. */
export const UNKNOWN_FOR = 24 * 3_600_000;

const BATCH = 200;

export type Orphans = ReturnType<typeof openOrphans>;

export function openOrphans({ database, clock, store, sites }: OrphansParts) {
  /** When each was first seen: epoch milliseconds. */
  let seen = new Map<string, number>();

  async function unknownAmong(names: readonly string[]): Promise<string[]> {
    if (names.length === 0) return [];
    const { builder } = database;
    const files = builder.selectFrom('recording_file').select('name').where('name', 'in', names);
    const parts = builder.selectFrom('recording_part').select('name').where('name', 'in', names);
    const known = await database.all(files.unionAll(parts).compile());
    const ours = new Set(known.map(({ name }) => name));
    return names.filter((name) => !ours.has(name));
  }

  return {
    /** Looks through the store, and removes what nobody has known for long. */
    async sweep(): Promise<void> {
      const still = new Map<string, number>();
      const look = async (names: readonly string[]) => {
        for (const name of await unknownAmong(names)) {
          const since = seen.get(name) ?? clock.now();
          if (clock.now() - since >= UNKNOWN_FOR) await store.remove(name);
          else still.set(name, since);
        }
      };
      for (const site of await sites()) {
        let names: string[] = [];
        for await (const { name } of store.list(String(site))) {
          names.push(name);
          if (names.length < BATCH) continue;
          await look(names);
          names = [];
        }
        await look(names);
      }
      seen = still;
    },
  };
}
