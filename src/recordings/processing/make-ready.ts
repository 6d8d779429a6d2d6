/**
 * Makes what was recorded in a room, or was brought, into a file that plays and can be sought in. What cannot be made
 * better stays as it came, and says why.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Measured } from '../measured.ts';
import type { Recording, RecordingFile, RecordingProblem } from '../recording.ts';
import type { Made, Recordings } from '../recordings.ts';
import type { RecordedSegment } from '../room-recording.ts';
import type { RoomRecordings } from '../room-recordings.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { ChildFailed, sizeOf } from './bounded-child.ts';
import { chaptersOf, type Moment, type Piece } from './chapters.ts';
import { type Films, isFinished, isModest, type Take } from './films.ts';
import type { MediaFiles } from './media-files.ts';
import type { Container, Measurement } from './media-orders.ts';
import { layoutOf } from './mp4-layout.ts';
import { fetchInto, keepFile } from './work-folder.ts';

export interface MakeReadyParts {
  readonly store: RecordingStore;
  readonly recordings: Pick<Recordings, 'filesOf'>;
  readonly rooms: Pick<RoomRecordings, 'segmentsFor'>;
  readonly files: MediaFiles;
  /** Nothing where there is no ffmpeg. */
  readonly films: () => Films | undefined;
  /** What happened in the room while it was recorded, in its order. */
  readonly momentsOf: (recording: Recording) => Promise<readonly Moment[]>;
}

/** Where a recording is made ready, and what ends that. */
export interface WorkPlace {
  readonly folder: string;
  readonly signal: AbortSignal;
}

interface RoomTake extends Take {
  readonly startedAt: number;
}

/** A file that is to be the main one. */
interface Film {
  readonly take: Take;
  readonly pieces: readonly Piece[];
  readonly problem: RecordingProblem | undefined;
}

/** What browsers put into a WebM: anything else goes into an MP4. */
const OF_WEBM = ['vp8', 'vp9', 'av1'];

export type MakeReady = ReturnType<typeof openMakeReady>;

