/** Has what is said in recordings written down once their films are ready; nothing waits for it. */
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Site } from '../../sites/site.ts';
import { isPlayable, RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull } from '../recording.ts';
import type { Recordings } from '../recordings.ts';
import { type RecordingStore, StoreFull } from '../store/recording-store.ts';
import { TranscriptUnreadable, type Words } from '../transcripts/cue.ts';
import { transcriptionStatements, UNWRITTEN } from '../transcripts/transcription-statements.ts';
import type { Transcripts } from '../transcripts/transcripts.ts';
import type { Films } from './films.ts';
import { type Leased, openLeasedWork } from './leased-work.ts';
import type { MediaFiles } from './media-files.ts';
import type { Transcriber } from './transcriber.ts';
import { fetchInto, type WorkFolder } from './work-folder.ts';

export interface TranscriptionWorkParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: Pick<RecordingStore, 'read'>;
  readonly recordings: Pick<Recordings, 'find' | 'filesOf'>;
  readonly transcripts: Pick<Transcripts, 'of' | 'made'>;
  readonly site: (id: number) => Promise<Site | undefined> | Site | undefined;
  readonly folder: WorkFolder;
  readonly files: MediaFiles;
  /** Gives nothing where there is no ffmpeg. */
  readonly films: () => Films | undefined;
  /** Gives nothing where no program is named that can be run. */
  readonly transcriber: () => Transcriber | undefined;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type TranscriptionWork = ReturnType<typeof openTranscriptionWork>;

/** Milliseconds. */
const LOOK_EVERY = 30_000;

/** Milliseconds until the next attempt: for each one before, and when the disk is full. */
const REST = 60_000;
const REST_WHEN_FULL = 30 * 60_000;

const MOST_ATTEMPTS = 3;

interface LeasedTranscription extends Leased {
  /** The number of its site. */
  readonly siteID: number;
}

export function openTranscriptionWork(parts: TranscriptionWorkParts) {
  const { database, clock, store, recordings, transcripts, folder, files, films, transcriber, report } =
    parts;
  const statements = transcriptionStatements(database);

  /** Nothing where it is gone, nobody can hear anything in it, or it has its words already. */
  async function wordsOf(
    { id, attempts }: LeasedTranscription,
    site: Site,
    signal: AbortSignal,
  ): Promise<Words | undefined> {
    const recording = await recordings.find(site, id);
    if (recording?.state !== 'READY' || recording.deletedAt !== null) return undefined;
    if (!isPlayable(recording.format) || (await transcripts.of(recording))) return undefined;
    const { MAIN, SOUND } = await recordings.filesOf(recording);
    const [ffmpeg, program] = [films(), transcriber()];
    if (!MAIN || !ffmpeg || !program) return undefined;
    const path = await folder.take(id, attempts);
    try {
      const wav = join(path, 'sound.wav');
      if (SOUND) await fetchInto(wav, store, [SOUND.name], signal);
      else {
        const source = join(path, 'source');
        await fetchInto(source, store, [MAIN.name], signal);
        const measured = await files.measure(source, signal);
        if (!measured.audio) return undefined;
        await ffmpeg.sound({ ...measured, path: source, bytes: MAIN.bytes }, wav, signal);
      }
      return await program.transcribe(wav, { duration: recording.duration * 1000, folder: path }, signal);
    } finally {
      await folder.drop(path).catch(report);
    }
  }

  async function done(recording: number): Promise<void> {
    await database.write(async (tx) => statements.remove.run({ recording }, tx));
  }

  async function work(taken: LeasedTranscription, signal: AbortSignal): Promise<void> {
    const { id, siteID } = taken;
    const site = await parts.site(siteID);
    const words = site && (await wordsOf(taken, site, signal));
    if (words) await transcripts.made(site, id, words);
    await done(id);
  }

  async function putBack(
    { id, attempts }: LeasedTranscription,
    error: unknown,
    isStopped: boolean,
  ): Promise<void> {
    const isSilent = error instanceof TranscriptUnreadable && error.rule === 'nothing';
    // It was deleted meanwhile, or nobody says a word in it.
    if (error instanceof RecordingNotFound || isSilent) return done(id);
    const isFull = error instanceof StoreFull || error instanceof RecordingStoreFull;
    if (!isStopped) report(error);
    const isOver = error instanceof RecordingQuotaUsed || attempts >= MOST_ATTEMPTS;
    const rest = isFull ? REST_WHEN_FULL : REST * attempts;
    const later = {
      recording: id,
      attempts,
      // What is not the fault of the recording does not count.
      counted: isStopped || isFull ? attempts - 1 : attempts,
      until: isStopped ? 0 : clock.now() + rest,
      state: isOver && !isFull && !isStopped ? 'FAILED' : 'WAITING',
    } as const;
    await database.write(async (tx) => statements.putBack.run(later, tx));
  }

  return openLeasedWork<LeasedTranscription>({
    ...{ database, clock, folder, report, work, putBack },
    topic: UNWRITTEN,
    lookEvery: LOOK_EVERY,
    // Without the program they wait for a process that has it.
    isAble: () => transcriber() !== undefined && films() !== undefined,
    anyWaiting: (now) => statements.anyWaiting.first({ now }),
    async take(tx, now, until) {
      const row = await statements.waiting.first({ now }, tx);
      if (!row) return undefined;
      const { recording: id, attempts } = row;
      await statements.lease.run({ recording: id, until }, tx);
      return { id, siteID: row.site, attempts: attempts + 1 };
    },
    renew: ({ id, attempts }, until) => statements.renew.run({ recording: id, attempts, until }),
    isUnderWay: async (recording) =>
      ((await statements.of.first({ recording }))?.leased_until ?? 0) > clock.now(),
  });
}
