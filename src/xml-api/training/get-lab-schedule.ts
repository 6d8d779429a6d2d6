/** GetLabSchedule: what is reserved in a lab. */
import { LabNotFound } from '../../labs/lab.ts';
import { checkSeesLabs, mayKnowTopic } from '../../policies/lab.ts';
import { AccessDenied, NoRecordFound, RuleBroken } from '../../refusal.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { complex, integer, many, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { train } from '../types/namespaces.ts';
import { labName, periodAsked, periodFields } from './lab-type.ts';

const scheduleLabType = complex(train, 'scheduleLabType', {
  labName: text(),
  confName: text(),
  timeZoneID: integer(),
  sessionStartTime: text(),
  sessionEndTime: text(),
  hostWebExID: text(),
  numComputers: integer(),
});

export const getLabSchedule = operation({
  service: trainingService,
  name: 'GetLabSchedule',
  level: '5.5',
  summary:
    "Lists what is reserved in a lab at some time. What others' reservations are for only administrators are told.",
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, LabNotFound, RuleBroken, NoRecordFound],
  request: body(trainingService, 'getLabSchedule', { labName, ...periodFields }),
  response: body(trainingService, 'getLabScheduleResponse', { scheduledLabs: many(scheduleLabType) }),
  async run({ site, account, app: { labs } }, request) {
    checkSeesLabs(account);
    const { zone, ...period } = periodAsked(
      account,
      request.timeZoneID,
      ['sessionStartTime', request.sessionStartTime],
      ['sessionEndTime', request.sessionEndTime],
    );
    const reservations = await labs.schedule(site, request.labName, period);
    if (reservations.length === 0) throw new NoRecordFound();
    const scheduledLabs = reservations.map((one) => ({
      labName: one.labName,
      confName: mayKnowTopic(account, one) ? one.topic : '',
      timeZoneID: zone.id,
      sessionStartTime: formatSiteTime(one.startAt, zone),
      sessionEndTime: formatSiteTime(one.endAt, zone),
      hostWebExID: one.webExId,
      numComputers: one.computers,
    }));
    return { scheduledLabs };
  },
});
