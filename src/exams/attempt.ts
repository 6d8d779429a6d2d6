/** What somebody answers in a test, and what it is worth. */
import { type AttemptDocument, attemptCodec } from './documents.ts';
import type { AttemptRow } from './exam-statements.ts';
import { isScoredByHand, type QuestionAnswer, scoreOf, type TestQuestion } from './question.ts';
import type { ScheduledTest } from './scheduled-test.ts';

/** Milliseconds that an answer may be under way when the time is over. */
export const GRACE = 15_000;

/** Who takes a test: by their address in the session. */
export interface Candidate {
  readonly email: string;
  readonly name: string;
  readonly registerID: number | null;
}

export interface TestAttempt extends Candidate {
  /** The row; told to nobody but the host. */
  readonly id: number;
  /** Counted from 1. */
  readonly number: number;
  readonly startedAt: number;
  /** When the time of whoever answers is over; nothing when it never is. */
  readonly endsAt: number | undefined;
  /** Nothing while they may answer. */
  readonly submittedAt: number | undefined;
  readonly document: AttemptDocument;
}

export interface Marked {
  /** Points by question; nothing where a person has not given any yet. */
  readonly scores: readonly (number | undefined)[];
  /** Of the whole; nothing while a question has none. */
  readonly score: number | undefined;
  readonly maxScore: number;
  /** What somebody wrote in its place, or the part of all points that the score is. */
  readonly grade: string | undefined;
}

/** An attempt whose time is over counts as submitted, whether or not its browser has said so. */
export function attemptOf(
  row: AttemptRow,
  { closedAt }: Pick<ScheduledTest, 'closedAt'>,
  now: number,
): TestAttempt {
  const ends = [row.ends_at, closedAt].filter((one) => one !== null && one !== undefined);
  const endsAt = ends.length === 0 ? undefined : Math.max(row.started_at, Math.min(...ends));
  const isOver = endsAt !== undefined && now > endsAt + GRACE;
  return {
    id: row.id,
    number: row.number,
    email: row.email,
    name: row.name,
    registerID: row.register_id,
    startedAt: row.started_at,
    endsAt,
    submittedAt: row.submitted_at ?? (isOver ? endsAt : undefined),
    document: attemptCodec.read(row.document),
  };
}

/** What somebody has answered to a question, by its place in the test. */
export function answerTo(
  question: TestQuestion,
  at: number,
  { document }: Pick<TestAttempt, 'document'>,
): QuestionAnswer {
  const given = document.answers[at] ?? [];
  return Object.fromEntries(question.responses.map(({ ident }, place) => [ident, given[place] ?? []]));
}

export function marked({ questions, assignGrades }: ScheduledTest, attempt: TestAttempt): Marked {
  const scores = questions.map((question, at) => {
    const byHand = attempt.document.marks.find((mark) => mark.question === at);
    if (byHand) return byHand.points;
    return isScoredByHand(question) ? undefined : scoreOf(question, answerTo(question, at, attempt));
  });
  const maxScore = questions.reduce((sum, question) => sum + question.maxScore, 0);
  const score = scores.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
  const { grade = score === undefined || !assignGrades ? undefined : percent(score, maxScore) } =
    attempt.document;
  return { scores, score, maxScore, grade };
}

function percent(score: number, of: number): string {
  return of <= 0 ? '100%' : `${Math.round((Math.max(0, score) / of) * 100)}%`;
}
