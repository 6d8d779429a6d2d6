/** PUT /meetingTranscripts/{transcriptId}/snippets/{snippetId}: mends what is said at one place. */
import { RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull } from '../../recordings/recording.ts';
import { LONGEST_CUE, TranscriptNotFound } from '../../recordings/transcripts/cue.ts';
import { linesOf } from '../../recordings/transcripts/plain-text.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { judgeFor } from '../recordings/found-recording.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { type Snippet, seenTranscript, snippetIn } from './found-transcript.ts';
import { emailsOf, presentSnippet } from './present-transcript.ts';
import { CHANGES } from './transcript-scopes.ts';
import { snippetType } from './transcript-types.ts';

const mended = complex(rest, 'SnippetUpdate', {
  text: text({ max: LONGEST_CUE }),
  /** What a compliance officer of the original had to say. */
  reason: optional(text({ max: 1_000 })),
});

export const updateSnippet = endpoint({
  method: 'PUT',
  path: 'meetingTranscripts/:transcriptId/snippets/:snippetId',
  tag: 'Meeting Transcripts',
  summary: 'Changes the text of one place of a transcript.',
  description: 'The captions of the recording, and what is downloaded, have the new text from then on.',
  scopes: CHANGES,
  body: mended,
  answer: snippetType,
  refuses: [TranscriptNotFound, RecordingNotFound, RecordingQuotaUsed, RecordingStoreFull, AccessDenied],
  throttled: 'meetingWrites',
  tolerates: { bodyInQuery: true },
  async run(call, { params, body }) {
    const said = linesOf(body.text);
    if (said === '') throw new InvalidItem("'text' cannot be empty", 'text');
    const found = await seenTranscript(call, params.transcriptId);
    let changed: Snippet | undefined;
    await call.app.transcripts.reword(call.site, found.recording.id, judgeFor(call), (words) => {
      const { cue, index } = snippetIn(call.ids, found, words, params.snippetId);
      changed = { index, cue: { ...cue, text: said } };
      return { ...words, cues: words.cues.with(index, changed.cue) };
    });
    if (!changed) throw new TranscriptNotFound();
    return presentSnippet(call, found, changed, await emailsOf(call, found));
  },
});
