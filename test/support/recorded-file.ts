import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What is in a file that was recorded, as ffmpeg finds it. */

const run = promisify(execFile);

/** Pictures in a file, and how loud it is on average in decibels below the loudest that can be. */
export async function measured(
  file: string,
): Promise<{ readonly frames: number; readonly loudness: number }> {
  const counting = [
    '-v',
    'error',
    '-count_frames',
    '-select_streams',
    'v',
    '-show_entries',
    'stream=nb_read_frames',
  ];
  const { stdout } = await run('ffprobe', [...counting, '-of', 'csv=p=0', file]);
  const { stderr } = await run('ffmpeg', ['-i', file, '-vn', '-af', 'volumedetect', '-f', 'null', '-']);
  return {
    frames: Number.parseInt(stdout, 10),
    loudness: Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1] ?? Number.NEGATIVE_INFINITY),
  };
}

/** How colourful a half of the picture is: a camera is, a tile with a name alone is not. */
export async function colourOf(file: string, half: 'left' | 'right'): Promise<number> {
  const crop = `crop=iw/2:ih:${half === 'left' ? '0' : 'iw/2'}:0`;
  const filter = `${crop},signalstats,metadata=print:key=lavfi.signalstats.SATAVG:file=-`;
  const { stdout } = await run('ffmpeg', [
    '-v',
    'error',
    '-i',
    file,
    '-an',
    '-vf',
    filter,
    '-f',
    'null',
    '-',
  ]);
  return Math.max(...[...stdout.matchAll(/SATAVG=([\d.]+)/g)].map(([, value]) => Number(value)));
}
