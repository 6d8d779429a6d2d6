/** LstScheduledTests: the tests of training sessions. */
import { maySeeAllTests } from '../../policies/exam.ts';
import { NoRecordFound, RuleBroken } from '../../refusal.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { windowAsked } from '../types/session/date-scope.ts';
import { sessDateScopeType } from '../types/session/session-type.ts';
import { zoneAsked } from '../types/when.ts';
import { timeIn } from './test-session.ts';
import { scheduledTestInstanceType, testStatusType } from './test-type.ts';

export const lstScheduledTests = operation({
  service: trainingService,
  name: 'LstScheduledTests',
  level: '5.5',
  summary: "Lists the tests of the caller's training sessions, or for administrators those of the site.",
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound, RuleBroken],
  request: body(trainingService, 'lstScheduledTests', {
    dateScope: optional(sessDateScopeType),
    sessionKey: optional(long({ min: 1, grouped: true })),
    status: optional(testStatusType),
    author: optional(text()),
  }),
  response: body(trainingService, 'lstScheduledTestsResponse', { test: many(scheduledTestInstanceType) }),
  samples: { 'dateScope/startDateStart': undefined, 'dateScope/startDateEnd': undefined },
  async run({ site, account, app: { exams } }, { dateScope, sessionKey, status, author }) {
    const zone = zoneAsked(dateScope?.timeZoneID) ?? zoneOf(account.timeZoneID);
    const found = await exams.scheduled.find(site, {
      of: maySeeAllTests(account) ? undefined : account,
      sessionKey,
      status,
      author,
      window: windowAsked(dateScope, zone),
    });
    if (found.length === 0) throw new NoRecordFound();
    const test = found.map(({ testID, title, delivery, status, dueAt, ...session }) => ({
      testID,
      title,
      delivery,
      status,
      dueDate: dueAt === undefined ? undefined : timeIn(session, dueAt),
      sessionKey: session.sessionKey,
    }));
    return { test };
  },
});
