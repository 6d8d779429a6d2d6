/** SetScheduledTest: when and how the people of a session take a test. */
import type { TestSchedule } from '../../exams/scheduled-test.ts';
import { TestNotFound, TestStarted } from '../../exams/test.ts';
import { judgeOfSessionTests } from '../../policies/exam.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { type Zone, zoneOf } from '../../time/time-zones.ts';
import { bool, complex, group, int, long, optional, text, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { train } from '../types/namespaces.ts';
import { instantAsked } from '../types/when.ts';
import { TEST_SESSION_KEY } from './test-session.ts';

const emailAttendeeType = complex(train, 'emailAttendeeType', {
  invite: optional(bool()),
  reminderAfterStart: optional(bool()),
  beforeDays: optional(int({ min: 0, max: 99 })),
  beforeHours: optional(int({ min: 0, max: 23 })),
  beforeMinutes: optional(int({ min: 0, max: 59 })),
  sendToRegister: optional(bool()),
  notifySubmits: optional(bool()),
});

const webSiteType = complex(train, 'webSiteType', {
  startDate: text({ sample: '05/31/2027 08:00:00' }),
  dueDate: text({ sample: '06/07/2027 18:00:00' }),
  emailAttendee: optional(emailAttendeeType),
});

/** The documented sample has the dates without `website` around them. */
const deliveryMethodType = group({
  session: optional(bool()),
  website: optional(webSiteType),
  startDate: optional(text()),
  dueDate: optional(text()),
});

const timeLimitType = group({ noLimit: optional(bool()), withinMinutes: optional(int({ min: 1 })) });
const attemptLimitType = group({ noLimit: optional(bool()), attemptTimes: optional(int({ min: 1 })) });

const setScheduledTestType = body(trainingService, 'setScheduledTest', {
  sessionKey: TEST_SESSION_KEY,
  testID: long({ sample: '6' }),
  deliveryMethod: deliveryMethodType,
  timeLimit: timeLimitType,
  sendReport: optional(bool()),
  attemptLimit: attemptLimitType,
});

export const setScheduledTest = operation({
  service: trainingService,
  name: 'SetScheduledTest',
  level: '5.5',
  summary: 'Changes when and how the people of a session take a test, until it starts.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [AccessDenied, SessionNotFound, TestNotFound, TestStarted, RuleBroken],
  request: setScheduledTestType,
  response: body(trainingService, 'setScheduledTestResponse', {}),
  samples: { 'timeLimit/withinMinutes': '30', 'attemptLimit/attemptTimes': '2' },
  async run({ site, account, app: { exams, sessions } }, request) {
    const { sessionKey, testID } = request;
    const { timeZoneID } = await sessions.required(site, sessionKey);
    const schedule = scheduleAsked(request, zoneOf(timeZoneID));
    await exams.scheduled.change(site, sessionKey, testID, schedule, judgeOfSessionTests(sessions, account));
    return {};
  },
});

/** Dates are those of the session's clocks. */
function scheduleAsked(
  { deliveryMethod, timeLimit, attemptLimit, sendReport }: ValueOf<typeof setScheduledTestType>,
  zone: Zone,
): TestSchedule {
  const { session, startDate, dueDate } = deliveryMethod;
  const isDated = startDate !== undefined || dueDate !== undefined;
  const { website = isDated ? { startDate, dueDate, emailAttendee: undefined } : undefined } = deliveryMethod;
  if ((session === true) === (website !== undefined)) {
    throw new RuleBroken('deliveryMethod', 'must be either session or website');
  }
  return {
    delivery: website ? 'WEBSITE' : 'IN_SESSION',
    startAt: instantAsked('startDate', website?.startDate, zone),
    dueAt: instantAsked('dueDate', website?.dueDate, zone),
    minutes: limitAsked('timeLimit', timeLimit.noLimit, 'withinMinutes', timeLimit.withinMinutes),
    attempts: limitAsked('attemptLimit', attemptLimit.noLimit, 'attemptTimes', attemptLimit.attemptTimes),
    wishes: { ...website?.emailAttendee, sendReport },
  };
}

/** Nothing for no limit. @throws RuleBroken when it is not said, or said in two ways */
function limitAsked(
  element: string,
  noLimit: boolean | undefined,
  other: string,
  limit: number | undefined,
): number | undefined {
  if ((noLimit === true) === (limit !== undefined)) {
    throw new RuleBroken(element, `must be either noLimit or ${other}`);
  }
  return limit;
}
