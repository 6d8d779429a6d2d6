/** LstsalesSessionHistory: lists the sales sessions that have taken place. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { extension, many, optional, optionals, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { matchingRecordsType } from '../types/list.ts';
import { history } from '../types/namespaces.ts';
import { sessionsFound } from './history-found.ts';
import { lstmeetingusageHistory } from './lst-meeting-usage-history.ts';
import { salesSessionHistoryInstanceType } from './session-history-type.ts';
import { meetingHistoryValue } from './session-history-value.ts';

export const lstSalesSessionHistory = operation({
  service: historyService,
  name: 'LstsalesSessionHistory',
  level: '5.5',
  summary: 'Lists the sales sessions that have taken place.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: extension(
    history,
    'lstsalesSessionHistory',
    lstmeetingusageHistory,
    optionals(['account', 'opportunity'], text()),
  ),
  response: body(historyService, 'lstsalesSessionHistoryResponse', {
    matchingRecords: optional(matchingRecordsType),
    salesSessionHistory: many(salesSessionHistoryInstanceType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await sessionsFound(call, 'SalesCenter', request);
    return { matchingRecords, salesSessionHistory: rows.map((row) => meetingHistoryValue(row, zone)) };
  },
});
