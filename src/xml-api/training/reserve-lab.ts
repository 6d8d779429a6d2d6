/** ReserveLab: takes computers of a lab for a time. */
import { LabFull, LabNotFound } from '../../labs/lab.ts';
import { checkReservesLabs } from '../../policies/lab.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { bool, int, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { labName, periodAsked } from './lab-type.ts';

export const reserveLab = operation({
  service: trainingService,
  name: 'ReserveLab',
  level: '9.0.0',
  summary: 'Takes computers of a lab for a time, apart from any session.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, LabNotFound, LabFull, RuleBroken],
  request: body(trainingService, 'reserveLab', {
    labName,
    numComputers: int({ min: 1, sample: '2' }),
    topic: text({ max: 256, sample: 'Rehearsal' }),
    timeLimit: optional(int({ min: 1 })),
    startDate: text({ sample: '05/31/2027 14:00:00' }),
    endDate: text({ sample: '05/31/2027 15:00:00' }),
    timeZoneID: optional(int()),
    sendMail: optional(bool()),
  }),
  response: body(trainingService, 'reserveLabResponse', { holSessionID: optional(long()) }),
  async run({ site, account, app: { labs } }, request) {
    checkReservesLabs(account);
    const {
      zone: _,
      startAt,
      ...period
    } = periodAsked(
      account,
      request.timeZoneID,
      ['startDate', request.startDate],
      ['endDate', request.endDate],
    );
    // Nobody keeps the computers for longer than that.
    const endAt = Math.min(period.endAt, startAt + (request.timeLimit ?? Number.POSITIVE_INFINITY) * 60_000);
    const { labName, numComputers: computers, topic } = request;
    return { holSessionID: await labs.reserve(site, account, { labName, computers, topic, startAt, endAt }) };
  },
});
