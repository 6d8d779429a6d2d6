/** LstsummaryTrainingSession: trainings, a short row each. */
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { statusOf } from '../../sessions/session.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { labelAt, zoneOf } from '../../time/time-zones.ts';
import { extension, integer, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { bodyContentType } from '../types/body.ts';
import { matchingRecords, matchingRecordsType } from '../types/list.ts';
import { train } from '../types/namespaces.ts';
import { sessListingType } from '../types/session/session-type.ts';
import { searchTrainings, trainingListCriteria, trainingListFields } from './training-search.ts';

const trainingSessionSummaryInstanceType = extension(
  train,
  'trainingSessionSummaryInstanceType',
  bodyContentType,
  {
    sessionKey: optional(long()),
    confName: optional(text()),
    meetingType: optional(long()),
    hostWebExID: optional(text()),
    otherHostWebExID: optional(text()),
    timeZoneID: optional(long()),
    timeZone: optional(text()),
    status: optional(text()),
    startDate: optional(text()),
    duration: optional(integer()),
    listStatus: optional(sessListingType),
  },
);

export const lstSummaryTrainingSession = operation({
  service: trainingService,
  name: 'LstsummaryTrainingSession',
  level: '5.5',
  summary: "Lists the caller's trainings, or an administrator's site, a short row each.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(trainingService, 'lstsummaryTrainingSession', {
    ...trainingListFields,
    ...trainingListCriteria,
    hostWebExID: optional(text()),
  }),
  response: body(trainingService, 'lstsummaryTrainingSessionResponse', {
    trainingSession: many(trainingSessionSummaryInstanceType),
    matchingRecords: optional(matchingRecordsType),
  }),
  samples: { sessionKey: '630127745' },
  async run(call, request) {
    const { total, sessions, page } = await searchTrainings(call, request);
    const trainingSession = sessions.map((session) => {
      const zone = zoneOf(session.timeZoneID);
      return {
        sessionKey: session.sessionKey,
        confName: session.confName,
        meetingType: session.sessionType,
        hostWebExID: session.hostWebExID,
        otherHostWebExID: '',
        timeZoneID: zone.id,
        timeZone: labelAt(zone, session.at),
        status: statusOf(session),
        startDate: formatSiteTime(session.at, zone),
        duration: session.duration,
        listStatus: session.listStatus,
      };
    });
    return { trainingSession, matchingRecords: matchingRecords(total, trainingSession.length, page) };
  },
});
