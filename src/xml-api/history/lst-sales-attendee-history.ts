/** LstsalesAttendeeHistory: lists who was in sales sessions, a row for each time that somebody came. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { extension, integer, many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { matchingRecordsType } from '../types/list.ts';
import { history } from '../types/namespaces.ts';
import { salesAttendeeHistoryInstanceType } from './attendee-history-type.ts';
import { meetingAttendeeHistoryValue } from './attendee-history-value.ts';
import { attendancesFound } from './history-found.ts';
import { lstmeetingattendeeHistory } from './lst-meeting-attendee-history.ts';

export const lstSalesAttendeeHistory = operation({
  service: historyService,
  name: 'LstsalesAttendeeHistory',
  level: '5.5',
  summary: 'Lists who was in sales sessions, a row for each time that somebody came.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: extension(history, 'lstsalesAttendeeHistory', lstmeetingattendeeHistory, {
    timeZoneID: optional(integer()),
  }),
  response: body(historyService, 'lstsalesAttendeeHistoryResponse', {
    matchingRecords: optional(matchingRecordsType),
    salesAttendeeHistory: many(salesAttendeeHistoryInstanceType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await attendancesFound(call, 'SalesCenter', request);
    return {
      matchingRecords,
      salesAttendeeHistory: rows.map((row) => meetingAttendeeHistoryValue(row, zone)),
    };
  },
});
