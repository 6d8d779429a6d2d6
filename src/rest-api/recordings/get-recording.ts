/** GET /recordings/{recordingId}: one recording, with links that fetch it without a sign-in for three hours. */
import { RecordingNotFound } from '../../recordings/recording.ts';
import { optional, text } from '../../xml/schema.ts';
import { checkSiteUrl } from '../own-site.ts';
import { endpoint } from '../rest-endpoint.ts';
import { directLinks } from './direct-links.ts';
import { HOST_EMAIL, hostNamed, seenRecording } from './found-recording.ts';
import { presentRecordings } from './present-recording.ts';
import { restRecordingDetails } from './recording-types.ts';

export const getRecording = endpoint({
  method: 'GET',
  path: 'recordings/:recordingId',
  tag: 'Recordings',
  summary: 'Returns a recording, with links that fetch its files for three hours.',
  description:
    'The links of `temporaryDirectDownloadLinks` are fetched without Authorization. They are for the host and for ' +
    'administrators, and worth nothing once the recording is deleted. There is a link for each file that it has.',
  scopes: {
    user: ['meeting:recordings_read', 'meeting:recordings_write'],
    admin: ['meeting:admin_recordings_read', 'meeting:admin_recordings_write'],
  },
  query: HOST_EMAIL,
  headers: { siteurl: optional(text({ max: 256 })) },
  answer: restRecordingDetails,
  refuses: [RecordingNotFound],
  async run(call, { params, query, headers }) {
    checkSiteUrl(call.site, headers.siteurl);
    const host = await hostNamed(call, query.hostEmail);
    const { recording, isShared } = await seenRecording(call, params.recordingId, host);
    const told = { ...recording, isShared, hostWebExID: '', hostName: '', hostEmail: '' };
    const [presented] = await presentRecordings(call, call.site, [told]);
    if (!presented) throw new RecordingNotFound(recording.id);
    if (isShared || recording.deletedAt !== null) return presented;
    return { ...presented, temporaryDirectDownloadLinks: await directLinks(call, recording) };
  },
});
