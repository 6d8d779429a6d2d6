/** Where recordings lie, and what makes films of them. */
import { filmsOnThisMachine } from '../../recordings/processing/films.ts';
import { transcriberOnThisMachine } from '../../recordings/processing/transcriber.ts';
import { openRecordingStore } from '../../recordings/store/open-recording-store.ts';
import { storePlace } from '../../recordings/store/store-setting.ts';
import type { Settings } from '../../settings.ts';
import { about, type Finding, messageOf } from './finding.ts';

export async function recordingsCheck(settings: Settings): Promise<readonly Finding[]> {
  return [await place(settings), films(settings), ...transcripts(settings)];
}

async function place(settings: Settings): Promise<Finding> {
  const recordings = about('recordings');
  const where = storePlace(settings);
  if (where.kind === 'folder') return recordings.ok(`they lie in ${where.folder}`);
  const name = `s3://${where.bucket.bucket}/${where.bucket.prefix}`;
  try {
    for await (const _ of openRecordingStore(settings).list('doctor')) break;
    return recordings.ok(`${name} answers`);
  } catch (error) {
    return recordings.wrong(
      `${name} cannot be read (${messageOf(error)}): look at --recordings, and at AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`,
    );
  }
}

function films({ ffmpeg }: Settings): Finding {
  const recordings = about('recordings');
  if (ffmpeg === 'none') return recordings.ok('they stay as browsers record them, as --ffmpeg none has it');
  if (filmsOnThisMachine(ffmpeg)()) return recordings.ok('ffmpeg makes films of them');
  const program = ffmpeg === '' ? 'there is no ffmpeg' : `${ffmpeg} does not run`;
  return recordings.look(
    `${program}: they stay as browsers record them. Install it, or name it with --ffmpeg`,
  );
}

/** Nothing where nobody has named a program. */
function transcripts({ transcriber, ffmpeg }: Settings): readonly Finding[] {
  const recordings = about('recordings');
  if (transcriber === '') return [];
  if (!transcriberOnThisMachine(transcriber)()) {
    return [recordings.wrong(`${transcriber} is no program that can be run: look at --transcriber`)];
  }
  if (!filmsOnThisMachine(ffmpeg)()) {
    return [recordings.look(`${transcriber} writes nothing down: it needs ffmpeg beside it`)];
  }
  return [recordings.ok(`${transcriber} writes down what is said in them`)];
}
