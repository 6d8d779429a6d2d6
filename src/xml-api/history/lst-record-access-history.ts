/** LstrecordaccessHistory: recordings, with how often people registered for them, fetched them and looked at them. */
import { historyFor } from '../../policies/history.ts';
import { RECORDED_ORDERS } from '../../recordings/access-history.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { formatSiteTime, GMT } from '../../time/site-time.ts';
import { complex, int, long, many, optional, optionals, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecords, matchingRecordsType, orderOf, pageOf } from '../types/list.ts';
import { history } from '../types/namespaces.ts';
import { zoneAsked } from '../types/when.ts';
import { historyOrderType, spanAsked } from './history-scope.ts';

const recordAccessHistoryInstanceType = complex(history, 'recordAccessHistoryInstanceType', {
  recordID: optional(long()),
  recordName: optional(text()),
  creationTime: optional(text()),
  ...optionals(['registered', 'downloaded', 'viewed'], long()),
  timeZoneID: optional(int()),
});

const creationTimeScopeType = complex(
  history,
  'creationTimeScopeType',
  optionals(['creationTimeStart', 'creationTimeEnd'], text()),
);
const viewTimeScopeType = complex(
  history,
  'viewTimeScopeType',
  optionals(['viewTimeStart', 'viewTimeEnd'], text()),
);

export const lstRecordAccessHistory = operation({
  service: historyService,
  name: 'LstrecordaccessHistory',
  level: '5.5',
  summary: 'Lists recordings, with how often people registered for them, fetched them and looked at them.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lstrecordaccessHistory', {
    creationTimeScope: optional(creationTimeScopeType),
    viewTimeScope: optional(viewTimeScopeType),
    order: optional(historyOrderType('orderRecAccHisType')),
    listControl: optional(lstControlType),
    timeZoneID: optional(int()),
    recordName: optional(text()),
    hostWebExID: optional(text()),
  }),
  response: body(historyService, 'lstrecordaccessHistoryResponse', {
    recordAccessHistory: many(recordAccessHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run({ site, account, hint, app: { accounts, accessHistory } }, request) {
    const page = pageOf(request.listControl, hint);
    const asked = zoneAsked(request.timeZoneID);
    const zone = asked ?? GMT;
    const { creationTimeScope, viewTimeScope, recordName } = request;
    const created = spanAsked(['creationTimeStart', 'creationTimeEnd'], creationTimeScope, zone);
    const viewed = spanAsked(['viewTimeStart', 'viewTimeEnd'], viewTimeScope, zone);
    const whose = await historyFor(accounts, site, account, request.hostWebExID);
    if (!whose) throw new NoRecordFound();
    const { total, rows } = await accessHistory.recordings(
      site,
      { ...whose, method: page.method, created, viewed, recordName },
      { ...page, order: orderOf(request.order, RECORDED_ORDERS, hint) },
    );
    return {
      recordAccessHistory: rows.map(({ createdAt, ...row }) => ({
        ...row,
        creationTime: formatSiteTime(createdAt, zone),
        timeZoneID: asked?.id,
      })),
      matchingRecords: matchingRecords(total, rows.length, page),
    };
  },
});
