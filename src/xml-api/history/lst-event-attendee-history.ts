/** LsteventattendeeHistory: lists who was in events, a row for each time that somebody came. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { bool, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { eventAttendeeHistoryInstanceType } from './attendee-history-type.ts';
import { attendeeHistoryValue } from './attendee-history-value.ts';
import { attendancesFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, orderEcAttenHisType, startTimeScopeType } from './history-scope.ts';

export const lstEventAttendeeHistory = operation({
  service: historyService,
  name: 'LsteventattendeeHistory',
  level: '5.5',
  summary: 'Lists who was in events, a row for each time that somebody came.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lsteventattendeeHistory', {
    listControl: optional(lstControlType),
    order: optional(orderEcAttenHisType),
    startTimeScope: optional(startTimeScopeType),
    endTimeScope: optional(endTimeScopeType),
    sessionKey: optional(HISTORY_KEY, { alias: ['meetingKey'] }),
    confName: optional(text()),
    confID: optional(HISTORY_KEY),
    attendeeStats: optional(bool()),
  }),
  response: body(historyService, 'lsteventattendeeHistoryResponse', {
    eventAttendeeHistory: many(eventAttendeeHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await attendancesFound(call, 'EventCenter', request);
    return { eventAttendeeHistory: rows.map((row) => attendeeHistoryValue(row, zone)), matchingRecords };
  },
});
