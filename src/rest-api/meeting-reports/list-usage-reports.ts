/** GET /meetingReports/usage: the meetings of the site that have taken place. */
import { namedTracking } from '../../accounts/tracking-values.ts';
import type { EndedUsage } from '../../history/history-list.ts';
import { minutesOf } from '../../history/usage.ts';
import { oneOf, optional, text, type ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { SCHEDULED_TYPE_OF } from '../meetings/present-meeting.ts';
import { checkSiteUrl } from '../own-site.ts';
import { PAGING, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { pastWindow, WINDOW } from '../time-window.ts';
import { LARGEST_REPORT, REPORT_WINDOW, toldOf } from './report-limits.ts';
import { REPORTED_SERVICES, usageReports } from './report-types.ts';

export const listUsageReports = endpoint({
  method: 'GET',
  path: 'meetingReports/usage',
  tag: 'Meetings Summary Report',
  summary: 'Lists the meetings of the site that have taken place, the newest first.',
  description:
    'They are those that began between `from` and `to`: thirty days at most, and not more than ninety days ago. Without ' +
    '`serviceType` they are meetings.',
  scopes: { admin: ['meeting:admin_config_read', 'meeting:admin_config_write'] },
  query: {
    ...PAGING,
    ...WINDOW,
    siteUrl: text({ max: 256 }),
    serviceType: optional(oneOf(REPORTED_SERVICES)),
  },
  answer: usageReports,
  throttled: 'meetingLists',
  sample: { query: { siteUrl: 'acme', max: 100 } },
  async run(call, { query }) {
    const { app, site, zone } = call;
    checkSiteUrl(site, query.siteUrl);
    const { serviceType: service = 'MeetingCenter' } = query;
    const { from, to } = pastWindow(query, { now: app.clock.now(), zone }, REPORT_WINDOW);
    const list = `usage reports of ${service}`;
    const after = positionOf<[startedAt: number, id: number]>(call, list, query);
    const size = pageSize(query, USUAL_PAGE, LARGEST_REPORT);
    const found = await app.historyPages.usages(
      site,
      { service, from, to: to - 1, ...toldOf(call) },
      { max: size + 1, after: after && { startedAt: after[0], id: after[1] } },
    );
    const shown = found.slice(0, size);
    const last = found.length > size ? shown.at(-1) : undefined;
    const items = shown.map((usage) => reportOf(call, usage));
    return page(call, list, items, last && [last.startedAt, last.id]);
  },
});

type UsageReport = ValueOf<typeof usageReports>['items'][number];

function reportOf({ ids, zone, site }: RestCall, usage: EndedUsage): UsageReport {
  const { host, details, sessionKey, confID, startedAt, endedAt } = usage;
  return {
    meetingId: ids.instance(usage.site, sessionKey, confID, startedAt),
    meetingNumber: String(sessionKey),
    meetingTitle: usage.confName,
    start: isoTime(startedAt, zone),
    end: isoTime(endedAt, zone),
    duration: minutesOf(endedAt - startedAt),
    scheduledType: SCHEDULED_TYPE_OF[usage.service],
    hostDisplayName: host.name,
    hostEmail: host.email,
    totalPeopleMinutes: usage.peopleMinutes,
    totalCallInMinutes: usage.callInMinutes,
    totalCallInTollFreeMinutes: usage.tollFreeMinutes,
    // Nobody is called by the site.
    totalCallOutDomestic: 0,
    totalCallOutInternational: 0,
    totalVoipMinutes: usage.voipMinutes,
    totalParticipants: usage.participants,
    totalParticipantsVoip: usage.voipParticipants,
    totalParticipantsCallIn: usage.callInParticipants,
    totalParticipantsCallOut: 0,
    peakAttendee: usage.peak,
    totalRegistered: usage.registered,
    totalInvitee: usage.invited,
    serviceType: usage.service,
    trackingCodes: namedTracking(site, details.tracking).map(({ index, name, value }) => ({
      name: name ?? `trackingCode${index}`,
      value,
    })),
  };
}
