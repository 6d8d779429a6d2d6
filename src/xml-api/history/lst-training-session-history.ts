/** LsttrainingsessionHistory: lists the training sessions that have taken place. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { bool, int, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { historyService } from '../service.ts';
import { psoFieldsType } from '../types/common.ts';
import { lstControlType, matchingRecordsType } from '../types/list.ts';
import { sessionsFound } from './history-found.ts';
import { endTimeScopeType, HISTORY_KEY, historyOrderType, startTimeScopeType } from './history-scope.ts';
import { trainSessionHistoryInstanceType } from './session-history-type.ts';
import { sessionHistoryValue } from './session-history-value.ts';

export const lstTrainingSessionHistory = operation({
  service: historyService,
  name: 'LsttrainingsessionHistory',
  level: '5.5',
  summary: 'Lists the training sessions that have taken place.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(historyService, 'lsttrainingsessionHistory', {
    sessionKey: optional(HISTORY_KEY, { alias: ['meetingKey'] }),
    confName: optional(text()),
    startTimeScope: optional(startTimeScopeType),
    listControl: optional(lstControlType),
    order: optional(historyOrderType('orderTCHisType')),
    hostWebExID: optional(text()),
    endTimeScope: optional(endTimeScopeType),
    confID: optional(HISTORY_KEY),
    timeZoneID: optional(int()),
    returnPSOFields: optional(bool()),
    psoFields: optional(psoFieldsType),
  }),
  response: body(historyService, 'lsttrainingsessionHistoryResponse', {
    trainingSessionHistory: many(trainSessionHistoryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  async run(call, request) {
    const { rows, matchingRecords, zone } = await sessionsFound(call, 'TrainingCenter', request);
    const psoFields = request.returnPSOFields ? {} : undefined;
    return {
      trainingSessionHistory: rows.map((row) => ({ ...sessionHistoryValue(row, zone), psoFields })),
      matchingRecords,
    };
  },
});
