/** Transcripts of recordings. */
import { deleteTranscript } from './delete-transcript.ts';
import { downloadTranscript } from './download-transcript.ts';
import { getSnippet } from './get-snippet.ts';
import { listSnippets } from './list-snippets.ts';
import { listTranscripts } from './list-transcripts.ts';
import { updateSnippet } from './update-snippet.ts';

export const transcripts = [
  listTranscripts,
  downloadTranscript,
  listSnippets,
  getSnippet,
  updateSnippet,
  deleteTranscript,
];
