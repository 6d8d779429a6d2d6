/** A test: questions of a library, or of a training session, which people of the session take. */
import type { Library } from '../database/database.ts';
import { Refusal, RuleBroken } from '../refusal.ts';
import type { TestQuestion } from './question.ts';

export type { Library } from '../database/database.ts';

/** The libraries: of one's own, and the site's. */
export const LIBRARIES = ['PRIVATE', 'SHARE'] as const;
export const DISPLAYS = ['allOnePage', 'onePerPage'] as const;
export const DELIVERIES = ['WEBSITE', 'IN_SESSION'] as const;
export type Delivery = (typeof DELIVERIES)[number];
export const TEST_STATUSES = ['NOT_STARTED', 'STARTED', 'ENDED'] as const;
export type TestStatus = (typeof TEST_STATUSES)[number];

/** Tests that a library has room for: that of an account, and that of a site. */
export const MOST_TESTS = 1_000;
/** Tests of one session. */
export const MOST_SCHEDULED = 50;

/** The questions as they came, in the form in which they came: here nobody reads it. */
export interface TestSource {
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string;
}

export interface TestContent {
  readonly title: string;
  readonly description: string;
  readonly questions: readonly TestQuestion[];
  readonly display: (typeof DISPLAYS)[number];
  /** Whether people are told their score when they have submitted. */
  readonly assignGrades: boolean;
}

/** A row of a list. */
export interface TestSummary {
  readonly testID: number;
  readonly library: Library;
  readonly title: string;
  readonly description: string;
  /** The row of the account, and its webExID. */
  readonly author: number;
  readonly authorWebExId: string;
}

export interface Test extends TestSummary, TestContent {
  /** The row of the session that it is of. */
  readonly session: number | null;
}

/** No such test, or none that the caller may know of. */
export class TestNotFound extends RuleBroken {
  constructor(testID: number) {
    super('testID', `there is no test ${testID}`);
  }
}

/** People are taking it, or have taken it. */
export class TestStarted extends RuleBroken {
  constructor(testID: number) {
    super('testID', `the test ${testID} has started`);
  }
}

/** It cannot be taken now: it has not started, or is over. */
export class TestNotOpen extends Refusal {
  constructor(status: TestStatus) {
    super(`the test is ${status}`);
  }
}

/** Somebody has used up their attempts. */
export class NoAttemptLeft extends Refusal {
  constructor(attempts: number) {
    super(`nobody has more than ${attempts} attempts`);
  }
}

/** The attempt has been submitted, or its time is over. */
export class AttemptOver extends Refusal {
  constructor() {
    super('the attempt is over');
  }
}

export class TooManyTests extends Refusal {
  constructor(limit: number) {
    super(`there is room for ${limit} tests`);
  }
}

/** Points that all questions are worth. */
export function maxScoreOf({ questions }: Pick<TestContent, 'questions'>): number {
  return questions.reduce((sum, { maxScore }) => sum + maxScore, 0);
}
