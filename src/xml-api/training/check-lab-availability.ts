/** CheckLabAvailability: whether that many computers of a lab are free for the whole of a time. */
import { LabNotFound } from '../../labs/lab.ts';
import { checkSeesLabs } from '../../policies/lab.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { complex, enumeration, int, integer, many, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { com, train } from '../types/namespaces.ts';
import { labName, periodAsked, periodFields } from './lab-type.ts';

const labStatusType = enumeration(com, 'labStatusType', ['AVAILABLE', 'UNAVAILABLE']);

const availabilityLabType = complex(train, 'availabilityLabType', {
  labName: text(),
  timeZoneID: integer(),
  sessionStartTime: text(),
  sessionEndTime: text(),
  numComputers: integer(),
  status: labStatusType,
});

export const checkLabAvailability = operation({
  service: trainingService,
  name: 'CheckLabAvailability',
  level: '5.5',
  summary: 'Tells whether that many computers of a lab are free for the whole of a time.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, LabNotFound, RuleBroken],
  request: body(trainingService, 'checkLabAvailability', {
    labName,
    ...periodFields,
    numComputers: int({ min: 1, sample: '4' }),
  }),
  response: body(trainingService, 'checkLabAvailabilityResponse', {
    availabilityLabs: many(availabilityLabType),
  }),
  async run({ site, account, app: { labs } }, request) {
    checkSeesLabs(account);
    const { zone, ...period } = periodAsked(
      account,
      request.timeZoneID,
      ['sessionStartTime', request.sessionStartTime],
      ['sessionEndTime', request.sessionEndTime],
    );
    const { lab, free } = await labs.free(site, request.labName, period);
    const availability = {
      labName: lab.labName,
      timeZoneID: zone.id,
      sessionStartTime: formatSiteTime(period.startAt, zone),
      sessionEndTime: formatSiteTime(period.endAt, zone),
      numComputers: request.numComputers,
      status: request.numComputers <= free ? 'AVAILABLE' : 'UNAVAILABLE',
    } as const;
    return { availabilityLabs: [availability] };
  },
});
