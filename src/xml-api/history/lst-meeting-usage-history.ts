/** LstmeetingusageHistory: lists the meetings that have taken place. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { bool, int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { sessionsFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, historyOrderType, startTimeScopeType } from './history-scope.ts';
import { meetingUsageHistoryInstanceType } from './session-history-type.ts';
import { meetingHistoryValue } from './session-history-value.ts';

/** Sales sessions are asked for by the same, and more. */
export const lstmeetingusageHistory = body(historyService, 'lstmeetingusageHistory', {
  listControl: optional(lstControlType),
  order: optional(historyOrderType('orderMCHisType')),
  confName: optional(text()),
  meetingKey: optional(HISTORY_KEY, { alias: ['sessionKey'] }),
  startTimeScope: optional(startTimeScopeType),
  hostWebExID: optional(text()),
  endTimeScope: optional(endTimeScopeType),
  confID: optional(HISTORY_KEY),
  inclAudioOnly: optional(bool()),
  timeZoneID: optional(int()),
});

export const lstMeetingUsageHistory = operation({
  service: historyService,
  name: 'LstmeetingusageHistory',
  level: '5.5',
  summary: 'Lists the meetings that have taken place.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: lstmeetingusageHistory,
  response: body(historyService, 'lstmeetingusageHistoryResponse', {
    meetingUsageHistory: many(meetingUsageHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await sessionsFound(call, 'MeetingCenter', request);
    return { meetingUsageHistory: rows.map((row) => meetingHistoryValue(row, zone)), matchingRecords };
  },
});