export function openMakeReady({
  store,
  recordings,
  rooms,
  files,
  films: findFilms,
  momentsOf,
}: MakeReadyParts) {
  /** @returns nothing when nobody can read it within the bounds */
  async function measured(path: string, signal: AbortSignal): Promise<Take | undefined> {
    const measurement = await unlessFailed(files.measure(path, signal));
    return measurement && { ...measurement, path, bytes: await sizeOf(path) };
  }

  /** The same for what has been made here. */
  async function outcomeOf(
    path: string,
    work: Promise<unknown>,
    signal: AbortSignal,
  ): Promise<Take | undefined> {
    const isMade = await unlessFailed(work.then(() => true));
    const take = isMade ? await measured(path, signal) : undefined;
    return take && take.duration > 0 ? take : undefined;
  }

  async function filmOfRoom(
    takes: readonly RoomTake[],
    { folder, signal }: WorkPlace,
  ): Promise<Film | undefined> {
    const films = findFilms();
    const into = join(folder, 'main.mp4');
    const mayFilm = takes.every(isModest);
    if (films && mayFilm) {
      const take = await outcomeOf(into, films.film(takes, { folder, into }, signal), signal);
      if (take) return { take, pieces: takes, problem: undefined };
    }
    const problem = films ? (mayFilm ? 'unconverted' : 'large') : 'noFfmpeg';
    return joined(takes, problem, { folder, signal });
  }

  /** Without touching pictures and sound. */
  async function joined(
    takes: readonly RoomTake[],
    problem: RecordingProblem,
    { folder, signal }: WorkPlace,
  ): Promise<Film | undefined> {
    const [first] = takes;
    if (!first) return undefined;
    const container = containerOf(first);
    const into = join(folder, `joined.${container}`);
    const most = 64 * 1024 * 1024 + 2 * takes.reduce((sum, { bytes }) => sum + bytes, 0);
    const paths = takes.map(({ path }) => path);
    const result = await unlessFailed(files.join(paths, into, container, most, signal));
    const take = result && (await measured(into, signal));
    if (!take || take.duration === 0) return undefined;
    const pieces = result.pieces.flatMap(({ at, duration }) => {
      const { startedAt } = takes[at] ?? first;
      return [{ startedAt, duration }];
    });
    return { take, pieces, problem: pieces.length < takes.length ? 'partly' : problemOf(take, problem) };
  }

  async function ofRoom(
    recording: Recording,
    segments: readonly RecordedSegment[],
    attempt: WorkPlace,
  ): Promise<Made> {
    const takes: RoomTake[] = [];
    let isWhole = true;
    const withParts = segments.filter(({ parts }) => parts.length > 0);
    for (const [index, { parts, startedAt }] of withParts.entries()) {
      const path = join(attempt.folder, `segment-${index}`);
      const names = parts.map(({ name }) => name);
      await fetchInto(path, store, names, attempt.signal);
      const take = await measured(path, attempt.signal);
      // Whoever stops at once has sent a beginning and nothing more.
      if (!take) isWhole = false;
      else if (take.duration > 0) takes.push({ ...take, startedAt });
    }
    const film = (await filmOfRoom(takes, attempt)) ?? asItCame(takes);
    if (!film) return saved(recording, withParts);
    const { take, pieces } = film;
    const problem = isWhole ? film.problem : 'partly';
    const main = await keep(recording, take.path, 'MAIN', take);
    const chapters = chaptersOf(pieces, await momentsOf(recording));
    return {
      ...(await ready(recording, take, [main], attempt)),
      document: { ...pictureOf(take), chapters, problem },
      dropsParts: problem !== 'partly',
    };
  }

  /** Nothing could be made of it: what there is can be fetched, one part behind the other. */
  async function saved(recording: Recording, segments: readonly RecordedSegment[]): Promise<Made> {
    const parts = segments.flatMap(({ parts }) => parts);
    if (parts.length === 0) return { state: 'FAILED', document: { problem: 'empty' }, dropsParts: true };
    const [mediaType = ''] = segments[0]?.mediaType.split(';') ?? [];
    const name = nameOf(recording, 'original', /mp4/.test(mediaType) ? 'mp4' : 'webm');
    async function* bytes() {
      for (const part of parts) yield* await store.read(part.name);
    }
    const counted = new Measured(bytes(), { most: Number.POSITIVE_INFINITY, keeps: 0 });
    await store.put(name, counted);
    const original: RecordingFile = {
      role: 'ORIGINAL',
      name,
      mediaType,
      bytes: counted.bytes,
      sha256: counted.sha256(),
    };
    return { state: 'FAILED', files: [original], document: { problem: 'unreadable' }, dropsParts: true };
  }

  async function ofFile(recording: Recording, source: RecordingFile, attempt: WorkPlace): Promise<Made> {
    const { folder, signal } = attempt;
    const path = join(folder, 'source');
    await fetchInto(path, store, [source.name], signal);
    const take = await measured(path, signal);
    if (!take || take.duration === 0) return { state: 'FAILED', document: { problem: 'unreadable' } };
    const isAlready = isFinished(take) && (await layoutOf(path)).isFastStart;
    const film = isAlready ? undefined : await filmOfFile(take, attempt);
    const main = film?.take && (await keep(recording, film.take.path, 'MAIN', film.take));
    const made = film?.take ?? take;
    return {
      ...(await ready(recording, made, [main ?? { ...source, role: 'MAIN' }], attempt)),
      document: { ...pictureOf(made), problem: film?.problem },
      drops: ['ORIGINAL'],
    };
  }

  /** Without `take` it stays as it came. */
  async function filmOfFile(
    take: Take,
    { folder, signal }: WorkPlace,
  ): Promise<{ readonly take?: Take; readonly problem: RecordingProblem | undefined }> {
    const films = findFilms();
    const into = join(folder, 'main.mp4');
    const mayFilm = isModest(take);
    if (films && mayFilm) {
      const made = await outcomeOf(into, films.film([take], { folder, into }, signal), signal);
      if (made) return { take: made, problem: undefined };
    }
    const problem = films ? (mayFilm ? 'unconverted' : 'large') : 'noFfmpeg';
    if (take.container === 'webm' && take.saysDuration) return { problem };
    const film = await joined([{ ...take, startedAt: 0 }], problem, { folder, signal });
    return film ?? { problem: problemOf(take, problem) };
  }

  async function ready(
    recording: Recording,
    take: Take,
    kept: readonly RecordingFile[],
    { folder, signal }: WorkPlace,
  ): Promise<Made & { readonly state: 'READY' }> {
    const films = findFilms();
    const path = join(folder, 'poster.jpg');
    if (films && take.video) await unlessFailed(films.poster(take, path, signal));
    const isDrawn = (await sizeOf(path)) > 0;
    const poster = isDrawn ? [await keep(recording, path, 'POSTER', take)] : [];
    return {
      state: 'READY',
      files: [...kept, ...poster],
      duration: Math.max(1, Math.round(take.duration / 1000)),
      format: take.container === 'mp4' ? 'MP4' : 'WEBM',
    };
  }

  async function keep(
    recording: Recording,
    path: string,
    role: 'MAIN' | 'POSTER',
    { container, video }: Measurement,
  ): Promise<RecordingFile> {
    if (role === 'POSTER')
      return keepFile(path, store, {
        role,
        name: nameOf(recording, 'poster', 'jpg'),
        mediaType: 'image/jpeg',
      });
    const mediaType = `${video ? 'video' : 'audio'}/${container}`;
    return keepFile(path, store, { role, name: nameOf(recording, 'main', container), mediaType });
  }

  return {
    /** @throws what keeps it from being made ready for now: StoreFull, a store or a database that does not answer */
    async make(recording: Recording, attempt: WorkPlace): Promise<Made> {
      const segments = await rooms.segmentsFor(recording);
      if (segments) return ofRoom(recording, segments, attempt);
      const { ORIGINAL, MAIN } = await recordings.filesOf(recording);
      const source = ORIGINAL ?? MAIN;
      return source
        ? ofFile(recording, source, attempt)
        : { state: 'FAILED', document: { problem: 'empty' } };
    },

    /** It has been tried often enough. */
    async giveUp(recording: Recording): Promise<Made> {
      const segments = await rooms.segmentsFor(recording);
      if (segments) return saved(recording, segments);
      const { ORIGINAL, MAIN } = await recordings.filesOf(recording);
      const source = ORIGINAL ?? MAIN;
      if (!source) return { state: 'FAILED', document: { problem: 'empty' } };
      const files: RecordingFile[] = [{ ...source, role: 'MAIN' }];
      return { state: 'READY', files, document: { problem: 'unconverted' }, drops: ['ORIGINAL'] };
    },
  };
}

