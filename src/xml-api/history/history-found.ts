/** What the lists of the history ask for alike, whatever their service. */

import { toldSince } from '../../history/bounds.ts';
import type { EndedAttendance, EndedUsage, HistoryFound } from '../../history/history-list.ts';
import { ATTENDANCE_ORDERS, USAGE_ORDERS } from '../../history/history-order.ts';
import type { HistoryCriteria, HistorySearch } from '../../history/history-search.ts';
import { checkPreliminary } from '../../history/preliminary.ts';
import { historyFor, preliminaryHistoryFor } from '../../policies/history.ts';
import { NoRecordFound } from '../../refusal.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import { GMT } from '../../time/site-time.ts';
import type { Zone } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { AccountCall } from '../operation.ts';
import {
  type lstControlType,
  matchingRecords,
  type matchingRecordsType,
  orderOf,
  type PageAsked,
  pageOf,
} from '../types/list.ts';
import { zoneAsked } from '../types/when.ts';
import { type endTimeScopeType, spanAsked, type startTimeScopeType } from './history-scope.ts';

type Scope<T> = ValueOf<T> | undefined;

/** Every element that a list of the history may have; each has some of them. */
export interface HistoryRequest {
  readonly listControl?: Scope<typeof lstControlType>;
  readonly order?:
    | { readonly orderBy: readonly string[]; readonly orderAD: readonly ('ASC' | 'DESC')[] }
    | undefined;
  readonly startTimeScope?: Scope<typeof startTimeScopeType>;
  readonly endTimeScope?: Scope<typeof endTimeScopeType>;
  readonly sessionKey?: number | undefined;
  readonly meetingKey?: number | undefined;
  readonly confID?: number | undefined;
  readonly confName?: string | undefined;
  readonly hostWebExID?: string | undefined;
  readonly account?: string | undefined;
  readonly opportunity?: string | undefined;
  readonly inclAudioOnly?: boolean | undefined;
  readonly timeZoneID?: number | undefined;
}

/** Whom a history tells what, and what it asks of a request. */
interface HistoryKind {
  readonly whose: typeof historyFor;
  readonly check?: (criteria: HistoryCriteria, now: number) => void;
}

const COMPLETE: HistoryKind = { whose: historyFor };
export const PRELIMINARY: HistoryKind = { whose: preliminaryHistoryFor, check: checkPreliminary };

interface HistoryAnswer<T> {
  readonly rows: readonly T[];
  readonly matchingRecords: ValueOf<typeof matchingRecordsType>;
  /** In which the times are told. */
  readonly zone: Zone;
}

/**
 * Sessions of a service that have ended.
 * @throws RuleBroken when a value breaks a rule
 * @throws NoRecordFound when nothing matches
 */
export function sessionsFound(
  call: AccountCall,
  service: ServiceType,
  request: HistoryRequest,
  kind = COMPLETE,
): Promise<HistoryAnswer<EndedUsage>> {
  return found(call, { service, request, kind }, (search, page) =>
    call.app.historyList.sessions(call.site, search, {
      ...page,
      order: orderOf(request.order, USAGE_ORDERS, call.hint),
    }),
  );
}

/**
 * Stays of people in such sessions, a row each.
 * @throws RuleBroken when a value breaks a rule
 * @throws NoRecordFound when nothing matches
 */
export function attendancesFound(
  call: AccountCall,
  service: ServiceType,
  request: HistoryRequest,
  kind = COMPLETE,
): Promise<HistoryAnswer<EndedAttendance>> {
  return found(call, { service, request, kind }, (search, page) =>
    call.app.historyList.attendances(call.site, search, {
      ...page,
      order: orderOf(request.order, ATTENDANCE_ORDERS, call.hint),
    }),
  );
}

interface Wanted {
  readonly service: ServiceType;
  readonly request: HistoryRequest;
  readonly kind: HistoryKind;
}

async function found<T>(
  { site, account, hint, app: { accounts, clock } }: AccountCall,
  { service, request, kind }: Wanted,
  read: (search: HistorySearch, page: PageAsked) => Promise<HistoryFound<T>>,
): Promise<HistoryAnswer<T>> {
  const page = pageOf(request.listControl, hint);
  const zone = zoneAsked(request.timeZoneID) ?? GMT;
  const { confID, confName, account: salesAccount, opportunity } = request;
  const criteria = {
    started: spanAsked(['sessionStartTimeStart', 'sessionStartTimeEnd'], request.startTimeScope, zone),
    ended: spanAsked(['sessionEndTimeStart', 'sessionEndTimeEnd'], request.endTimeScope, zone),
    sessionKey: request.sessionKey ?? request.meetingKey,
    confID,
    confName,
    account: salesAccount,
    opportunity,
  };
  kind.check?.(criteria, clock.now());
  const whose = await kind.whose(accounts, site, account, request.hostWebExID);
  if (!whose) throw new NoRecordFound();
  const { total, rows } = await read(
    {
      ...whose,
      service,
      // Audio-only sessions are meetings, and left out unless they are asked for.
      withAudioOnly: service !== 'MeetingCenter' || (request.inclAudioOnly ?? false),
      since: toldSince(site, clock.now()),
      method: page.method,
      criteria,
    },
    page,
  );
  return { rows, matchingRecords: matchingRecords(total, rows.length, page), zone };
}
