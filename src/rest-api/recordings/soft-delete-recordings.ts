/** POST /recordings/softDelete */
import { bool, complex, optional } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { BULK_CALL, doWithRecordings, NAMED_RECORDINGS } from './recordings-in-bulk.ts';

export const softDeleteRecordings = endpoint({
  ...BULK_CALL,
  path: 'recordings/softDelete',
  summary: 'Puts recordings into the bin, where they are kept for thirty days.',
  description: 'Either `recordingIds` names up to a hundred, or `trashAll` asks for all of the host.',
  body: complex(rest, 'RecordingsToDelete', { trashAll: optional(bool()), ...NAMED_RECORDINGS }),
  async run(call, { query, body }) {
    const { site, app } = call;
    await doWithRecordings(call, query.hostEmail, body, {
      all: ['trashAll', body.trashAll],
      inBin: false,
      do: (ids, judge) => app.recordings.discard(site, ids, judge),
    });
  },
});
