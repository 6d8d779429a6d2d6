/** Finds a transcript by its id, as far as the caller may know of it. */
import type { Account } from '../../accounts/account.ts';
import { checkSeesRecording, isOwnRecording } from '../../policies/kept-recording.ts';
import { RecordingNotFound } from '../../recordings/recording.ts';
import { type Cue, TranscriptNotFound, type Words } from '../../recordings/transcripts/cue.ts';
import type { FoundTranscript } from '../../recordings/transcripts/transcript-pages.ts';
import type { RestIds } from '../ids.ts';
import type { RestCall } from '../rest-caller.ts';

type Named = Pick<FoundTranscript, 'recording'> & { readonly transcript: { readonly id: number } };

/** `<uuid>_M_<32 hex>` (rest-console.md, 1.1): its own number, and the series, or the recording where it is of none. */
export function transcriptIdOf(ids: RestIds, { transcript, recording }: Named): string {
  const { site, sessionKey } = recording;
  const of = sessionKey === null ? ids.hex('recording', site, recording.id) : ids.series(site, sessionKey);
  return `${ids.uuid('transcript', site, transcript.id)}_M_${of}`;
}

/**
 * Of a recording that can be had and does not lie in the bin: for its host, and for administrators.
 * @param host the one whom an administrator names
 * @throws TranscriptNotFound
 */
export async function seenTranscript(call: RestCall, id: string, host?: Account): Promise<FoundTranscript> {
  const { app, ids, site, account, isAdmin } = call;
  const [, uuid = ''] = /^([0-9a-f-]{36})_M_[0-9a-f]{32}$/i.exec(id) ?? [];
  const number = ids.numberOf('transcript', site.id, uuid.replaceAll('-', ''));
  const found = number === undefined ? undefined : await app.transcriptPages.find(site, number);
  if (!found || transcriptIdOf(ids, found).toLowerCase() !== id.toLowerCase()) throw new TranscriptNotFound();
  const { recording } = found;
  if (host ? recording.host !== host.id : !isAdmin && !isOwnRecording(recording, account)) {
    throw new TranscriptNotFound();
  }
  try {
    checkSeesRecording(recording, account);
  } catch (error) {
    throw error instanceof RecordingNotFound ? new TranscriptNotFound() : error;
  }
  return found;
}

/** What is said at one place of it. */
export interface Snippet {
  readonly cue: Cue;
  /** Counted from 0. */
  readonly index: number;
}

export function snippetIdOf(ids: RestIds, { recording, transcript }: Named, index: number): string {
  return `${ids.uuid('transcript', recording.site, transcript.id)}_${index + 1}`;
}

/** @throws TranscriptNotFound where there is no such place */
export function snippetIn(ids: RestIds, of: Named, words: Words, id: string): Snippet {
  const index = Number(/_(\d{1,6})$/.exec(id)?.[1] ?? 0) - 1;
  const cue = words.cues[index];
  if (!cue || snippetIdOf(ids, of, index) !== id.toLowerCase()) throw new TranscriptNotFound();
  return { cue, index };
}
