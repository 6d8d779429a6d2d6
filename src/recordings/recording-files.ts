/** The files of recordings: their rows, and their bytes, which leave the store when no row knows them any more. */
import type { Executor, RecordingFileRole } from '../database/database.ts';
import type { RecordingFile } from './recording.ts';
import type { RecordingStatements } from './recording-statements.ts';
import type { RoomRecordingStatements } from './room-recording-statements.ts';
import type { RecordingStore } from './store/recording-store.ts';

interface Parts {
  readonly statements: RecordingStatements;
  readonly rooms: RoomRecordingStatements;
  readonly store: Pick<RecordingStore, 'remove'>;
}

/** What drops rows gives the names of bytes, which are removed when the write is on disk. */
export function openRecordingFiles({ statements, rooms, store }: Parts) {
  async function add(tx: Executor, recording: number, file: RecordingFile): Promise<void> {
    const { role, name, mediaType: media_type, bytes, sha256 } = file;
    await statements.addFile.run({ recording, role, name, media_type, bytes, sha256 }, tx);
  }

  /** What was recorded in a room is in the files now, or nobody wants it. */
  async function dropParts(tx: Executor, recording: number): Promise<string[]> {
    const names: string[] = [];
    for (const { id } of await rooms.ofRecording.all({ recording }, tx)) {
      for (const { name } of await rooms.partsOfAll.all({ id }, tx)) names.push(name);
      await rooms.dropSegments.run({ id }, tx);
      await rooms.setEmpty.run({ id }, tx);
    }
    return names;
  }

  return {
    add,
    dropParts,

    /** Each takes the place of the one in its role; roles that are dropped are empty then. */
    async replace(
      tx: Executor,
      recording: number,
      files: readonly RecordingFile[],
      drops: readonly RecordingFileRole[] = [],
    ): Promise<string[]> {
      const before = await statements.filesOf.all({ recording }, tx);
      const roles = new Set([...drops, ...files.map(({ role }) => role)]);
      const old = before.filter(
        ({ role, name }) => roles.has(role) && !files.some((one) => one.name === name),
      );
      for (const role of roles) await statements.dropFile.run({ recording, role }, tx);
      for (const file of files) await add(tx, recording, file);
      return old.map(({ name }) => name);
    },

    /** Everything of a recording that is erased; the rows of its files go with its own. */
    async dropAll(tx: Executor, recording: number): Promise<string[]> {
      const files = await statements.filesOf.all({ recording }, tx);
      const parts = await dropParts(tx, recording);
      for (const room of await rooms.ofRecording.all({ recording }, tx)) await rooms.drop.run(room, tx);
      return [...files.map(({ name }) => name), ...parts];
    },

    /** Names of files that no recording has: somebody else may have kept them meanwhile. */
    async unknownOf(tx: Executor, files: readonly RecordingFile[] = []): Promise<string[]> {
      const names: string[] = [];
      for (const { name } of files) if (!(await statements.isKept.first({ name }, tx))) names.push(name);
      return names;
    },

    /** Takes bytes out of the store. What fails here is found by the sweeper. */
    async remove(names: readonly string[]): Promise<void> {
      await Promise.allSettled(names.map((name) => store.remove(name)));
    },
  };
}
