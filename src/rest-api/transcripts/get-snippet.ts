/** GET /meetingTranscripts/{transcriptId}/snippets/{snippetId}: what is said at one place. */
import { TranscriptNotFound } from '../../recordings/transcripts/cue.ts';
import { HOST_EMAIL, hostNamed } from '../recordings/found-recording.ts';
import { endpoint } from '../rest-endpoint.ts';
import { seenTranscript, snippetIn } from './found-transcript.ts';
import { emailsOf, presentSnippet } from './present-transcript.ts';
import { READS } from './transcript-scopes.ts';
import { snippetType } from './transcript-types.ts';

export const getSnippet = endpoint({
  method: 'GET',
  path: 'meetingTranscripts/:transcriptId/snippets/:snippetId',
  tag: 'Meeting Transcripts',
  summary: 'Returns what is said at one place of a transcript.',
  scopes: READS,
  query: HOST_EMAIL,
  answer: snippetType,
  refuses: [TranscriptNotFound],
  async run(call, { params, query }) {
    const host = await hostNamed(call, query.hostEmail);
    const found = await seenTranscript(call, params.transcriptId, host);
    const words = await call.app.transcripts.wordsOf(found.recording);
    const snippet = snippetIn(call.ids, found, words, params.snippetId);
    return presentSnippet(call, found, snippet, await emailsOf(call, found));
  },
});
