/** DELETE /recordings/{recordingId}: deletes a recording for good, out of the bin too. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { eraseRecording } from './erase-recording.ts';
import { HOST_EMAIL, hostNamed, judgeFor } from './found-recording.ts';

/** Why: what a compliance officer of the original had to say. */
const deletion = complex(rest, 'RecordingDeletion', {
  reason: optional(text({ max: 1_000 })),
  comment: optional(text({ max: 1_000 })),
});

export const deleteRecording = endpoint({
  method: 'DELETE',
  path: 'recordings/:recordingId',
  tag: 'Recordings',
  summary: 'Deletes a recording for good, with its files.',
  description:
    'What is deleted so does not come back. To put a recording into the bin, where it is kept for thirty days, there is ' +
    'POST /recordings/softDelete.',
  scopes: { user: 'meeting:recordings_write', admin: 'meeting:admin_recordings_write' },
  query: HOST_EMAIL,
  body: deletion,
  refuses: [AccessDenied, RecordingNotFound],
  throttled: 'meetingWrites',
  tolerates: { bodyInQuery: true },
  async run(call, { params, query }) {
    const host = await hostNamed(call, query.hostEmail);
    await eraseRecording(call, params.recordingId, judgeFor(call, host));
  },
});
