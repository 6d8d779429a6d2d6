/** The tests of training sessions: added, scheduled, begun and ended. */
import type { Account } from '../accounts/account.ts';
import { accountRows } from '../accounts/account-rows.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { RuleBroken } from '../refusal.ts';
import type { SessionWindow } from '../sessions/lists/session-search.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from '../sessions/session.ts';
import { sessionRows } from '../sessions/session-rows.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { Site } from '../sites/site.ts';
import { deliveryCodec } from './documents.ts';
import type { ExamStatements } from './exam-statements.ts';
import {
  checkSchedule,
  type ScheduledTest,
  scheduledOf,
  type TestSchedule,
  testStatus,
  USUAL_SCHEDULE,
} from './scheduled-test.ts';
import {
  type Delivery,
  MOST_SCHEDULED,
  TestNotFound,
  TestNotOpen,
  TestStarted,
  type TestStatus,
  type TestSummary,
  TooManyTests,
} from './test.ts';
import type { openLibrary } from './test-library.ts';
import { type JudgeOfTest, storedContent, summaryOf } from './test-library.ts';

/** Judged inside the write. @throws a refusal when the caller may not */
export type JudgeOfSession = (session: Session, tx: Executor) => void | Promise<void>;

export interface TestSearch {
  /** Those of sessions that this account hosts or has scheduled; without it those of the site. */
  readonly of?: Account | undefined;
  readonly sessionKey?: number | undefined;
  readonly status?: TestStatus | undefined;
  /** A webExID. */
  readonly author?: string | undefined;
  /** By when a test starts, and is due; one in a session does so with the session. */
  readonly window?: SessionWindow | undefined;
}

export interface FoundTest extends TestSummary {
  readonly delivery: Delivery;
  readonly status: TestStatus;
  readonly dueAt: number | undefined;
  readonly sessionKey: number;
  readonly timeZoneID: number;
}

const MOST_FOUND = 1_000;

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly statements: ExamStatements;
  readonly library: ReturnType<typeof openLibrary>;
}

