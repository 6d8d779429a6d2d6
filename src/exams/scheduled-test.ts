/** A test of a training session: when and how its people take it. */
import { RuleBroken } from '../refusal.ts';
import type { Session } from '../sessions/session.ts';
import { contentCodec, type DeliveryWishes, deliveryCodec } from './documents.ts';
import type { ScheduledRow } from './exam-statements.ts';
import type { Delivery, Test, TestStatus } from './test.ts';
import { testOf } from './test-library.ts';

export interface TestSchedule {
  readonly delivery: Delivery;
  /** On the website: epoch milliseconds. */
  readonly startAt: number | undefined;
  readonly dueAt: number | undefined;
  /** How long an attempt may take; nothing for as long as somebody likes. */
  readonly minutes: number | undefined;
  /** How many somebody has; nothing for as many as they like. */
  readonly attempts: number | undefined;
  readonly wishes: DeliveryWishes;
}

export interface ScheduledTest extends Test, TestSchedule {
  /** The row. */
  readonly session: number;
  readonly openedAt: number | undefined;
  readonly closedAt: number | undefined;
}

export const LONGEST_LIMIT = 100_000;

/** A test that somebody has only just added: in the session, without a limit of time, once. */
export const USUAL_SCHEDULE: TestSchedule = {
  delivery: 'IN_SESSION',
  startAt: undefined,
  dueAt: undefined,
  minutes: undefined,
  attempts: 1,
  wishes: {},
};

/** @throws RuleBroken */
export function checkSchedule({ delivery, startAt, dueAt, minutes, attempts }: TestSchedule): void {
  if (delivery === 'WEBSITE') {
    if (startAt === undefined) throw new RuleBroken('startDate', 'is required on the website');
    if (dueAt === undefined) throw new RuleBroken('dueDate', 'is required on the website');
    if (dueAt <= startAt) throw new RuleBroken('dueDate', 'must be after the startDate');
  }
  checkLimit('withinMinutes', minutes);
  checkLimit('attemptTimes', attempts);
}

function checkLimit(element: string, limit: number | undefined): void {
  if (limit !== undefined && (limit < 1 || limit > LONGEST_LIMIT)) {
    throw new RuleBroken(element, `must be from 1 to ${LONGEST_LIMIT}`);
  }
}

type Opening = Pick<ScheduledTest, 'delivery' | 'startAt' | 'dueAt' | 'openedAt' | 'closedAt'>;

/** A test in a session begins when its host says so, and is over with the session at the latest. */
export function testStatus(
  test: Opening,
  { inProgress }: Pick<Session, 'inProgress'>,
  now: number,
): TestStatus {
  if (test.delivery === 'WEBSITE') {
    if (now < (test.startAt ?? 0)) return 'NOT_STARTED';
    return now < (test.dueAt ?? 0) ? 'STARTED' : 'ENDED';
  }
  if (test.openedAt === undefined) return 'NOT_STARTED';
  return test.closedAt === undefined && inProgress ? 'STARTED' : 'ENDED';
}

export function scheduledOf(row: ScheduledRow): ScheduledTest {
  return {
    ...testOf(row),
    ...contentCodec.read(row.document),
    session: row.of_session,
    delivery: row.delivery,
    startAt: row.start_at ?? undefined,
    dueAt: row.due_at ?? undefined,
    minutes: row.minutes ?? undefined,
    attempts: row.attempts ?? undefined,
    openedAt: row.opened_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    wishes: deliveryCodec.read(row.wishes),
  };
}
