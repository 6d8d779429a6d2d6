/** What ffmpeg makes of media files: an MP4 that plays everywhere, a still picture, sound alone. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChildBounds, runBounded } from './bounded-child.ts';
import type { Measurement } from './media-orders.ts';

/** A file with what is known of it. */
export interface Take extends Measurement {
  readonly path: string;
  readonly bytes: number;
}

export interface FilmBounds {
  /** Milliseconds for anything, and for each millisecond of what is made. */
  readonly time: number;
  readonly timeForEach: number;
  readonly silence: number;
  readonly memory: number;
}

export const FILMING: FilmBounds = {
  time: 5 * 60_000,
  timeForEach: 10,
  silence: 5 * 60_000,
  memory: 2 * 1024 ** 3,
};

/** Milliseconds, and points of a picture, beyond which nothing is made anew. */
const LONGEST = 26 * 3_600_000;
const LARGEST_PICTURE = 7_680 * 4_320;

const RATE = 25;
const SAMPLE_RATE = 48_000;

export type Films = ReturnType<typeof openFilms>;

/**
 * What the ffmpeg of this machine makes, looked for when it is first asked for.
 * @param setting that of the installation: `none`, a program, or nothing for the one that is found
 * @returns what gives nothing where there is no ffmpeg
 */
export function filmsOnThisMachine(setting: string): () => Films | undefined {
  let found: Films | undefined | null = setting === 'none' ? undefined : null;
  return () => {
    if (found !== null) return found;
    const program = setting || 'ffmpeg';
    const isThere = spawnSync(program, ['-version'], { stdio: 'ignore', timeout: 10_000 }).status === 0;
    found = isThere ? openFilms(program) : undefined;
    return found;
  };
}

/** Whether a file is one that may be made anew: one that says that it is years long would take them. */
export function isModest({ duration, video }: Measurement): boolean {
  return duration <= LONGEST && (video?.width ?? 0) * (video?.height ?? 0) <= LARGEST_PICTURE;
}

export function openFilms(ffmpeg: string, { time, timeForEach, silence, memory }: FilmBounds = FILMING) {
  interface Run {
    readonly args: readonly string[];
    readonly into: string;
    readonly duration: number;
    readonly most: number;
  }

  async function run({ args, into, duration, most }: Run, signal?: AbortSignal): Promise<void> {
    const bounds: ChildBounds = {
      time: time + timeForEach * duration,
      silence,
      memory,
      file: { path: into, most },
    };
    const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];
    const progress = ['-progress', 'pipe:1', '-stats_period', '5'];
    await runBounded(ffmpeg, [...quiet, ...progress, ...args, into], bounds, signal);
  }

  /** Pictures and sound of one file, each in the one form that all of them get. */
  async function anew(take: Take, size: Size | undefined, into: string, signal?: AbortSignal): Promise<void> {
    const seconds = ['-t', String(take.duration / 1000)];
    const silent = ['-f', 'lavfi', ...seconds, '-i', `anullsrc=r=${SAMPLE_RATE}:cl=stereo`];
    const black = size
      ? ['-f', 'lavfi', ...seconds, '-i', `color=black:s=${size.width}x${size.height}:r=${RATE}`]
      : [];
    const args = [
      ...inputOf(take),
      ...(take.audio ? [] : silent),
      ...(size && !take.video ? black : []),
      ...(size ? ['-map', take.video ? '0:v:0' : '1:v:0', ...pictureOf(size)] : ['-vn']),
      ...['-map', take.audio ? '0:a:0' : '1:a:0', ...SOUND],
      ...MP4,
    ];
    await run({ args, into, duration: take.duration, most: mostOf([take]) }, signal);
  }

  /** One behind the other, as they are. */
  async function chain(
    paths: readonly string[],
    takes: readonly Take[],
    { folder, into }: Places,
    signal?: AbortSignal,
  ): Promise<void> {
    const list = join(folder, 'list.txt');
    await writeFile(list, paths.map((path) => `file '${path.replaceAll("'", "'\\''")}'\n`).join(''));
    const args = ['-f', 'concat', '-safe', '0', ...LOCAL, '-i', list, '-map', '0', '-c', 'copy', ...MP4];
    await run({ args, into, duration: durationOf(takes), most: mostOf(takes) }, signal);
  }

  return {
    /**
     * One MP4 of them all, with H.264 and AAC, that begins with where everything lies. What is so already is copied.
     * @throws ChildFailed
     */
    async film(takes: readonly Take[], places: Places, signal?: AbortSignal): Promise<void> {
      const [first, ...others] = takes;
      if (first && others.length === 0 && isFinished(first)) {
        const args = [...inputOf(first), '-map', '0:v:0?', '-map', '0:a:0?', '-c', 'copy', ...MP4];
        await run({ args, into: places.into, duration: first.duration, most: mostOf(takes) }, signal);
        return;
      }
      const size = sizeOf(takes);
      const paths: string[] = [];
      for (const [index, take] of takes.entries()) {
        const path = others.length === 0 ? places.into : join(places.folder, `film-${index}.mp4`);
        await anew(take, size, path, signal);
        paths.push(path);
      }
      if (others.length > 0) await chain(paths, takes, places, signal);
    },

    /** A still picture (JPEG), at most 1280 points wide. */
    async poster(take: Take, into: string, signal?: AbortSignal): Promise<void> {
      const at = String(Math.min(5, take.duration / 3000));
      const picture = ['-map', '0:v:0', '-frames:v', '1', '-vf', "scale='min(1280,iw)':-2", '-q:v', '4'];
      const args = ['-ss', at, ...inputOf(take), ...picture, '-f', 'image2', '-update', '1'];
      await run({ args, into, duration: 0, most: 16 * 1024 * 1024 }, signal);
    },

    /** Its sound alone (WAV): one channel of 16 bits, 16,000 samples a second. */
    async sound(take: Take, into: string, signal?: AbortSignal): Promise<void> {
      const form = ['-map', '0:a:0', '-vn', '-ac', '1', '-ar', '16000', '-c:a', 'pcm_s16le', '-f', 'wav'];
      const most = 64 * take.duration + 1024 * 1024;
      await run({ args: [...inputOf(take), ...form], into, duration: take.duration, most }, signal);
    },
  };
}

