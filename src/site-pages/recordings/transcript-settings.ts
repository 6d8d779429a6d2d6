/** The transcript of a recording, as its host looks after it: brought, replaced, fetched, removed. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { redirect } from '../../browser/answer.ts';
import { contentDisposition } from '../../browser/content-disposition.ts';
import { readFileForm } from '../../browser/file-form.ts';
import { isOwnFileForm, ownFormField } from '../../browser/own-form.ts';
import type { RecordingSettingsPage } from '../../browser/pages/recordings-page.ts';
import { Refused, reasonOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { judgeOfRecording } from '../../policies/kept-recording.ts';
import { safeFileName } from '../../recordings/file-name.ts';
import type { Recording } from '../../recordings/recording.ts';
import {
  LARGEST_FILE,
  languageTag,
  TranscriptNotFound,
  TranscriptUnreadable,
  type Words,
} from '../../recordings/transcripts/cue.ts';
import { readCaptions } from '../../recordings/transcripts/read-captions.ts';
import { plainTextOf, vttOf } from '../../recordings/transcripts/write-captions.ts';
import { settingsPage } from './recording-settings.ts';
import type { RecordingsAsked } from './recordings.php.ts';

/** What the page of the settings says of it. Nothing of one that cannot be had. */
export async function transcriptShown(
  { context, folder, request, ...call }: PageCall,
  recording: Recording,
  { all, locale }: { readonly all: Readonly<Record<string, string>>; readonly locale: string },
  problem?: TranscriptUnreadable,
): Promise<RecordingSettingsPage['transcript']> {
  if (recording.state !== 'READY') return undefined;
  const ID = String(recording.id);
  const transcript = await context.transcripts.of(recording);
  const address = (more: Readonly<Record<string, string>>) =>
    folder.address('recordings.php', { ...all, ID, ...more });
  const own = ownFormField({ context, folder, request, ...call });
  return {
    problem: problem && { rule: problem.rule, line: problem.line },
    awaited: transcript ? undefined : await context.transcripts.awaited(recording),
    kept: transcript && {
      cues: transcript.cues,
      source: transcript.source,
      language:
        transcript.language && new Intl.DisplayNames(locale, { type: 'language' }).of(transcript.language),
      vtt: address({ WORDS: 'VTT' }),
      txt: address({ WORDS: 'TXT' }),
      remove: {
        action: folder.address('recordings.php'),
        fields: { ...own, ...all, DO: 'REMOVE_TRANSCRIPT', ID },
      },
    },
    upload: { action: address({ TRANSCRIPT: '1' }), fields: own },
  };
}

/** @param recording one that the account manages */
export async function bringTranscript(
  call: PageCall,
  account: Account,
  recording: Recording,
  fields: RecordingsAsked,
): Promise<FastifyReply> {
  const { context, site, request, folder } = call;
  const { raw, headers } = request;
  const isOfSite = fields.ALL === true;
  // What is not read to its end is answered all the same.
  const body = raw.iterator({ destroyOnReturn: false });
  try {
    const form = await readFileForm(headers['content-type'] ?? '', body);
    if (!isOwnFileForm(call, form.fields)) throw new Refused('CSRFRequired');
    if (!form.file) throw new Refused('NoFile');
    const words = withLanguage(readCaptions(await gathered(form.file.bytes)), form.file.fileName);
    await context.transcripts.bring(site, recording.id, judgeOfRecording(account), words);
    const scope: Readonly<Record<string, string>> = isOfSite ? { ALL: '1' } : {};
    return redirect(call, folder.page('recordings.php', { ...scope, ID: String(recording.id) }));
  } catch (error) {
    if (error instanceof TranscriptUnreadable) {
      return settingsPage(call, recording, isOfSite, { transcript: error, problem: 'InvalidDataFormat' });
    }
    const problem = reasonOf(error);
    // Whoever has gone away hears nothing.
    if (problem === undefined && !raw.destroyed) throw error;
    if (problem === 'CSRFRequired') return show(call, { page: 'error', status: 403, problem });
    if (problem === 'NotFound') return show(call, { page: 'error', status: 404, problem });
    return settingsPage(call, recording, isOfSite, { problem: problem ?? 'InvalidDataFormat' });
  } finally {
    await body.return?.();
    raw.resume();
  }
}

/** @throws TranscriptUnreadable for more bytes than may be */
async function gathered(from: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of from) {
    bytes += piece.length;
    if (bytes > LARGEST_FILE) throw new TranscriptUnreadable('large');
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

/** Where the file does not say it, its name may: `talk.de.srt`. */
function withLanguage(words: Words, fileName: string): Words {
  const [, tag] = /\.([a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,2})\.(?:vtt|srt|txt)$/i.exec(fileName) ?? [];
  return { ...words, language: words.language ?? (tag === undefined ? undefined : languageTag(tag)) };
}

/** The words of one whose recording somebody manages. @throws TranscriptNotFound */
export async function sendWords(
  { context, reply }: Pick<PageCall, 'context' | 'reply'>,
  recording: Recording,
  format: string,
): Promise<FastifyReply> {
  if (recording.deletedAt !== null) throw new TranscriptNotFound();
  const words = await context.transcripts.wordsOf(recording);
  const isPlain = format === 'TXT';
  const fileName = safeFileName(recording.name, isPlain ? 'txt' : 'vtt');
  return reply
    .headers({
      'Content-Type': isPlain ? 'text/plain; charset=UTF-8' : 'text/vtt; charset=UTF-8',
      'Content-Disposition': contentDisposition('attachment', fileName),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(isPlain ? plainTextOf(words.cues) : vttOf(words));
}
