/** LsteventsessionHistory: lists the events that have taken place. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { sessionsFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, orderEcHisType, startTimeValueType } from './history-scope.ts';
import { eventSessionHistoryInstanceType } from './session-history-type.ts';
import { sessionHistoryValue } from './session-history-value.ts';

export const lstEventSessionHistory = operation({
  service: historyService,
  name: 'LsteventsessionHistory',
  level: '5.5',
  summary: 'Lists the events that have taken place.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lsteventsessionHistory', {
    hostWebExID: optional(text()),
    confName: optional(text()),
    startTimeScope: optional(startTimeValueType),
    listControl: optional(lstControlType),
    order: optional(orderEcHisType),
    endTimeScope: optional(endTimeScopeType),
    sessionKey: optional(HISTORY_KEY, { alias: ['meetingKey'] }),
    confID: optional(HISTORY_KEY),
    timeZoneID: optional(int()),
  }),
  response: body(historyService, 'lsteventsessionHistoryResponse', {
    eventSessionHistory: many(eventSessionHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await sessionsFound(call, 'EventCenter', request);
    return { eventSessionHistory: rows.map((row) => sessionHistoryValue(row, zone)), matchingRecords };
  },
});
