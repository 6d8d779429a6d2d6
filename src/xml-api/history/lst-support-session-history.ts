/** LstsupportsessionHistory: lists the support sessions that have taken place. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { sessionsFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, historyOrderType, startTimeValueType } from './history-scope.ts';
import { supportSessionHistoryInstanceType } from './session-history-type.ts';
import { sessionHistoryValue } from './session-history-value.ts';

export const lstSupportSessionHistory = operation({
  service: historyService,
  name: 'LstsupportsessionHistory',
  level: '5.5',
  summary: 'Lists the support sessions that have taken place.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lstsupportsessionHistory', {
    sessionKey: optional(HISTORY_KEY, { alias: ['meetingKey'] }),
    hostWebExID: optional(text()),
    startTimeScope: optional(startTimeValueType),
    listControl: optional(lstControlType),
    order: optional(historyOrderType('orderScHisType')),
    endTimeScope: optional(endTimeScopeType),
    confID: optional(HISTORY_KEY),
    timeZoneID: optional(int()),
  }),
  response: body(historyService, 'lstsupportsessionHistoryResponse', {
    supportSessionHistory: many(supportSessionHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await sessionsFound(call, 'SupportCenter', request);
    return { supportSessionHistory: rows.map((row) => sessionHistoryValue(row, zone)), matchingRecords };
  },
});
