/** GET /meetingReports/attendees: who was in a meeting that has taken place. */
import type { EndedAttendance } from '../../history/history-list.ts';
import type { UsageSearch } from '../../history/history-pages.ts';
import { minutesOf } from '../../history/usage.ts';
import { optional, text, type ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { checkSiteUrl } from '../own-site.ts';
import { PAGING, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { pastWindow, WINDOW } from '../time-window.ts';
import { LARGEST_REPORT, REPORT_WINDOW, toldOf } from './report-limits.ts';
import { attendeeReports } from './report-types.ts';

const LIST = 'attendee reports';

const ASKED = {
  ...PAGING,
  ...WINDOW,
  siteUrl: text({ max: 256 }),
  meetingId: optional(text({ max: 128 })),
  meetingNumber: optional(text({ max: 20 })),
  meetingTitle: optional(text({ max: 512 })),
};

export const listAttendeeReports = endpoint({
  method: 'GET',
  path: 'meetingReports/attendees',
  tag: 'Meetings Summary Report',
  summary:
    'Lists who was in a meeting that has taken place: the newest meeting first, and of each who came last.',
  description:
    'One of `meetingId` (of a series or of an instance), `meetingNumber` and `meetingTitle` is needed; of several the ' +
    'first counts. A host is told of their own meetings, an administrator of all.',
  scopes: {
    user: ['meeting:schedules_read', 'meeting:participants_read'],
    admin: ['meeting:admin_config_read', 'meeting:admin_participants_read', 'meeting:admin_schedule_read'],
  },
  query: ASKED,
  answer: attendeeReports,
  throttled: 'meetingLists',
  sample: { query: { siteUrl: 'acme', meetingTitle: 'Weekly call' } },
  async run(call, { query }) {
    const { app, site, account, zone } = call;
    checkSiteUrl(site, query.siteUrl);
    const { from, to } = pastWindow(query, { now: app.clock.now(), zone }, REPORT_WINDOW);
    const host = call.isAdmin ? undefined : account.id;
    const search = { from, to: to - 1, host, ...toldOf(call), ...meetingAsked(call, query) };
    const after = positionOf<[startedAt: number, id: number, joinedAt: number, stay: number]>(
      call,
      LIST,
      query,
    );
    const size = pageSize(query, USUAL_PAGE, LARGEST_REPORT);
    const found = await app.historyPages.attendances(site, search, {
      max: size + 1,
      after: after && { startedAt: after[0], id: after[1], joinedAt: after[2], stay: after[3] },
    });
    const shown = found.slice(0, size);
    const last = found.length > size ? shown.at(-1) : undefined;
    const next = last && [last.session.startedAt, last.session.id, last.joinedAt, last.id];
    return page(
      call,
      LIST,
      shown.map((stay) => reportOf(call, stay)),
      next,
    );
  },
});

interface MeetingAsked {
  readonly meetingId?: string | undefined;
  readonly meetingNumber?: string | undefined;
  readonly meetingTitle?: string | undefined;
}

/** @throws InvalidItem, RestFailure for what is no id of a meeting of this site */
function meetingAsked(
  { ids, site }: RestCall,
  { meetingId, meetingNumber, meetingTitle }: MeetingAsked,
): Partial<UsageSearch> {
  if (meetingId !== undefined) {
    const id = ids.meeting(site.id, meetingId);
    if (!id) throw new RestFailure(404, 'Cannot find the data');
    if (id.of === 'occurrence') {
      throw new InvalidItem(`Meeting ID '${meetingId}' is not allowed for this API.`, 'meetingId');
    }
    const { sessionKey } = id;
    // Ids of instances have whole seconds.
    return id.of === 'series' ? { sessionKey } : { sessionKey, from: id.startedAt, to: id.startedAt + 999 };
  }
  if (meetingNumber !== undefined) {
    const digits = meetingNumber.replace(/[\s-]/g, '');
    if (!/^\d{1,15}$/.test(digits))
      throw new InvalidItem("'meetingNumber' must be a number.", 'meetingNumber');
    return { sessionKey: Number(digits) };
  }
  if (meetingTitle !== undefined) return { confName: meetingTitle };
  throw new InvalidItem(
    "At least one of 'meetingId', 'meetingNumber' and 'meetingTitle' should be specified.",
    'meetingId',
  );
}

type AttendeeReport = ValueOf<typeof attendeeReports>['items'][number];

function reportOf({ ids, zone }: RestCall, stay: EndedAttendance): AttendeeReport {
  const { session, details, joinedAt, leftAt } = stay;
  const { address = {}, phones = {} } = details;
  return {
    meetingId: ids.instance(session.site, session.sessionKey, session.confID, session.startedAt),
    meetingNumber: session.sessionKey,
    meetingTitle: session.confName,
    displayName: stay.name,
    email: stay.email,
    joinedTime: isoTime(joinedAt, zone),
    leftTime: isoTime(leftAt, zone),
    duration: minutesOf(leftAt - joinedAt),
    participantType: stay.isHost ? 'host' : 'attendee',
    ipAddress: details.ipAddress ?? '',
    clientAgent: details.clientAgent ?? '',
    company: details.company ?? '',
    phoneNumber: phones.phone ?? '',
    address1: address.address1 ?? '',
    address2: address.address2 ?? '',
    city: address.city ?? '',
    state: address.state ?? '',
    country: address.country ?? '',
    zipCode: address.zipCode ?? '',
    registered: details.registered,
    invited: details.invited,
  };
}
