/** GET /recordingReport/accessSummary: how often recordings were watched and fetched. */
import { optional, text } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { checkSiteUrl } from '../own-site.ts';
import { LARGEST_PAGE, PAGING, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { NotPermitted } from '../rest-refusals.ts';
import { siteUrlOf } from '../site-url.ts';
import { pastWindow, WINDOW } from '../time-window.ts';
import { accessSummaries } from './access-types.ts';

const LIST = 'recording access summaries';

/** Days that one list may span, and that it may reach back. */
const LIMITS = { span: 90, back: 365 };

export const listAccessSummaries = endpoint({
  method: 'GET',
  path: 'recordingReport/accessSummary',
  tag: 'Recording Report',
  summary: 'Lists recordings with how often they were watched and fetched, the newest first.',
  description:
    'The recordings are those made between `from` and `to`; ones that are deleted since are told too. An administrator ' +
    'names a host by `hostEmail`, or the whole site by `all`.',
  scopes: {
    user: ['meeting:recordings_read', 'meeting:recordings_write'],
    admin: ['meeting:admin_recordings_read', 'meeting:admin_recordings_write'],
  },
  query: {
    ...PAGING,
    ...WINDOW,
    hostEmail: optional(text({ max: 192 })),
    siteUrl: optional(text({ max: 256 })),
  },
  answer: accessSummaries,
  throttled: 'meetingLists',
  async run(call, { query }) {
    const { app, site, ids, zone } = call;
    checkSiteUrl(site, query.siteUrl);
    const { from, to } = pastWindow(query, { now: app.clock.now(), zone }, LIMITS);
    const host = await hostAsked(call, query.hostEmail);
    const after = positionOf<[at: number, id: number]>(call, LIST, query);
    const size = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
    const found = await app.accessHistory.newest(
      site,
      { host, created: { from, to: to - 1 } },
      { max: size + 1, after: after && { at: after[0], id: after[1] } },
    );
    const shown = found.slice(0, size);
    const emails = await emailsOf(
      call,
      shown.map((one) => one.host),
    );
    const items = shown.map((one) => ({
      recordingId: ids.hex('recording', site.id, one.recordID),
      topic: one.recordName,
      timeRecorded: isoTime(one.createdAt, zone),
      siteUrl: siteUrlOf(app, site),
      hostEmail: emails.get(one.host) ?? '',
      viewCount: one.viewed,
      downloadCount: one.downloaded,
    }));
    const last = found.length > size ? shown.at(-1) : undefined;
    return page(call, LIST, items, last && [last.createdAt, last.recordID]);
  },
});

/** The row of an account; nothing for the whole site. @throws NotPermitted, HostUnknown */
async function hostAsked(call: RestCall, hostEmail: string | undefined): Promise<number | undefined> {
  if (hostEmail?.toLowerCase() !== 'all') return (await call.host(hostEmail)).id;
  if (!call.isAdmin) throw new NotPermitted("'hostEmail' may be set by an administrator's token alone.");
  return undefined;
}

async function emailsOf({ app }: RestCall, hosts: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const found = await Promise.all([...new Set(hosts)].map((id) => app.accounts.findById(id)));
  return new Map(found.flatMap((account) => (account ? [[account.id, account.email] as const] : [])));
}
