/** What LstTrainingSession and LstsummaryTrainingSession ask for alike. */
import { listedFor } from '../../policies/listed-for.ts';
import { NoRecordFound } from '../../refusal.ts';
import type { ListedSession } from '../../sessions/lists/session-list.ts';
import { SESSION_ORDERS } from '../../sessions/lists/session-order.ts';
import { SESSION_SERVICES } from '../../sessions/services.ts';
import { isTraining, type Training } from '../../sessions/training.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { complex, optional, type ValueOf } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';
import { lstControlType, orderOf, orderType, type PageAsked, pageOf } from '../types/list.ts';
import { train } from '../types/namespaces.ts';
import { windowAsked } from '../types/session/date-scope.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { sessDateScopeType } from '../types/session/session-type.ts';
import { zoneAsked } from '../types/when.ts';

export const trainingListFields = {
  listControl: optional(lstControlType),
  order: optional(orderType(train)),
};

export const trainingListCriteria = {
  dateScope: optional(sessDateScopeType),
  sessionKey: optional(SESSION_KEY, { alias: ['meetingKey'] }),
};

const asked = complex(train, 'trainingList', { ...trainingListFields, ...trainingListCriteria });

interface Further {
  readonly hostWebExID?: string | undefined;
  /** The zone of a dateScope that names none. */
  readonly timeZoneID?: number | undefined;
}

/**
 * The trainings that the caller is host or alternate host of, or an administrator's site. A dateScope without a zone is
 * meant in the caller's own.
 * @throws RuleBroken when a value breaks a rule
 */
export async function searchTrainings(
  { site, account, hint, app: { accounts, sessions, sessionList } }: AccountCall,
  request: ValueOf<typeof asked> & Further,
): Promise<{
  readonly total: number;
  readonly sessions: readonly Training<ListedSession>[];
  readonly page: PageAsked;
}> {
  const page = pageOf(request.listControl, hint);
  const { hostWebExID, dateScope, sessionKey } = request;
  const scope = await listedFor(accounts, site, account, { hostWebExID, invited: false });
  if (!scope) throw new NoRecordFound();
  const zone =
    zoneAsked(dateScope?.timeZoneID) ?? zoneAsked(request.timeZoneID) ?? zoneOf(account.timeZoneID);
  const window = windowAsked(dateScope, zone);
  if (window) await sessions.workOutFor(site, window, scope.member);
  const found = await sessionList.search(
    site,
    { ...scope, services: [SESSION_SERVICES.training.serviceType], window, sessionKey },
    { ...page, order: orderOf(request.order, SESSION_ORDERS, hint) },
  );
  return { total: found.total, sessions: found.sessions.filter(isTraining), page };
}