interface Places {
  /** For what is needed in between. */
  readonly folder: string;
  readonly into: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A file that names others has them read from nowhere else. */
const LOCAL = ['-protocol_whitelist', 'file'];
const MP4 = ['-movflags', '+faststart', '-f', 'mp4'];
const SOUND = [
  '-c:a',
  'aac',
  '-b:a',
  '128k',
  '-ar',
  String(SAMPLE_RATE),
  '-ac',
  '2',
  '-af',
  'aresample=async=1:first_pts=0',
];

/** It is read as what it was measured to be: ffmpeg guesses nothing. */
function inputOf({ path, container }: Take): string[] {
  return [...LOCAL, '-f', container === 'mp4' ? 'mov' : 'matroska', '-i', path];
}

function pictureOf({ width, height }: Size): string[] {
  const fits = `scale=${width}:${height}:force_original_aspect_ratio=decrease`;
  const filter = `${fits},pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2,setsar=1,fps=${RATE}`;
  const quality = ['-preset', 'veryfast', '-crf', '23', '-g', String(4 * RATE), '-pix_fmt', 'yuv420p'];
  return ['-vf', filter, '-c:v', 'libx264', ...quality];
}

/** As large as the largest of them, in even numbers; nothing where there is sound alone. */
function sizeOf(takes: readonly Take[]): Size | undefined {
  const pictures = takes.flatMap(({ video }) => (video ? [video] : []));
  if (pictures.length === 0) return undefined;
  const even = (most: number) => Math.max(2, most + (most % 2));
  return {
    width: even(Math.max(...pictures.map(({ width }) => width))),
    height: even(Math.max(...pictures.map(({ height }) => height))),
  };
}

/** Nothing of it need be made anew. */
export function isFinished({ container, video, audio }: Measurement): boolean {
  return (
    container === 'mp4' &&
    (video === undefined || video.codec === 'avc') &&
    (audio === undefined || audio.codec === 'aac' || audio.codec === 'mp3')
  );
}

function durationOf(takes: readonly Take[]): number {
  return takes.reduce((sum, { duration }) => sum + duration, 0);
}

/** Bytes that may come of them: what is still takes less anew, and what moves much may take more. */
function mostOf(takes: readonly Take[]): number {
  const bytes = takes.reduce((sum, take) => sum + take.bytes, 0);
  return 64 * 1024 * 1024 + Math.max(4 * bytes, durationOf(takes) * 1_000);
}
