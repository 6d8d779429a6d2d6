/** DELETE /meetingTranscripts/{transcriptId}: removes the words of a recording, which itself stays. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { TranscriptNotFound } from '../../recordings/transcripts/cue.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { judgeFor } from '../recordings/found-recording.ts';
import { endpoint } from '../rest-endpoint.ts';
import { seenTranscript } from './found-transcript.ts';
import { CHANGES } from './transcript-scopes.ts';

/** Why: what a compliance officer of the original had to say. */
const deletion = complex(rest, 'TranscriptDeletion', {
  reason: optional(text({ max: 1_000 })),
  comment: optional(text({ max: 1_000 })),
});

export const deleteTranscript = endpoint({
  method: 'DELETE',
  path: 'meetingTranscripts/:transcriptId',
  tag: 'Meeting Transcripts',
  summary: 'Deletes a transcript for good. The recording stays.',
  scopes: CHANGES,
  body: deletion,
  refuses: [TranscriptNotFound, RecordingNotFound, AccessDenied],
  throttled: 'meetingWrites',
  tolerates: { bodyInQuery: true },
  async run(call, { params }) {
    const { recording } = await seenTranscript(call, params.transcriptId);
    await call.app.transcripts.remove(call.site, recording.id, judgeFor(call));
  },
});
