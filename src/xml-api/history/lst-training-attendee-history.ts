/** LsttrainingattendeeHistory: lists who was in training sessions, a row for each time that somebody came. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { trainingAttendeeHistoryInstanceType } from './attendee-history-type.ts';
import { attendeeHistoryValue } from './attendee-history-value.ts';
import { attendancesFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, historyOrderType, startTimeScopeType } from './history-scope.ts';

export const lstTrainingAttendeeHistory = operation({
  service: historyService,
  name: 'LsttrainingattendeeHistory',
  level: '5.5',
  summary: 'Lists who was in training sessions, a row for each time that somebody came.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lsttrainingattendeeHistory', {
    sessionKey: optional(HISTORY_KEY, { alias: ['meetingKey'] }),
    order: optional(historyOrderType('orderTCAttenHisType')),
    startTimeScope: optional(startTimeScopeType),
    confName: optional(text()),
    listControl: optional(lstControlType),
    confID: optional(HISTORY_KEY),
    endTimeScope: optional(endTimeScopeType),
    timeZoneID: optional(int()),
  }),
  response: body(historyService, 'lsttrainingattendeeHistoryResponse', {
    trainingAttendeeHistory: many(trainingAttendeeHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await attendancesFound(call, 'TrainingCenter', request);
    return { trainingAttendeeHistory: rows.map((row) => attendeeHistoryValue(row, zone)), matchingRecords };
  },
});
