/** ffmpeg: pictures and sound as they are go in, a file in pieces comes out. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import { SAMPLE_RATE } from './voice-mix.ts';

/** What comes out: H.264 and AAC in fragments of two seconds, so that what is there can be played. */
export const ENCODED_TYPE = 'video/mp4;codecs=avc1,mp4a.40.2';

export interface Ffmpeg {
  readonly process: ChildProcess;
  /** I420, one picture after the other. */
  readonly pictures: Writable;
  /** Samples of 16 bits, the lower byte first. */
  readonly sound: Writable;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** A second. */
  readonly rate: number;
}

/** Where the process that records has its file written to. Its standard output is its libraries' to write to. */
export const FILE_OUT = 4;

/** The file goes to `FILE_OUT` of this process. */
export function openFfmpeg({ width, height, rate }: PictureSize): Ffmpeg {
  const pictures = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', `${rate}`];
  const sound = ['-f', 's16le', '-ar', `${SAMPLE_RATE}`, '-ac', '1'];
  const queues = ['-thread_queue_size', '256'];
  const video = [
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-pix_fmt',
    'yuv420p',
    '-crf',
    '26',
    '-g',
    `${2 * rate}`,
  ];
  const audio = ['-c:a', 'aac', '-b:a', '96k'];
  const file = ['-f', 'mp4', '-movflags', '+frag_keyframe+empty_moov+default_base_moof', 'pipe:1'];
  const process = spawn(
    'ffmpeg',
    [
      ...['-hide_banner', '-loglevel', 'error', '-nostdin'],
      ...[...queues, ...pictures, '-i', 'pipe:3'],
      ...[...queues, ...sound, '-i', 'pipe:4'],
      ...[...video, ...audio, ...file],
    ],
    { stdio: ['ignore', FILE_OUT, 'inherit', 'pipe', 'pipe'] },
  );
  const [, , , first, second] = process.stdio;
  return { process, pictures: writable(first), sound: writable(second) };
}

function writable(stream: ChildProcess['stdio'][number]): Writable {
  if (!stream || !('write' in stream)) throw new Error('ffmpeg takes no input');
  // It ends by itself; why is told by its exit.
  stream.on('error', () => {});
  return stream;
}
