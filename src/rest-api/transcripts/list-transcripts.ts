/** GET /meetingTranscripts: what was said in the recordings of a host. */
import { optional, text } from '../../xml/schema.ts';
import { checkSiteUrl } from '../own-site.ts';
import { LARGEST_PAGE, PAGING, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import { HOST_EMAIL, hostNamed } from '../recordings/found-recording.ts';
import { ofMeeting } from '../recordings/meeting-filter.ts';
import { endpoint } from '../rest-endpoint.ts';
import { pastWindow, WINDOW } from '../time-window.ts';
import { presentTranscripts } from './present-transcript.ts';
import { READS } from './transcript-scopes.ts';
import { transcriptList } from './transcript-types.ts';

const LIST = 'transcripts';

export const listTranscripts = endpoint({
  method: 'GET',
  path: 'meetingTranscripts',
  tag: 'Meeting Transcripts',
  summary: "Lists the transcripts of the caller's recordings, the newest first.",
  description:
    'Without `from` and `to` these are those of the last seven days. With `meetingId` they are all those of the series, of ' +
    'the occurrence or of the instance. A transcript comes when the host brings one, or when a program of the ' +
    'installation has written down what is said.',
  scopes: READS,
  query: {
    ...PAGING,
    ...WINDOW,
    meetingId: optional(text({ max: 128 })),
    siteUrl: optional(text({ max: 256 })),
    ...HOST_EMAIL,
  },
  answer: transcriptList,
  throttled: 'meetingLists',
  async run(call, { query }) {
    const { app, site, account, zone } = call;
    const { meetingId } = query;
    const host = (await hostNamed(call, query.hostEmail)) ?? account;
    if (meetingId === undefined) checkSiteUrl(site, query.siteUrl);
    const isBounded = query.from !== undefined || query.to !== undefined;
    const window =
      meetingId === undefined || isBounded ? pastWindow(query, { now: app.clock.now(), zone }) : undefined;
    const after = positionOf<[createdAt: number, id: number]>(call, LIST, query);
    const size = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
    const found = await app.transcriptPages.newest(
      site,
      {
        host: host.id,
        ...(meetingId !== undefined && (await ofMeeting(call, meetingId))),
        ...(window && { createdFrom: window.from, createdTo: window.to - 1 }),
      },
      { max: size + 1, after: after && { createdAt: after[0], id: after[1] } },
    );
    const shown = found.slice(0, size);
    const last = found.length > size ? shown.at(-1)?.transcript : undefined;
    return page(call, LIST, await presentTranscripts(call, site, shown), last && [last.createdAt, last.id]);
  },
  sample: { query: { max: 10 } },
});
