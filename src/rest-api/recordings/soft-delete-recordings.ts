/** POST /recordings/softDelete */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { AccessDenied } from '../../refusal.ts';
import { bool, complex, optional } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { HOST_EMAIL } from './found-recording.ts';
import { doWithRecordings, NAMED_RECORDINGS } from './recordings-in-bulk.ts';

export const softDeleteRecordings = endpoint({
  method: 'POST',
  path: 'recordings/softDelete',
  tag: 'Recordings',
  summary: 'Puts recordings into the bin, where they are kept for thirty days.',
  description: 'Either `recordingIds` names up to a hundred, or `trashAll` asks for all of the host.',
  scopes: { user: 'meeting:recordings_write', admin: 'meeting:admin_recordings_write' },
  query: HOST_EMAIL,
  body: complex(rest, 'RecordingsToDelete', { trashAll: optional(bool()), ...NAMED_RECORDINGS }),
  refuses: [AccessDenied, RecordingNotFound],
  throttled: 'meetingWrites',
  sample: { body: { recordingIds: ['4f914b1dfe3c4d11a61730f18c0f5387'] } },
  async run(call, { query, body }) {
    const { site, app } = call;
    await doWithRecordings(call, query.hostEmail, body, {
      all: ['trashAll', body.trashAll],
      inBin: false,
      do: (id, judge) => app.recordings.discard(site, id, judge),
    });
  },
});
