/** What LstMeeting and LstsummaryMeeting ask for alike. */

import { listedFor } from '../../policies/listed-for.ts';
import { NoRecordFound } from '../../refusal.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { SESSION_ORDERS } from '../../sessions/lists/session-order.ts';
import { isMeeting, type Meeting } from '../../sessions/meeting.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { complex, optional, type ValueOf } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';
import { lstControlType, orderOf, orderType, type PageAsked, pageOf } from '../types/list.ts';
import { meet } from '../types/namespaces.ts';
import { dateScopeFields, windowAsked } from '../types/session/date-scope.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { zoneAsked } from '../types/when.ts';

export const meetingListFields = {
  listControl: optional(lstControlType),
  order: optional(orderType(meet)),
  dateScope: optional(complex(meet, 'dateScopeType', dateScopeFields)),
  meetingKey: optional(SESSION_KEY, { alias: ['sessionKey'] }),
};

const asked = complex(meet, 'meetingList', meetingListFields);

/**
 * The caller's meetings and those that they are invited to, or an administrator's site. A dateScope without a zone is
 * meant in the caller's own.
 * @throws RuleBroken when a value breaks a rule
 */
export async function searchMeetings(
  { site, account, hint, app: { accounts, sessions, sessionList } }: AccountCall,
  request: ValueOf<typeof asked> & { readonly hostWebExID?: string | undefined },
): Promise<{
  readonly total: number;
  readonly sessions: readonly Meeting<ListedSession>[];
  readonly page: PageAsked;
}> {
  const page = pageOf(request.listControl, hint);
  const scope = await listedFor(accounts, site, account, { hostWebExID: request.hostWebExID, invited: true });
  if (!scope) throw new NoRecordFound();
  const zone = zoneAsked(request.dateScope?.timeZoneID) ?? zoneOf(account.timeZoneID);
  const window = windowAsked(request.dateScope, zone);
  if (window) await sessions.workOutFor(site, window, scope.member);
  const found = await sessionList.search(
    site,
    { ...scope, services: [SESSION_SERVICES.meeting.serviceType], window, sessionKey: request.meetingKey },
    { ...page, order: orderOf(request.order, SESSION_ORDERS, hint) },
  );
  return { total: found.total, sessions: found.sessions.filter(isMeeting), page };
}
