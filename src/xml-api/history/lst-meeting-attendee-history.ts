/** LstmeetingattendeeHistory: lists who was in meetings, a row for each time that somebody came. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { bool, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { meetingAttendeeHistoryInstanceType } from './attendee-history-type.ts';
import { meetingAttendeeHistoryValue } from './attendee-history-value.ts';
import { attendancesFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, historyOrderType, startTimeValueType } from './history-scope.ts';

/** Sales sessions are asked for by the same, and more. */
export const lstmeetingattendeeHistory = body(historyService, 'lstmeetingattendeeHistory', {
  meetingKey: optional(HISTORY_KEY, { alias: ['sessionKey'] }),
  order: optional(historyOrderType('orderMCAttenHisType')),
  startTimeScope: optional(startTimeValueType),
  confName: optional(text()),
  listControl: optional(lstControlType),
  confID: optional(HISTORY_KEY),
  endTimeScope: optional(endTimeScopeType),
  inclAudioOnly: optional(bool()),
});

export const lstMeetingAttendeeHistory = operation({
  service: historyService,
  name: 'LstmeetingattendeeHistory',
  level: '5.5',
  summary: 'Lists who was in meetings, a row for each time that somebody came.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: lstmeetingattendeeHistory,
  response: body(historyService, 'lstmeetingattendeeHistoryResponse', {
    meetingAttendeeHistory: many(meetingAttendeeHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await attendancesFound(call, 'MeetingCenter', request);
    return {
      meetingAttendeeHistory: rows.map((row) => meetingAttendeeHistoryValue(row, zone)),
      matchingRecords,
    };
  },
});
