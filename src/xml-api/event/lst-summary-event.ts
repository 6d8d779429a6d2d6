/** LstsummaryEvent: events, a short row each. */
import { listedFor } from '../../policies/listed-for.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { type EventSession, isEvent } from '../../sessions/event.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { statusOf } from '../../sessions/session.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { bool, complex, float, integer, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import { lstControlType, matchingRecords, matchingRecordsType, orderOf, pageOf } from '../types/list.ts';
import { event } from '../types/namespaces.ts';
import { windowAsked } from '../types/session/date-scope.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { zoneAsked } from '../types/when.ts';
import { eventDateScopeType, eventOrderType, listingType } from './event-type.ts';

/** What events are ordered by, and what that is of sessions. */
const ORDERS = { EVENTNAME: 'CONFNAME', STARTTIME: 'STARTTIME', HOSTWEBEXID: 'HOSTWEBEXID' } as const;
const ORDER_WORDS = Object.keys(ORDERS) as (keyof typeof ORDERS)[];

const MINUTE = 60_000;

const attendeeCountType = complex(event, 'attendeeCountType', {
  estEnrollment: long(),
  estAttendance: long(),
  source: many(complex(event, 'sourceType', { leadSourceID: text(), count: long(), avgLeadScore: float() })),
});

const eventSummaryInstanceType = complex(event, 'eventSummaryInstanceType', {
  sessionKey: long(),
  sessionName: text(),
  sessionType: integer(),
  hostWebExID: text(),
  startDate: optional(text()),
  endDate: optional(text()),
  timeZoneID: optional(integer()),
  duration: integer(),
  description: optional(text()),
  status: optional(text()),
  panelists: optional(text()),
  listStatus: optional(listingType),
  attendeeCount: optional(attendeeCountType),
});

export const lstSummaryEvent = operation({
  service: eventService,
  name: 'LstsummaryEvent',
  level: '5.5',
  summary: "Lists the caller's events, or those of the site for administrators, a short row each.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(eventService, 'lstsummaryEvent', {
    listControl: optional(lstControlType),
    order: optional(eventOrderType),
    dateScope: optional(eventDateScopeType),
    sessionKey: optional(SESSION_KEY, { alias: ['meetingKey'] }),
    hostWebExID: optional(text()),
    programID: optional(long()),
    attendeeStats: optional(bool()),
  }),
  response: body(eventService, 'lstsummaryEventResponse', {
    matchingRecords: optional(matchingRecordsType),
    event: many(eventSummaryInstanceType),
  }),
  samples: { sessionKey: undefined },
  async run({ site, account, hint, app }, request) {
    const { sessions, sessionList } = app;
    const page = pageOf(request.listControl, hint);
    const scope = await listedFor(app.accounts, site, account, {
      hostWebExID: request.hostWebExID,
      invited: false,
    });
    if (!scope) throw new NoRecordFound();
    const zone = zoneAsked(request.dateScope?.timeZoneID) ?? zoneOf(account.timeZoneID);
    const window = windowAsked(request.dateScope, zone);
    const order = orderOf(request.order, ORDER_WORDS, hint);
    const found = await sessionList.search(
      site,
      {
        ...scope,
        services: [SESSION_SERVICES.event.serviceType],
        window,
        sessionKey: request.sessionKey,
        program: request.programID,
      },
      { ...page, order: order.map(({ by, descending }) => ({ by: ORDERS[by], descending })) },
    );
    const rows = found.sessions.filter(isEvent);
    const counts = request.attendeeStats ? await sessions.enrollmentCounts(rows) : undefined;
    return {
      matchingRecords: matchingRecords(found.total, rows.length, page),
      event: rows.map((one) => ({ ...summaryOf(one), attendeeCount: counts?.get(one.id) })),
    };
  },
});

/** A description and panelists that are not there are told as empty (a quoted answer of 2009). */
function summaryOf(session: EventSession<ListedSession>) {
  const { document, at, duration } = session;
  const zone = zoneOf(session.timeZoneID);
  return {
    sessionKey: session.sessionKey,
    sessionName: session.confName,
    sessionType: session.sessionType,
    hostWebExID: session.hostWebExID,
    startDate: formatSiteTime(at, zone),
    endDate: formatSiteTime(at + duration * MINUTE, zone),
    timeZoneID: zone.id,
    duration,
    description: document.description ?? '',
    status: statusOf(session),
    panelists: document.panelistsInfo ?? '',
    listStatus: session.listStatus,
  };
}
