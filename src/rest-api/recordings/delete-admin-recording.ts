/** DELETE /admin/recordings/{recordingId}: deletes a recording of the site for good. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { endpoint } from '../rest-endpoint.ts';
import { eraseRecording } from './erase-recording.ts';
import { judgeFor } from './found-recording.ts';

export const deleteAdminRecording = endpoint({
  method: 'DELETE',
  path: 'admin/recordings/:recordingId',
  tag: 'Recordings',
  summary: 'Deletes any recording of the site for good, with its files.',
  scopes: { admin: 'meeting:admin_recordings_write' },
  refuses: [RecordingNotFound],
  throttled: 'meetingWrites',
  run: (call, { params }) => eraseRecording(call, params.recordingId, judgeFor(call)),
});
