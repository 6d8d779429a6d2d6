/** GET /admin/recordings: what the site has recorded, whoever held it. */

import { LARGEST_PAGE, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { nextOf } from './list-recordings.ts';
import { presentForAdmin, presentPurged } from './present-recording.ts';
import { RECORDING_FILTERS, searchFor } from './recording-filter.ts';
import { adminRecordingList } from './recording-types.ts';
import { ofTag } from './recordings-of-tag.ts';

const LIST = 'admin recordings';

/** Days that one list may span. */
const SPAN = 30;

export const listAdminRecordings = endpoint({
  method: 'GET',
  path: 'admin/recordings',
  tag: 'Recordings',
  summary: 'Lists the recordings of the site, the newest first. Their passwords are not told.',
  description:
    'Without `from` and `to` these are the recordings of the last seven days; they may span thirty. With `meetingId` they ' +
    'are all those of that meeting. What was deleted for good is told with `status=purged` and `meetingId`.',
  scopes: { admin: ['meeting:admin_recordings_read', 'meeting:admin_recordings_write'] },
  query: RECORDING_FILTERS,
  answer: adminRecordingList,
  throttled: 'meetingLists',
  async run(call, { query }) {
    const { app, site } = call;
    const { status = 'available', integrationTag: tag } = query;
    const search = await searchFor(call, query, { span: SPAN, ignoresWindowOfMeeting: true });
    const after = positionOf<[createdAt: number, id: number]>(call, LIST, query);
    const size = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
    const window = { max: size + 1, after: after && { createdAt: after[0], id: after[1] } };
    if (status === 'purged') {
      if (query.meetingId === undefined) {
        throw new InvalidItem("'status' may be 'purged' with 'meetingId' alone.", 'status');
      }
      const found = await ofTag(call, tag, window, (of) => app.recordingPages.purged(site, search, of));
      return page(call, LIST, await presentPurged(call, site, found.slice(0, size)), nextOf(found, size));
    }
    const inBin = status === 'deleted';
    const found = await ofTag(call, tag, window, (of) =>
      app.recordingPages.newest(site, { ...search, inBin }, of),
    );
    return page(call, LIST, await presentForAdmin(call, site, found.slice(0, size)), nextOf(found, size));
  },
});
