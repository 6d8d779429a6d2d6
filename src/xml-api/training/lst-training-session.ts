/** LstTrainingSession: trainings, whole. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { long, many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { matchingRecords, matchingRecordsType } from '../types/list.ts';
import { searchTrainings, trainingListCriteria, trainingListFields } from './training-search.ts';
import { trainingSessionInstanceType } from './training-type.ts';
import { trainingValue } from './training-value.ts';

export const lstTrainingSession = operation({
  service: trainingService,
  name: 'LstTrainingSession',
  level: '5.5',
  summary: "Lists the caller's trainings, or an administrator's site, with everything that they hold.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(trainingService, 'lstTrainingSession', {
    ...trainingListFields,
    timeZoneID: optional(long()),
    ...trainingListCriteria,
  }),
  response: body(trainingService, 'lstTrainingSessionResponse', {
    trainingSession: many(trainingSessionInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  samples: { sessionKey: '630127745' },
  async run(call, request) {
    const { total, sessions, page } = await searchTrainings(call, request);
    const trainingSession = [];
    for (const session of sessions) {
      const attendees = await call.app.sessions.attendeesOf(session);
      // Of a series the start that was found: a list holds nothing that lies outside of its dateScope.
      const { hostWebExID, at } = session;
      trainingSession.push(trainingValue({ site: call.site, session, hostWebExID, attendees, at }));
    }
    return { trainingSession, matchingRecords: matchingRecords(total, trainingSession.length, page) };
  },
});
