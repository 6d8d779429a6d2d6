/** LstsupportattendeeHistory: lists who was in support sessions, a row for each time that somebody came. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { supportAttendeeHistoryInstanceType } from './attendee-history-type.ts';
import { attendeeHistoryValue } from './attendee-history-value.ts';
import { attendancesFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, historyOrderType, startTimeScopeType } from './history-scope.ts';

export const lstSupportAttendeeHistory = operation({
  service: historyService,
  name: 'LstsupportattendeeHistory',
  level: '5.5',
  summary: 'Lists who was in support sessions, a row for each time that somebody came.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lstsupportattendeeHistory', {
    sessionKey: optional(HISTORY_KEY, { alias: ['meetingKey'] }),
    listControl: optional(lstControlType),
    order: optional(historyOrderType('orderScAttenHisType')),
    startTimeScope: optional(startTimeScopeType),
    endTimeScope: optional(endTimeScopeType),
    confID: optional(HISTORY_KEY),
  }),
  response: body(historyService, 'lstsupportattendeeHistoryResponse', {
    supportAttendeeHistory: many(supportAttendeeHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await attendancesFound(call, 'SupportCenter', request);
    return { supportAttendeeHistory: rows.map((row) => attendeeHistoryValue(row, zone)), matchingRecords };
  },
});
