/** GET /recordingReport/accessDetail: who watched and fetched a recording. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { text } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { LARGEST_PAGE, PAGING, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import { HOST_EMAIL, hostNamed, recordIdOf } from '../recordings/found-recording.ts';
import { endpoint } from '../rest-endpoint.ts';
import { accessDetails } from './access-types.ts';

const LIST = 'recording access details';

export const listAccessDetails = endpoint({
  method: 'GET',
  path: 'recordingReport/accessDetail',
  tag: 'Recording Report',
  summary: 'Lists each time that somebody watched or fetched a recording, the last first.',
  description:
    'It is told to the host of the recording and to administrators, also when the recording is deleted.',
  scopes: {
    user: ['meeting:recordings_read', 'meeting:recordings_write'],
    admin: ['meeting:admin_recordings_read', 'meeting:admin_recordings_write'],
  },
  query: { ...PAGING, ...HOST_EMAIL, recordingId: text({ max: 64 }) },
  answer: accessDetails,
  refuses: [RecordingNotFound],
  throttled: 'meetingLists',
  async run(call, { query }) {
    const { app, site, account, zone } = call;
    const host = await hostNamed(call, query.hostEmail);
    const recordID = recordIdOf(call, query.recordingId);
    const recorded = await app.accessHistory.recorded(site, recordID);
    const isTold =
      recorded && (host ? recorded.host === host.id : call.isAdmin || recorded.host === account.id);
    if (!isTold) throw new RecordingNotFound(recordID);
    const list = `${LIST} of ${recordID}`;
    const after = positionOf<[at: number, id: number]>(call, list, query);
    const size = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
    const found = await app.accessHistory.latest(recordID, {
      max: size + 1,
      after: after && { at: after[0], id: after[1] },
    });
    const shown = found.slice(0, size);
    const items = shown.map((one) => ({
      recordingId: query.recordingId.toLowerCase(),
      topic: recorded.recordName,
      name: one.name,
      email: one.email,
      accessTime: isoTime(one.accessedAt, zone),
      viewed: one.viewed,
      downloaded: one.downloaded,
    }));
    const last = found.length > size ? shown.at(-1) : undefined;
    return page(call, list, items, last && [last.accessedAt, last.viewID]);
  },
});
