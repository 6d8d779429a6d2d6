import { mkdtempSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Database } from '../../../src/database/database.ts';
import { systemRandom } from '../../../src/random.ts';
import { openAccessHistory } from '../../../src/recordings/access-history.ts';
import type { Moment } from '../../../src/recordings/processing/chapters.ts';
import { type Films, filmsOnThisMachine } from '../../../src/recordings/processing/films.ts';
import { openMakeReady } from '../../../src/recordings/processing/make-ready.ts';
import { type MediaFiles, openMediaFiles } from '../../../src/recordings/processing/media-files.ts';
import { openRecordingSound } from '../../../src/recordings/processing/recording-sound.ts';
import { openRecordingWork } from '../../../src/recordings/processing/recording-work.ts';
import type { Transcriber } from '../../../src/recordings/processing/transcriber.ts';
import { openTranscriptionWork } from '../../../src/recordings/processing/transcription-work.ts';
import { openWorkFolder } from '../../../src/recordings/processing/work-folder.ts';
import type { Recording, RecordingFileRole } from '../../../src/recordings/recording.ts';
import { openRecordings } from '../../../src/recordings/recordings.ts';
import { openRoomRecordings } from '../../../src/recordings/room-recordings.ts';
import { folderStore } from '../../../src/recordings/store/folder-store.ts';
import type { RecordingStore } from '../../../src/recordings/store/recording-store.ts';
import { openTranscripts } from '../../../src/recordings/transcripts/transcripts.ts';
import { keptSite } from '../../sessions/kept.ts';

/** Recordings through the domain alone: rooms, what is brought, and what makes both ready. */

/** A WebM as a browser records it: 2.4 seconds of picture and sound, in clusters, without a length or an index. */
export const RECORDED = readFileSync(join(import.meta.dirname, 'recorded.webm'));

export const WEBM = 'video/webm;codecs=vp8,opus';

export const films = filmsOnThisMachine('')();
export const noFfmpeg = films ? false : 'there is no ffmpeg on this machine';

export interface WorkshopOptions {
  readonly films?: Films | undefined;
  readonly transcriber?: Transcriber | undefined;
  readonly files?: MediaFiles;
  readonly moments?: readonly Moment[];
  /** Comes before the store. */
  readonly store?: (store: RecordingStore) => RecordingStore;
}

export type Workshop = Awaited<ReturnType<typeof workshop>>;

/** The same site, store and folder for everybody who works on a database in this process. */
export async function workshop(database: Database, options: WorkshopOptions = {}, folder = ownFolder()) {
  const kept = await keptSite(database);
  const { clock, site } = kept;
  const plain = folderStore(join(folder, 'recordings'), () => clock.now());
  const store = options.store?.(plain) ?? plain;
  const accessHistory = openAccessHistory(database);
  const reported: unknown[] = [];
  const recordings = openRecordings({
    database,
    clock,
    random: systemRandom,
    store,
    accessHistory,
    record: async () => {},
    transcribes: () => options.transcriber !== undefined,
  });
  const transcripts = openTranscripts({
    database,
    clock,
    store,
    recordings,
    transcribes: () => options.transcriber !== undefined,
    record: async () => {},
  });
  const rooms = openRoomRecordings({ database, clock, random: systemRandom, store, recordings });
  const making = {
    store,
    recordings,
    folder: openWorkFolder(folder),
    files: options.files ?? openMediaFiles(),
    films: () => options.films,
  };
  const sound = openRecordingSound(making);
  const work = openRecordingWork({
    ...making,
    database,
    clock,
    makeReady: openMakeReady({
      ...making,
      rooms,
      momentsOf: async () => options.moments ?? [],
    }),
    report: (error) => reported.push(error),
  });
  const transcription = openTranscriptionWork({
    ...making,
    folder: openWorkFolder(folder, 'transcript-work'),
    database,
    clock,
    transcripts,
    transcriber: () => options.transcriber,
    site: () => site,
    report: (error) => reported.push(error),
  });
  const host = (await kept.accounts.find(site, 'hanna')) ?? (await kept.host('hanna'));
  let run = 0;

  /** Records segments, each in parts of so many bytes, and ends. */
  async function recorded(
    segments: readonly Uint8Array[],
    { size = 4_000, mediaType = WEBM }: { readonly size?: number; readonly mediaType?: string } = {},
  ): Promise<Recording> {
    run += 1;
    const begun = {
      site: site.id,
      run,
      sessionKey: 123_456_789,
      host: host.id,
      name: 'Stand-up',
      recorder: 5,
    };
    const about = { service: 'MeetingCenter', timeZoneID: 4, confID: 77 } as const;
    await database.write((tx) => rooms.begin(tx, site, { ...begun, ...about }));
    const room = await rooms.ofRun(run);
    if (!room?.recording) throw new Error('nothing is recorded');
    for (const bytes of segments) {
      const segment = await database.write((tx) => rooms.segment(tx, run, 5, mediaType));
      if (segment === undefined) throw new Error('no segment');
      for (let at = 0; at < bytes.length; at += size) {
        const part = bytes.subarray(at, at + size);
        const taken = await rooms.take(site, room, { segment, part: at / size }, once(part));
        if (!taken.kept) throw new Error(taken.why);
      }
      clock.advance({ seconds: 10 });
    }
    await database.write((tx) => rooms.over(tx, run, {}));
    return found(room.recording);
  }

  /** A file that somebody has brought. */
  async function brought(bytes: Uint8Array, format: 'MP4' | 'WEBM', role: 'MAIN' | 'ORIGINAL' = 'MAIN') {
    const name = `${site.id}/brought/${systemRandom.bytes(6).toString('hex')}.bin`;
    await store.put(name, once(bytes));
    const mediaType = format === 'MP4' ? 'video/mp4' : 'video/webm';
    const file = { role, name, mediaType, bytes: bytes.length, sha256: Buffer.alloc(32, 1) };
    const about = { name: 'Brought', host: host.id, service: 'MeetingCenter', timeZoneID: 4 } as const;
    return database.write((tx) =>
      recordings.add(tx, site, { ...about, state: 'PROCESSING', format, files: [file] }),
    );
  }

  async function found(id: number): Promise<Recording> {
    const recording = await recordings.find(site, id);
    if (!recording) throw new Error(`there is no recording ${id}`);
    return recording;
  }

  /** Copies a file of a recording to where programs can read it. */
  async function fileOf({ id }: Recording, role: RecordingFileRole = 'MAIN'): Promise<string | undefined> {
    const file = (await recordings.filesOf({ id }))[role];
    if (!file) return undefined;
    const path = join(folder, `${id}-${role}`);
    await writeFile(path, await readFile(join(folder, 'recordings', file.name)));
    return path;
  }

  async function stored(): Promise<string[]> {
    const names: string[] = [];
    for await (const { name } of store.list(String(site.id))) names.push(name);
    return names.sort();
  }

  return {
    ...kept,
    database,
    folder,
    store,
    recordings,
    rooms,
    work,
    transcripts,
    transcription,
    sound,
    host,
    reported,
    recorded,
    brought,
    found,
    fileOf,
    stored,
  };
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-workshop-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
