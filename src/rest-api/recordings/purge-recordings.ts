/** POST /recordings/purge */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { AccessDenied } from '../../refusal.ts';
import { bool, complex, optional } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { HOST_EMAIL } from './found-recording.ts';
import { doWithRecordings, NAMED_RECORDINGS } from './recordings-in-bulk.ts';

export const purgeRecordings = endpoint({
  method: 'POST',
  path: 'recordings/purge',
  tag: 'Recordings',
  summary: 'Deletes recordings that lie in the bin for good.',
  description: 'Either `recordingIds` names up to a hundred, or `purgeAll` asks for all of the host.',
  scopes: { user: 'meeting:recordings_write', admin: 'meeting:admin_recordings_write' },
  query: HOST_EMAIL,
  body: complex(rest, 'RecordingsToPurge', { purgeAll: optional(bool()), ...NAMED_RECORDINGS }),
  refuses: [AccessDenied, RecordingNotFound],
  throttled: 'meetingWrites',
  sample: { body: { recordingIds: ['4f914b1dfe3c4d11a61730f18c0f5387'] } },
  async run(call, { query, body }) {
    const { site, app } = call;
    await doWithRecordings(call, query.hostEmail, body, {
      all: ['purgeAll', body.purgeAll],
      inBin: true,
      do: (id, judge) => app.recordings.erase(site, id, judge),
    });
  },
});
