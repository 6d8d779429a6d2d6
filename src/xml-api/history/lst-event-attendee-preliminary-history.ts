/** LstEventAttendeePreliminaryHistory: lists who was in events of one's own, as soon as they have ended. */
import { HistoryFilterMissing, HistoryRangeTooLong } from '../../history/preliminary.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { attendeeHistoryValue } from './attendee-history-value.ts';
import { attendancesFound, PRELIMINARY } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, orderEcAttenHisType, startTimeValueType } from './history-scope.ts';
import { eventAttendeePreliminaryHistoryInstanceType } from './preliminary-type.ts';

export const lstEventAttendeePreliminaryHistory = operation({
  service: historyService,
  name: 'LstEventAttendeePreliminaryHistory',
  level: '9.0 SP4',
  summary: "Lists who was in events of one's own, as soon as they have ended.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken, HistoryFilterMissing, HistoryRangeTooLong],
  request: body(historyService, 'lstEventAttendeePreliminaryHistory', {
    hostWebExID: optional(text()),
    confName: optional(text()),
    startTimeScope: optional(startTimeValueType),
    listControl: optional(lstControlType),
    order: optional(orderEcAttenHisType),
    endTimeScope: optional(endTimeScopeType),
    sessionKey: optional(HISTORY_KEY, { alias: ['meetingKey'] }),
    confID: optional(HISTORY_KEY),
    timeZoneID: optional(int()),
  }),
  response: body(historyService, 'lstEventAttendeePreliminaryHistoryResponse', {
    eventAttendeePreliminaryHistory: many(eventAttendeePreliminaryHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  samples: { confName: 'Open day', hostWebExID: 'hostid' },
  async run(call, request) {
    const { rows, matchingRecords, zone } = await attendancesFound(call, 'EventCenter', request, PRELIMINARY);
    return {
      eventAttendeePreliminaryHistory: rows.map((row) => attendeeHistoryValue(row, zone)),
      matchingRecords,
    };
  },
});
