/** Which files of the store a copy of the database knows. */
import { rowsOfCopy } from '../database/copy.ts';
import type { KeptFile } from './store/recording-store.ts';

/** Those of recordings, and the parts of what rooms have recorded. */
export function* filesInCopy(database: string): Generator<KeptFile> {
  for (const table of ['recording_file', 'recording_part'] as const) {
    for (const { name, bytes } of rowsOfCopy(database, table, ['name', 'bytes'])) {
      yield { name: String(name), bytes: Number(bytes) };
    }
  }
}
