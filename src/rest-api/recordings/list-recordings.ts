/** GET /recordings: what the caller has recorded, and what others have shared with them. */

import { LARGEST_PAGE, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { HOST_EMAIL, hostNamed } from './found-recording.ts';
import { presentPurged, presentRecordings } from './present-recording.ts';
import { RECORDING_FILTERS, searchFor } from './recording-filter.ts';
import { recordingList } from './recording-types.ts';
import { ofTag } from './recordings-of-tag.ts';

const LIST = 'recordings';

export const listRecordings = endpoint({
  method: 'GET',
  path: 'recordings',
  tag: 'Recordings',
  summary: "Lists the caller's recordings, and those that others have shared with them, the newest first.",
  description:
    'Without `from` and `to` these are the recordings of the last seven days. With `meetingId` they are all those of the ' +
    'series, of the occurrence or of the instance. What was purged is told of a meeting alone, to administrators.',
  scopes: {
    user: ['meeting:recordings_read', 'meeting:recordings_write'],
    admin: ['meeting:admin_recordings_read', 'meeting:admin_recordings_write'],
  },
  query: { ...RECORDING_FILTERS, ...HOST_EMAIL },
  answer: recordingList,
  throttled: 'meetingLists',
  async run(call, { query }) {
    const { app, site, account } = call;
    const { status = 'available', meetingId, integrationTag: tag } = query;
    const host = (await hostNamed(call, query.hostEmail)) ?? account;
    const search = { ...(await searchFor(call, query)), host: host.id };
    const after = positionOf<[createdAt: number, id: number]>(call, LIST, query);
    const size = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
    const window = { max: size + 1, after: after && { createdAt: after[0], id: after[1] } };
    if (status === 'purged') {
      if (meetingId === undefined || !call.isAdmin) {
        throw new InvalidItem(
          "'status' may be 'purged' with 'meetingId' and for administrators alone.",
          'status',
        );
      }
      const found = await ofTag(call, tag, window, (of) => app.recordingPages.purged(site, search, of));
      const shown = found.slice(0, size);
      return page(call, LIST, await presentPurged(call, site, shown), nextOf(found, size));
    }
    const inBin = status === 'deleted';
    // What lies in a bin is its host's alone.
    const sharedWith = inBin ? undefined : host.id;
    const found = await ofTag(call, tag, window, (of) =>
      app.recordingPages.newest(site, { ...search, inBin }, of, sharedWith),
    );
    const shown = found.slice(0, size);
    return page(call, LIST, await presentRecordings(call, site, shown), nextOf(found, size));
  },
  sample: { query: { max: 10 } },
});

/** Where the next page begins: behind the last one of this, where one more was found. */
export function nextOf(
  recordings: readonly { readonly createdAt: number; readonly id: number }[],
  size: number,
): readonly [number, number] | undefined {
  const last = recordings.length > size ? recordings[size - 1] : undefined;
  return last && [last.createdAt, last.id];
}
