/** GET /meetingTranscripts/{transcriptId}/snippets: what is said, piece by piece. */
import { TranscriptNotFound } from '../../recordings/transcripts/cue.ts';
import { PAGING, page, pageSize, positionOf } from '../paging.ts';
import { HOST_EMAIL, hostNamed } from '../recordings/found-recording.ts';
import { endpoint } from '../rest-endpoint.ts';
import { seenTranscript } from './found-transcript.ts';
import { emailsOf, presentSnippet } from './present-transcript.ts';
import { READS } from './transcript-scopes.ts';
import { snippetList } from './transcript-types.ts';

const USUAL = 100;
const MOST = 1_000;

export const listSnippets = endpoint({
  method: 'GET',
  path: 'meetingTranscripts/:transcriptId/snippets',
  tag: 'Meeting Transcripts',
  summary: 'Lists what is said in a transcript, in its order.',
  description:
    '`offsetMillisecond` counts from the beginning of the recording. `personEmail` is told where one alone of those who ' +
    'were in the meeting bears the name.',
  scopes: READS,
  query: { ...PAGING, ...HOST_EMAIL },
  answer: snippetList,
  refuses: [TranscriptNotFound],
  throttled: 'meetingLists',
  async run(call, { params, query }) {
    const host = await hostNamed(call, query.hostEmail);
    const found = await seenTranscript(call, params.transcriptId, host);
    const { transcript } = found;
    // Words that have come in between have other places.
    const list = `snippets ${transcript.id} ${transcript.writtenAt}`;
    const [from = 0] = positionOf<[number]>(call, list, query) ?? [];
    const size = pageSize(query, USUAL, MOST);
    const { cues } = await call.app.transcripts.wordsOf(found.recording);
    const emailOf = await emailsOf(call, found);
    const items = cues
      .slice(from, from + size)
      .map((cue, at) => presentSnippet(call, found, { cue, index: from + at }, emailOf));
    return page(call, list, items, from + size < cues.length ? [from + size] : undefined);
  },
});
