/** GET /meetingTranscripts/{transcriptId}/download: the words, as captions or as plain text. */
import { contentDisposition } from '../../browser/content-disposition.ts';
import { safeFileName } from '../../recordings/file-name.ts';
import { TranscriptNotFound } from '../../recordings/transcripts/cue.ts';
import { plainTextOf, vttOf } from '../../recordings/transcripts/write-captions.ts';
import { oneOf, optional, text } from '../../xml/schema.ts';
import { HOST_EMAIL, hostNamed } from '../recordings/found-recording.ts';
import { ofMeeting } from '../recordings/meeting-filter.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { RestReply } from '../rest-reply.ts';
import { seenTranscript } from './found-transcript.ts';
import { READS } from './transcript-scopes.ts';

const TYPES = { vtt: 'text/vtt; charset=UTF-8', txt: 'text/plain; charset=UTF-8' } as const;

export const downloadTranscript = endpoint({
  method: 'GET',
  path: 'meetingTranscripts/:transcriptId/download',
  tag: 'Meeting Transcripts',
  summary: 'Returns a transcript as WebVTT or as plain text.',
  description:
    'It is asked with the token like every other call: unlike the links of recordings, these bear no ticket. In the text ' +
    'each name stands before what its owner says.',
  scopes: READS,
  query: {
    format: optional(oneOf(['vtt', 'txt'])),
    meetingId: optional(text({ max: 128 })),
    ...HOST_EMAIL,
  },
  statuses: { 200: 'The transcript: `text/vtt` or `text/plain`.' },
  refuses: [TranscriptNotFound],
  throttled: 'meetingLists',
  async run(call, { params, query }) {
    const { format = 'vtt', meetingId } = query;
    const host = await hostNamed(call, query.hostEmail);
    const { recording } = await seenTranscript(call, params.transcriptId, host);
    if (meetingId && !(await isOf(call, recording, meetingId))) throw new TranscriptNotFound();
    const words = await call.app.transcripts.wordsOf(recording);
    const content = Buffer.from(format === 'vtt' ? vttOf(words) : plainTextOf(words.cues));
    return new RestReply({
      raw: { contentType: TYPES[format], content },
      headers: {
        'Content-Disposition': contentDisposition('attachment', safeFileName(recording.name, format)),
      },
    });
  },
});

/** @throws ResourceUnknown for what is no id of a meeting */
async function isOf(
  call: RestCall,
  { sessionKey, run }: { readonly sessionKey: number | null; readonly run: number | null },
  meetingId: string,
): Promise<boolean> {
  const meant = await ofMeeting(call, meetingId);
  return meant.sessionKey === sessionKey && (meant.runs?.includes(run ?? 0) ?? true);
}
