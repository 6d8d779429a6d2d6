/** People take tests: one attempt at a time, within its time, and as often as the test lets them. */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { RuleBroken } from '../refusal.ts';
import type { Session } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import { type SentAnswers, withAnswers } from './answers.ts';
import { attemptOf, type Candidate, type TestAttempt } from './attempt.ts';
import { type AttemptDocument, attemptCodec } from './documents.ts';
import type { AttemptRow, ExamStatements } from './exam-statements.ts';
import { isScoredByHand } from './question.ts';
import { type ScheduledTest, testStatus } from './scheduled-test.ts';
import type { openScheduledTests } from './scheduled-tests.ts';
import { AttemptOver, NoAttemptLeft, TestNotFound, TestNotOpen } from './test.ts';

/** Whether somebody is one of the people who take tests of a session, inside the write. @throws a refusal */
export type JudgeOfCandidate = (session: Session, tx: Executor) => Promise<void>;

export interface Mark {
  /** By its place in the test. */
  readonly question: number;
  readonly points: number;
  readonly comment?: string | undefined;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly statements: ExamStatements;
  readonly scheduled: ReturnType<typeof openScheduledTests>;
}

const MOST_COMMENT = 256;
const MOST_GRADE = 64;

export function openAttempts({ database, clock, statements, scheduled }: Parts) {
  const keyOf = (email: string) => email.toLowerCase();

  function last(rows: readonly AttemptRow[], test: ScheduledTest): TestAttempt | undefined {
    const row = rows.at(-1);
    return row && attemptOf(row, test, clock.now());
  }

  return {
    /** All of a test, by the address of who made them. */
    async of(test: ScheduledTest): Promise<TestAttempt[]> {
      const rows = await statements.attempts.all({ test: test.testID });
      return rows.map((row) => attemptOf(row, test, clock.now()));
    },

    /** Those of somebody, the first one first. */
    async ofCandidate(test: ScheduledTest, { email }: Pick<Candidate, 'email'>): Promise<TestAttempt[]> {
      const rows = await statements.attemptsOf.all({ test: test.testID, key: keyOf(email) });
      return rows.map((row) => attemptOf(row, test, clock.now()));
    },

    /**
     * Goes on with the attempt that somebody is in, or begins one.
     * @throws TestNotFound, TestNotOpen, NoAttemptLeft, and what the judge throws
     */
    begin: (
      site: Site,
      testID: number,
      candidate: Candidate,
      judge: JudgeOfCandidate,
    ): Promise<TestAttempt> =>
      database.write(async (tx) => {
        // Two beginnings at once follow each other.
        await statements.hold.first({ site: site.id, id: testID }, tx);
        const { test, session } = await scheduled.required(site, testID, tx);
        await judge(session, tx);
        const key = keyOf(candidate.email);
        const rows = await statements.attemptsOf.all({ test: testID, key }, tx);
        const current = last(rows, test);
        if (current && current.submittedAt === undefined) return current;
        const now = clock.now();
        const status = testStatus(test, session, now);
        if (status !== 'STARTED') throw new TestNotOpen(status);
        if (test.attempts !== undefined && rows.length >= test.attempts)
          throw new NoAttemptLeft(test.attempts);
        const row = await statements.begin.first(
          {
            test: testID,
            email_key: key,
            number: rows.length + 1,
            email: candidate.email,
            name: candidate.name || candidate.email,
            register_id: candidate.registerID,
            started_at: now,
            ends_at: endOf(test, now) ?? null,
            document: attemptCodec.write({ answers: [], marks: [] }),
          },
          tx,
        );
        if (!row) throw new TestNotFound(testID);
        return attemptOf(row, test, now);
      }),

    /**
     * Keeps answers of the attempt that somebody is in; what was not sent stays as it was. Resolves when they are on
     * disk.
     * @param submits whether the attempt is over with that
     * @throws TestNotFound, AttemptOver, RuleBroken, and what the judge throws
     */
    answer: (
      site: Site,
      testID: number,
      candidate: Pick<Candidate, 'email'>,
      sent: SentAnswers,
      submits: boolean,
      judge: JudgeOfCandidate,
    ): Promise<TestAttempt> =>
      database.write(async (tx) => {
        const { test, session } = await scheduled.required(site, testID, tx);
        await judge(session, tx);
        const rows = await statements.attemptsOf.all({ test: testID, key: keyOf(candidate.email) }, tx);
        const current = last(rows, test);
        if (!current || current.submittedAt !== undefined) throw new AttemptOver();
        const document = withAnswers(test.questions, current.document, sent);
        // What comes in the time of grace is not written down as later than the end.
        const submittedAt = submits ? Math.min(clock.now(), current.endsAt ?? Infinity) : undefined;
        await write(current, document, submittedAt, tx);
        return { ...current, document, submittedAt };
      }),

    /**
     * Whoever may, gives points and a grade to what somebody has submitted.
     * @throws TestNotFound, RuleBroken, and what the judge throws
     */
    mark: (
      site: Site,
      testID: number,
      { attempt: id, marks, grade }: MarkedAttempt,
      judge: JudgeOfCandidate,
    ): Promise<void> =>
      database.write(async (tx) => {
        await statements.hold.first({ site: site.id, id: testID }, tx);
        const { test, session } = await scheduled.required(site, testID, tx);
        await judge(session, tx);
        const rows = await statements.attempts.all({ test: testID }, tx);
        const row = rows.find((one) => one.id === id);
        const attempt = row && attemptOf(row, test, clock.now());
        if (attempt?.submittedAt === undefined) throw new RuleBroken('attempt', 'has not been submitted');
        for (const mark of marks) checkMark(test, mark);
        if (grade !== undefined && grade.length > MOST_GRADE) {
          throw new RuleBroken('grade', `may have ${MOST_GRADE} characters`);
        }
        const marked = new Map([...attempt.document.marks, ...marks].map((mark) => [mark.question, mark]));
        const document = { ...attempt.document, marks: [...marked.values()], grade: grade || undefined };
        await write(attempt, document, attempt.submittedAt, tx);
      }),
  };

  async function write(
    { id }: Pick<TestAttempt, 'id'>,
    document: AttemptDocument,
    submittedAt: number | undefined,
    tx: Executor,
  ): Promise<void> {
    const submitted_at = submittedAt ?? null;
    await statements.answer.run({ id, submitted_at, document: attemptCodec.write(document) }, tx);
  }
}

export interface MarkedAttempt {
  /** The row. */
  readonly attempt: number;
  readonly marks: readonly Mark[];
  /** In the place of what follows from the score; the empty text takes it away. */
  readonly grade?: string | undefined;
}

/** Whichever comes first: the end of their time, or of the test. */
function endOf({ minutes, delivery, dueAt }: ScheduledTest, startedAt: number): number | undefined {
  const byTime = minutes === undefined ? Infinity : startedAt + minutes * 60_000;
  const end = Math.min(byTime, delivery === 'WEBSITE' ? (dueAt ?? Infinity) : Infinity);
  return end === Infinity ? undefined : end;
}

function checkMark({ questions }: ScheduledTest, { question: at, points, comment }: Mark): void {
  const question = questions[at];
  if (!question || !isScoredByHand(question))
    throw new RuleBroken('question', 'is none that a person scores');
  const { minScore, maxScore } = question;
  if (!(points >= minScore && points <= maxScore)) {
    throw new RuleBroken('points', `must be from ${minScore} to ${maxScore}`);
  }
  if (comment !== undefined && comment.length > MOST_COMMENT) {
    throw new RuleBroken('comment', `may have ${MOST_COMMENT} characters`);
  }
}
