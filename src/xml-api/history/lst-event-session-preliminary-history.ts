/** LstEventSessionPreliminaryHistory: lists events of one's own as soon as they have ended. */
import { HistoryFilterMissing, HistoryRangeTooLong } from '../../history/preliminary.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { PRELIMINARY, sessionsFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, orderEcHisType, startTimeValueType } from './history-scope.ts';
import { eventSessionPreliminaryHistoryInstanceType } from './preliminary-type.ts';
import { sessionHistoryValue } from './session-history-value.ts';

export const lstEventSessionPreliminaryHistory = operation({
  service: historyService,
  name: 'LstEventSessionPreliminaryHistory',
  level: '9.0 SP4',
  summary: "Lists events of one's own as soon as they have ended.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken, HistoryFilterMissing, HistoryRangeTooLong],
  request: body(historyService, 'lstEventSessionPreliminaryHistory', {
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
  response: body(historyService, 'lstEventSessionPreliminaryHistoryResponse', {
    eventSessionPreliminaryHistory: many(eventSessionPreliminaryHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  samples: { confName: 'Open day', hostWebExID: 'hostid' },
  async run(call, request) {
    const { rows, matchingRecords, zone } = await sessionsFound(call, 'EventCenter', request, PRELIMINARY);
    return {
      eventSessionPreliminaryHistory: rows.map((row) => sessionHistoryValue(row, zone)),
      matchingRecords,
    };
  },
});
