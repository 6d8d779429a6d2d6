/** LstsummarySalesSession: sales sessions, a short row each. */
import { listedFor } from '../../policies/listed-for.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import type { SubjectNames } from '../../sales/subject-names.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { SALES_ORDERS } from '../../sessions/lists/session-order.ts';
import { subjectOf } from '../../sessions/sales-subject.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { statusOf } from '../../sessions/session.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { labelAt, zoneOf } from '../../time/time-zones.ts';
import { complex, extension, integer, long, many, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { salesService } from '../service.ts';
import { bodyContentType } from '../types/body.ts';
import {
  lstControlType,
  matchingRecords,
  matchingRecordsType,
  orderOf,
  orderType,
  pageOf,
} from '../types/list.ts';
import { sales } from '../types/namespaces.ts';
import { dateScopeFields, windowAsked } from '../types/session/date-scope.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { zoneAsked } from '../types/when.ts';
import { listingType, SUBJECT_NAME } from './sales-session-type.ts';

const salesSessionSummaryInstanceType = extension(sales, 'salesSessionSummaryInstanceType', bodyContentType, {
  meetingKey: long(),
  confName: text(),
  meetingType: integer(),
  hostWebExID: optional(text()),
  timeZoneID: optional(integer()),
  timeZone: optional(text()),
  status: optional(text()),
  startDate: text(),
  duration: integer(),
  listStatus: optional(listingType),
  account: optional(SUBJECT_NAME),
  opportunity: optional(SUBJECT_NAME),
});

export const lstSummarySalesSession = operation({
  service: salesService,
  name: 'LstsummarySalesSession',
  level: '5.5',
  summary: "Lists the caller's sales sessions and those that they are invited to, a short row each.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(salesService, 'lstsummarySalesSession', {
    listControl: optional(lstControlType),
    order: optional(orderType(sales)),
    dateScope: optional(complex(sales, 'dateScopeType', dateScopeFields)),
    meetingKey: optional(SESSION_KEY, { alias: ['sessionKey'] }),
    hostWebExID: optional(text()),
    account: optional(SUBJECT_NAME),
    opportunity: optional(SUBJECT_NAME),
  }),
  response: body(salesService, 'lstsummarySalesSessionResponse', {
    matchingRecords: optional(matchingRecordsType),
    salesSession: many(salesSessionSummaryInstanceType),
  }),
  samples: { meetingKey: '352210764' },
  async run({ site, account: caller, hint, app }, request) {
    const { accounts, sessions, sessionList, salesSubjects } = app;
    const { hostWebExID, meetingKey, account, opportunity } = request;
    const page = pageOf(request.listControl, hint);
    const scope = await listedFor(accounts, site, caller, { hostWebExID, invited: true });
    if (!scope) throw new NoRecordFound();
    const zone = zoneAsked(request.dateScope?.timeZoneID) ?? zoneOf(caller.timeZoneID);
    const window = windowAsked(request.dateScope, zone);
    if (window) await sessions.workOutFor(site, window, scope.member);
    const found = await sessionList.search(
      site,
      {
        ...scope,
        services: [SESSION_SERVICES.sales.serviceType],
        window,
        sessionKey: meetingKey,
        salesAccounts: account === undefined ? undefined : await salesSubjects.accountsNamed(site, account),
        opportunities:
          opportunity === undefined ? undefined : await salesSubjects.opportunitiesNamed(site, opportunity),
      },
      { ...page, order: orderOf(request.order, SALES_ORDERS, hint) },
    );
    const names = await salesSubjects.names(found.sessions.map(({ document }) => subjectOf(document)));
    const salesSession = found.sessions.map((session) => rowOf(session, names));
    return { matchingRecords: matchingRecords(found.total, salesSession.length, page), salesSession };
  },
});

function rowOf(session: ListedSession, names: SubjectNames): ValueOf<typeof salesSessionSummaryInstanceType> {
  const zone = zoneOf(session.timeZoneID);
  const subject = subjectOf(session.document);
  return {
    meetingKey: session.sessionKey,
    confName: session.confName,
    meetingType: session.sessionType,
    hostWebExID: session.hostWebExID,
    timeZoneID: zone.id,
    timeZone: labelAt(zone, session.at),
    status: statusOf(session),
    startDate: formatSiteTime(session.at, zone),
    duration: session.duration,
    listStatus: session.listStatus,
    account: names.accounts.get(subject.intAccountID),
    opportunity: names.opportunities.get(subject.intOpptyID),
  };
}
