/** POST /recordings/{recordingId}/accessList: shares one recording. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { ACCESS_LIST, changeAccessList } from './change-access-list.ts';
import { recordIdOf } from './found-recording.ts';

export const shareRecording = endpoint({
  method: 'POST',
  path: 'recordings/:recordingId/accessList',
  tag: 'Recordings',
  summary: 'Shares a recording with other users of the site, and takes it from them again.',
  description:
    'Whom a recording is shared with has it in their list, and watches it without its password. Those who have it now ' +
    'and did not before get a mail, unless `sendEmail` is false.',
  scopes: { user: 'meeting:recordings_write', admin: 'meeting:admin_recordings_write' },
  body: complex(rest, 'RecordingAccessList', ACCESS_LIST),
  refuses: [AccessDenied, RecordingNotFound],
  throttled: 'meetingWrites',
  sample: { body: { addEmails: ['guest@acme.com'], sendEmail: false } },
  async run(call, { params, body }) {
    await changeAccessList(call, recordIdOf(call, params.recordingId), body);
  },
});