export function openScheduledTests({ database, clock, sessions, statements, library }: Parts) {
  /** A training session, kept as it is until the write ends. */
  async function held(
    site: Site,
    sessionKey: number,
    judge: JudgeOfSession,
    tx: Executor,
  ): Promise<SessionWithDocument> {
    const session = await sessions.held(site, sessionKey, tx);
    if (session.service !== 'TrainingCenter') throw new SessionNotFound(sessionKey);
    await judge(session, tx);
    return session;
  }

  async function of(session: Pick<Session, 'id'>, on?: Executor): Promise<ScheduledTest[]> {
    return (await statements.ofSession.all({ session: session.id }, on)).map(scheduledOf);
  }

  /** By its own number, or by that of what it is a copy of. */
  async function named(session: Session, testID: number, tx: Executor): Promise<ScheduledTest> {
    const rows = await statements.ofSession.all({ session: session.id }, tx);
    const row = rows.find(({ id }) => id === testID) ?? rows.find((one) => one.library_test === testID);
    if (!row) throw new TestNotFound(testID);
    return scheduledOf(row);
  }

  return {
    of,

    /** The test with its session. @throws TestNotFound when the site has none of that number in a session */
    async required(
      site: Site,
      testID: number,
      on?: Executor,
    ): Promise<{ readonly test: ScheduledTest; readonly session: Session }> {
      const row = await statements.scheduled.first({ site: site.id, id: testID }, on);
      const session = row && (await sessions.findById(row.of_session, on));
      if (!row || !session) throw new TestNotFound(testID);
      return { test: scheduledOf(row), session };
    },

    /**
     * Copies tests of a library for a session, all or none; gives the numbers of the copies.
     * @throws SessionNotFound, TestNotFound, TooManyTests, and what the judges throw
     * @throws RuleBroken when the session has the test
     */
    add: (
      site: Site,
      sessionKey: number,
      testIDs: readonly number[],
      judge: { readonly session: JudgeOfSession; readonly test: JudgeOfTest },
    ): Promise<number[]> =>
      database.write(async (tx) => {
        const session = await held(site, sessionKey, judge.session, tx);
        const there = await statements.ofSession.all({ session: session.id }, tx);
        const known = new Set(there.map(({ library_test }) => library_test));
        if (there.length + testIDs.length > MOST_SCHEDULED) throw new TooManyTests(MOST_SCHEDULED);
        const copies: number[] = [];
        for (const testID of testIDs) {
          if (known.has(testID)) throw new RuleBroken('testID', `the session has the test ${testID}`);
          known.add(testID);
          const test = await library.required(site, testID, judge.test, tx);
          const source = await library.sourceOf(site, testID, tx);
          const copy = await statements.insert.first(
            {
              site: site.id,
              author: test.author,
              library: 'SESSION',
              session: session.id,
              ...storedContent(test, source),
            },
            tx,
          );
          const id = copy?.id ?? 0;
          const of = { test: id, session: session.id, library_test: testID };
          await statements.schedule.run({ ...of, ...storedSchedule(USUAL_SCHEDULE) }, tx);
          copies.push(id);
        }
        return copies;
      }),

    /** @throws SessionNotFound, TestNotFound, TestStarted, RuleBroken, and what the judge throws */
    change: (
      site: Site,
      sessionKey: number,
      testID: number,
      schedule: TestSchedule,
      judge: JudgeOfSession,
    ): Promise<void> =>
      database.write(async (tx) => {
        const session = await held(site, sessionKey, judge, tx);
        const test = await named(session, testID, tx);
        if (testStatus(test, session, clock.now()) !== 'NOT_STARTED') throw new TestStarted(testID);
        checkSchedule(schedule);
        await statements.reschedule.run({ test: test.testID, ...storedSchedule(schedule) }, tx);
      }),

    /**
     * With all that people have answered; all or none.
     * @throws SessionNotFound, TestNotFound, what the judge throws, and TestStarted while people take one
     */
    remove: (
      site: Site,
      sessionKey: number,
      testIDs: readonly number[],
      judge: JudgeOfSession,
    ): Promise<void> =>
      database.write(async (tx) => {
        const session = await held(site, sessionKey, judge, tx);
        for (const testID of testIDs) {
          const test = await named(session, testID, tx);
          if (testStatus(test, session, clock.now()) === 'STARTED') throw new TestStarted(testID);
          await statements.remove.run({ id: test.testID }, tx);
        }
      }),

    /**
     * The host begins a test in the session, or ends it; what has ended begins anew.
     * @throws SessionNotFound, TestNotFound, what the judge throws
     * @throws TestNotOpen for a test on the website, and while the session does not run
     */
    open: (
      site: Site,
      sessionKey: number,
      testID: number,
      isOpen: boolean,
      judge: JudgeOfSession,
    ): Promise<void> =>
      database.write(async (tx) => {
        const session = await held(site, sessionKey, judge, tx);
        const test = await named(session, testID, tx);
        const now = clock.now();
        if (test.delivery !== 'IN_SESSION' || (isOpen && !session.inProgress)) {
          throw new TestNotOpen(testStatus(test, session, now));
        }
        const opened = isOpen ? (test.openedAt ?? now) : (test.openedAt ?? null);
        const closed = isOpen || opened === null ? null : now;
        await statements.setOpen.run({ test: test.testID, opened, closed }, tx);
      }),

    /** By their numbers. */
    async find(site: Site, search: TestSearch): Promise<FoundTest[]> {
      const { builder } = database;
      let query = builder
        .selectFrom('scheduled_test')
        .innerJoin('test', 'test.id', 'scheduled_test.test')
        .innerJoin(accountRows(builder, 'writer'), 'writer.id', 'test.author')
        .innerJoin(sessionRows(builder, 'of'), 'of.id', 'scheduled_test.session')
        .select([
          'test.id as id',
          'test.library as library',
          'test.title as title',
          'test.description as description',
          'test.author as author',
          'writer.webex_id as author_webex_id',
          'delivery',
          'scheduled_test.start_at as starts',
          'due_at',
          'opened_at',
          'closed_at',
          'of.session_key as session_key',
          'of.in_progress as in_progress',
          'of.start_at as session_start',
          'of.end_at as session_end',
          'of.time_zone_id as time_zone_id',
        ])
        .where('test.site', '=', site.id)
        .where('test.library', '=', 'SESSION')
        .orderBy('test.id', 'desc')
        .limit(MOST_FOUND);
      const { of: owner, sessionKey, author } = search;
      if (owner)
        query = query.where((eb) => eb.or([eb('of.host', '=', owner.id), eb('of.creator', '=', owner.id)]));
      if (sessionKey !== undefined) query = query.where('of.session_key', '=', sessionKey);
      if (author !== undefined) query = query.where('writer.webex_id_key', '=', author.toLowerCase());
      const { startFrom = 0, startTo = Infinity, endFrom = 0, endTo = Infinity } = search.window ?? {};
      const now = clock.now();
      return (await database.all(query.compile()))
        .map((row) => {
          const opening = {
            delivery: row.delivery,
            startAt: row.starts ?? undefined,
            dueAt: row.due_at ?? undefined,
            openedAt: row.opened_at ?? undefined,
            closedAt: row.closed_at ?? undefined,
          };
          return {
            ...summaryOf(row),
            ...opening,
            sessionKey: row.session_key,
            timeZoneID: row.time_zone_id,
            status: testStatus(opening, { inProgress: row.in_progress === 1 }, now),
            from: row.starts ?? row.session_start,
            to: row.due_at ?? row.session_end,
          };
        })
        .filter(({ status, from, to }) => {
          if (search.status !== undefined && status !== search.status) return false;
          return from >= startFrom && from <= startTo && to >= endFrom && to <= endTo;
        })
        .reverse();
    },
  };
}

function storedSchedule({ delivery, startAt, dueAt, minutes, attempts, wishes }: TestSchedule) {
  const isTimed = delivery === 'WEBSITE';
  return {
    delivery,
    start_at: isTimed ? (startAt ?? null) : null,
    due_at: isTimed ? (dueAt ?? null) : null,
    minutes: minutes ?? null,
    attempts: attempts ?? null,
    document: deliveryCodec.write(wishes),
  };
}
