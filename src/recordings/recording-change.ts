/** What is wished of a recording that is kept, and what it is afterwards. */
import { RuleBroken } from '../refusal.ts';
import { webAddress } from '../text-rules.ts';
import { type Recording, type RecordingDocument, USUAL_DOCUMENT } from './recording.ts';

/** Some of what a recording says of itself; what is absent stays as it is. */
type Wished<K extends 'playback' | 'fileAccess'> = {
  readonly [P in keyof RecordingDocument[K]]?: RecordingDocument[K][P] | undefined;
};

type Plain = Pick<RecordingDocument, 'description' | 'agenda' | 'presenter' | 'email' | 'listing'>;

export interface RecordingChange extends Partial<{ readonly [K in keyof Plain]: Plain[K] | undefined }> {
  readonly name?: string | undefined;
  /** An empty one takes the password away. */
  readonly password?: string | undefined;
  readonly playback?: Wished<'playback'> | undefined;
  readonly fileAccess?: Wished<'fileAccess'> | undefined;
}

/**
 * @throws RuleBroken when the part that is played ends before it begins, or the page after it is none that browsers may
 *   be sent to
 */
export function changedRecording(
  { name, document }: Pick<Recording, 'name' | 'document'>,
  { name: newName, password, playback, fileAccess, ...plain }: RecordingChange,
): Pick<Recording, 'name' | 'document'> {
  const changed: RecordingDocument = {
    ...document,
    ...given(plain),
    password: password === undefined ? document.password : password || undefined,
    playback: { ...USUAL_DOCUMENT.playback, ...document.playback, ...given(playback ?? {}) },
    fileAccess: { ...USUAL_DOCUMENT.fileAccess, ...document.fileAccess, ...given(fileAccess ?? {}) },
  };
  if (playback) checkPart(changed.playback);
  const { endPlayURL } = changed.fileAccess;
  if (fileAccess?.endPlayURL && webAddress(endPlayURL) === undefined) {
    throw new RuleBroken('endPlayURL', 'must be the http or https address of a page');
  }
  return { name: newName ?? name, document: changed };
}

/** A part of nothing would never be played. */
function checkPart({ range, partialStart, partialEnd }: RecordingDocument['playback']): void {
  if (range === 'PARTIAL' && partialEnd <= partialStart) {
    throw new RuleBroken('partialEnd', 'must be after partialStart where range is PARTIAL');
  }
}

function given<T extends object>(wish: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
