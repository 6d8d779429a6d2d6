/** POST /recordings/restore */
import { bool, complex, optional } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { BULK_CALL, doWithRecordings, NAMED_RECORDINGS } from './recordings-in-bulk.ts';

export const restoreRecordings = endpoint({
  ...BULK_CALL,
  path: 'recordings/restore',
  summary: 'Takes recordings out of the bin.',
  description: 'Either `recordingIds` names up to a hundred, or `restoreAll` asks for all of the host.',
  body: complex(rest, 'RecordingsToRestore', { restoreAll: optional(bool()), ...NAMED_RECORDINGS }),
  async run(call, { query, body }) {
    const { site, app } = call;
    await doWithRecordings(call, query.hostEmail, body, {
      all: ['restoreAll', body.restoreAll],
      inBin: true,
      do: (ids, judge) => app.recordings.recover(site, ids, judge),
    });
  },
});
