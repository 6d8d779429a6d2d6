/**
 * Has what is said in recordings written down, one after the other in each process, once their films are ready. What waits
 * is a row, taken on a lease, as recordings are that are made ready (`recording-work.ts`); nothing waits for it.
 */
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { openRounds } from '../../rounds.ts';
import type { Site } from '../../sites/site.ts';
import { isPlayable, RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull } from '../recording.ts';
import type { Recordings } from '../recordings.ts';
import { type RecordingStore, StoreFull } from '../store/recording-store.ts';
import { TranscriptUnreadable, type Words } from '../transcripts/cue.ts';
import { transcriptionStatements, UNWRITTEN } from '../transcripts/transcription-statements.ts';
import type { Transcripts } from '../transcripts/transcripts.ts';
import type { Films } from './films.ts';
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

/** Milliseconds for which one is a process's own, and between two times that it says so. */
const LEASE = 90_000;
const RENEW_EVERY = 20_000;

/** The longest time between two looks, since other processes may end while they have one. */
const LOOK_EVERY = 30_000;

/** Milliseconds until the next attempt: for each one before, and when the disk is full. */
const REST = 60_000;
const REST_WHEN_FULL = 30 * 60_000;

const MOST_ATTEMPTS = 3;

interface Taken {
  readonly id: number;
  readonly site: Site | undefined;
  /** This one counts. */
  readonly attempts: number;
}

export function openTranscriptionWork(parts: TranscriptionWorkParts) {
  const { database, clock, store, recordings, transcripts, folder, files, films, transcriber, report } =
    parts;
  const statements = transcriptionStatements(database);
  let stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let unlisten: (() => void) | undefined;
  const rounds = openRounds(workAll, () => !stopping.signal.aborted);

  async function take(): Promise<Taken | undefined> {
    // A look costs no write.
    if (!(await statements.anyWaiting.first({ now: clock.now() }))) return undefined;
    const taken = await database.write(async (tx) => {
      const now = clock.now();
      const row = await statements.waiting.first({ now }, tx);
      if (!row) return undefined;
      await statements.lease.run({ recording: row.recording, until: now + LEASE }, tx);
      return row;
    });
    return (
      taken && {
        id: taken.recording,
        site: await parts.site(taken.site),
        attempts: taken.attempts + 1,
      }
    );
  }

  /** Nothing where it is gone, nobody can hear anything in it, or it has its words already. */
  async function wordsOf({ id, site, attempts }: Taken, signal: AbortSignal): Promise<Words | undefined> {
    const recording = site && (await recordings.find(site, id));
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

  async function work(taken: Taken): Promise<void> {
    const { id, site, attempts } = taken;
    const lost = new AbortController();
    const renewing = setInterval(() => {
      const until = clock.now() + LEASE;
      Promise.resolve(statements.renew.run({ recording: id, attempts, until })).then((renewed) => {
        if (renewed === 0) lost.abort(new LeaseLost());
      }, report);
    }, RENEW_EVERY);
    try {
      const words = await wordsOf(taken, AbortSignal.any([stopping.signal, lost.signal]));
      if (words && site) await transcripts.made(site, id, words);
      await database.write((tx) => Promise.resolve(statements.remove.run({ recording: id }, tx)));
    } catch (error) {
      await putBack(taken, error);
    } finally {
      clearInterval(renewing);
    }
  }

  async function putBack({ id, attempts }: Taken, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    // It was deleted meanwhile, or nobody says a word in it.
    if (
      error instanceof RecordingNotFound ||
      (error instanceof TranscriptUnreadable && error.rule === 'nothing')
    ) {
      await database.write((tx) => Promise.resolve(statements.remove.run({ recording: id }, tx)));
      return;
    }
    const isFull = error instanceof StoreFull || error instanceof RecordingStoreFull;
    const isStopped = stopping.signal.aborted;
    if (!isStopped) report(error);
    const isOver = error instanceof RecordingQuotaUsed || attempts >= MOST_ATTEMPTS;
    const rest = isFull ? REST_WHEN_FULL : REST * attempts;
    await database.write((tx) =>
      Promise.resolve(
        statements.putBack.run(
          {
            recording: id,
            attempts,
            // What is not the fault of the recording does not count.
            counted: isStopped || isFull ? attempts - 1 : attempts,
            until: isStopped ? 0 : clock.now() + rest,
            state: isOver && !isFull && !isStopped ? 'FAILED' : 'WAITING',
          },
          tx,
        ),
      ),
    );
  }

  async function workAll(): Promise<number> {
    // Without the program they wait for a process that has it.
    if (!transcriber() || !films()) return 0;
    let worked = 0;
    for (let taken = await take(); taken; taken = await take()) {
      await work(taken);
      worked += 1;
      if (stopping.signal.aborted) break;
    }
    return worked;
  }

  function wake(): void {
    if (timer && !stopping.signal.aborted) rounds.drain().catch(report);
  }

  return {
    /** Resolves when nothing waits any more that can be written down now. */
    drain: rounds.drain,

    /** From now on it is done by itself, where there is a program; at once for what a process left that was killed. */
    start(): void {
      if (timer || !transcriber()) return;
      stopping = new AbortController();
      timer = setInterval(wake, LOOK_EVERY).unref();
      unlisten = database.listen((topic) => {
        if (topic === undefined || topic === UNWRITTEN) wake();
      });
      const isUnderWay = async (recording: number) =>
        ((await statements.of.first({ recording }))?.leased_until ?? 0) > clock.now();
      folder.sweep(isUnderWay).catch(report);
      wake();
    },

    /** What is under way is begun again by whoever comes first. */
    async stop(): Promise<void> {
      stopping.abort(new Error('the process ends'));
      clearInterval(timer);
      timer = undefined;
      unlisten?.();
      await rounds.underWay()?.catch(report);
    },
  };
}

/** Somebody else has it, or it is gone. */
class LeaseLost extends Error {}
