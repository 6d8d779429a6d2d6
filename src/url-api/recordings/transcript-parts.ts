/** What is said in a recording, for those who watch it: piece by piece for the player, and as text to keep. */
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../../browser/content-disposition.ts';
import type { PlayerPage, SaidThen } from '../../browser/pages/recording-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { ENGLISH, languageOfId } from '../../language.ts';
import { hurdleTo } from '../../policies/kept-recording.ts';
import { safeFileName } from '../../recordings/file-name.ts';
import { type Recording, RecordingNotFound } from '../../recordings/recording.ts';
import { type Cue, TranscriptNotFound, type Words } from '../../recordings/transcripts/cue.ts';
import { plainTextOf } from '../../recordings/transcripts/write-captions.ts';
import { SERVLET } from './addresses.ts';
import { type OpenedRecording, ticketFor } from './viewer.ts';

/** What of a transcript the servlet gives, beside the captions themselves. */
export const WORDS = ['SAID', 'WORDS'] as const;

/** The language of captions: that of their file, else the site's. */
export async function captionsLanguage({ context, site }: PageCall, recording: Recording): Promise<string> {
  const transcript = await context.transcripts.of(recording);
  return transcript?.language ?? languageOfId(site.settings.languageID) ?? ENGLISH;
}

/** For a recording that has captions: where its words are, and its files for those who may fetch them. */
export function transcriptOf(
  call: PageCall,
  { recording, viewer }: OpenedRecording,
  language: string,
): PlayerPage['transcript'] {
  const address = (purpose: 'play' | 'fetch', FILE: string) =>
    call.folder.address(SERVLET, { ticket: ticketFor(call, purpose, recording, viewer), FILE });
  const mayFetch = !hurdleTo('download', recording, viewer);
  return {
    words: address('play', 'SAID'),
    language,
    ...(mayFetch && { vtt: address('fetch', 'CAPTIONS'), txt: address('fetch', 'WORDS') }),
  };
}

/** @throws RecordingNotFound where nobody has written down what is said */
export async function sendTranscript(
  { context, reply }: PageCall,
  { recording }: OpenedRecording,
  part: (typeof WORDS)[number],
): Promise<FastifyReply> {
  const { cues } = await wordsOf(context.transcripts, recording);
  reply.headers({
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Referrer-Policy': 'no-referrer',
  });
  if (part === 'SAID') {
    return reply.type('application/json; charset=UTF-8').send(JSON.stringify(saidIn(recording, cues)));
  }
  return reply
    .type('text/plain; charset=UTF-8')
    .header('Content-Disposition', contentDisposition('attachment', safeFileName(recording.name, 'txt')))
    .send(plainTextOf(cues));
}

async function wordsOf(
  transcripts: PageCall['context']['transcripts'],
  recording: Recording,
): Promise<Words> {
  try {
    return await transcripts.wordsOf(recording);
  } catch (error) {
    throw error instanceof TranscriptNotFound ? new RecordingNotFound('with a transcript') : error;
  }
}

/** In the part that is shown, by its clock. */
function saidIn({ document }: Recording, cues: readonly Cue[]): SaidThen[] {
  const { range, partialStart, partialEnd } = document.playback;
  const from = range === 'PARTIAL' ? partialStart * 1000 : 0;
  const to = range === 'PARTIAL' && partialEnd > partialStart ? partialEnd * 1000 : Number.POSITIVE_INFINITY;
  return cues
    .filter(({ start, end }) => end > from && start < to)
    .map(({ start, voice, text }) => ({ at: Math.max(0, start - from) / 1000, voice, text }));
}
