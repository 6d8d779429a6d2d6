/** POST /recordings/purge */
import { bool, complex, optional } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { BULK_CALL, doWithRecordings, NAMED_RECORDINGS } from './recordings-in-bulk.ts';

export const purgeRecordings = endpoint({
  ...BULK_CALL,
  path: 'recordings/purge',
  summary: 'Deletes recordings that lie in the bin for good.',
  description: 'Either `recordingIds` names up to a hundred, or `purgeAll` asks for all of the host.',
  body: complex(rest, 'RecordingsToPurge', { purgeAll: optional(bool()), ...NAMED_RECORDINGS }),
  async run(call, { query, body }) {
    const { site, app } = call;
    await doWithRecordings(call, query.hostEmail, body, {
      all: ['purgeAll', body.purgeAll],
      inBin: true,
      do: (ids, judge) => app.recordings.erase(site, ids, judge),
    });
  },
});