/** Nothing, when a bound was passed or a program gave up. */
async function unlessFailed<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ChildFailed) return undefined;
    throw error;
  }
}

/** The longest of them as it is; the others stay beside it. */
function asItCame(takes: readonly RoomTake[]): Film | undefined {
  const [longest, ...others] = takes.toSorted((one, other) => other.duration - one.duration);
  if (!longest) return undefined;
  return { take: longest, pieces: [longest], problem: others.length > 0 ? 'partly' : 'unconverted' };
}

function containerOf({ container, video }: Measurement): Container {
  if (video) return OF_WEBM.includes(video.codec) ? 'webm' : 'mp4';
  return container === 'mp4' ? 'mp4' : 'webm';
}

/** What plays everywhere as it is lacks nothing. */
function problemOf(take: Take, problem: RecordingProblem): RecordingProblem | undefined {
  return isFinished(take) ? undefined : problem;
}

function pictureOf({ video }: Measurement): { readonly width?: number; readonly height?: number } {
  return video ? { width: video.width, height: video.height } : {};
}

/** A name of its own for each attempt: what is kept is never written over. */
function nameOf({ site, id }: Recording, what: string, extension: string): string {
  return `${site}/${id}/${what}.${randomBytes(6).toString('hex')}.${extension}`;
}
