/** The sound of a recording alone, made when somebody first asks for it and kept beside it. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isPlayable, type Recording, type RecordingFile, RecordingNotFound } from '../recording.ts';
import type { Recordings } from '../recordings.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { ChildFailed, sizeOf } from './bounded-child.ts';
import type { Films } from './films.ts';
import type { MediaFiles } from './media-files.ts';
import { fetchInto, keepFile, type WorkFolder } from './work-folder.ts';

export interface RecordingSoundParts {
  readonly store: RecordingStore;
  readonly recordings: Pick<Recordings, 'filesOf' | 'attach'>;
  readonly folder: WorkFolder;
  readonly files: MediaFiles;
  /** Gives nothing where there is no ffmpeg. */
  readonly films: () => Films | undefined;
}

export type RecordingSound = ReturnType<typeof openRecordingSound>;

export function openRecordingSound({
  store,
  recordings,
  folder,
  files,
  films: findFilms,
}: RecordingSoundParts) {
  /** One is made at a time; whoever asks for the same waits for the same. */
  const making = new Map<number, Promise<RecordingFile | undefined>>();
  let last: Promise<unknown> = Promise.resolve();

  async function make(recording: Recording): Promise<RecordingFile | undefined> {
    const { MAIN, SOUND } = await recordings.filesOf(recording);
    const films = findFilms();
    if (SOUND || !films || !MAIN) return SOUND;
    const path = await folder.take(recording.id, 0);
    const [source, into] = [join(path, 'source'), join(path, 'sound.wav')];
    let name: string | undefined;
    try {
      await fetchInto(source, store, [MAIN.name]);
      const measured = await files.measure(source);
      if (!measured.audio) return undefined;
      await films.sound({ ...measured, path: source, bytes: MAIN.bytes }, into);
      if ((await sizeOf(into)) === 0) return undefined;
      name = `${recording.site}/${recording.id}/sound.${randomBytes(6).toString('hex')}.wav`;
      const file = await keepFile(into, store, { role: 'SOUND', name, mediaType: 'audio/wav' });
      await recordings.attach(recording.id, file);
      return file;
    } catch (error) {
      // A write that fails otherwise may have reached the disk all the same: then its bytes stay.
      if (name !== undefined && error instanceof RecordingNotFound) await store.remove(name);
      if (error instanceof ChildFailed) return undefined;
      throw error;
    } finally {
      await folder.drop(path);
    }
  }

  /**
   * A WAV: one channel of 16 bits, 16,000 samples a second.
   * @returns nothing where there is no sound in it, or nobody can make it: there is no ffmpeg
   * @throws RecordingNotFound when it has gone meanwhile, StoreFull
   */
  return async function soundOf(recording: Recording): Promise<RecordingFile | undefined> {
    if (recording.state !== 'READY' || !isPlayable(recording.format)) return undefined;
    const { SOUND } = await recordings.filesOf(recording);
    if (SOUND) return SOUND;
    const before = making.get(recording.id);
    if (before) return before;
    const work = last.catch(() => {}).then(() => make(recording));
    last = work.catch(() => {});
    making.set(recording.id, work);
    return work.finally(() => making.delete(recording.id));
  };
}
