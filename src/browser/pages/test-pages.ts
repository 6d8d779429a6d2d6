/** The tests of a training session: for whoever takes them, and for whoever holds it. */
import type { Form } from './form.ts';
import type { Problem } from './problem.ts';
import type { SessionView } from './session-view-data.ts';

/** The tests of a training session, for its people. Who has not shown who they are gives the field RID first. */
export interface TestsPage {
  readonly page: 'tests';
  readonly session: SessionView;
  readonly problem?: Problem | undefined;
  /** Who takes them. */
  readonly candidate?: string | undefined;
  readonly identify?: Form | undefined;
  readonly signIn?: string | undefined;
  readonly tests: readonly TestRow[];
}

/** When a test can be taken. */
export interface TestTimes {
  readonly status: 'NOT_STARTED' | 'STARTED' | 'ENDED';
  /** It is for the host to begin. */
  readonly inSession: boolean;
  /** In words. */
  readonly from?: string | undefined;
  readonly due?: string | undefined;
}

export interface TestRow extends TestTimes {
  readonly title: string;
  readonly description?: string | undefined;
  readonly minutes?: number | undefined;
  /** How many it has. */
  readonly questions: number;
  /** Nothing where there is no limit. */
  readonly attemptsLeft?: number | undefined;
  /** Somebody is in the middle of it. */
  readonly goesOn: boolean;
  readonly begin?: Form | undefined;
  /** What they have submitted, the first one first. Without a score nobody is told it yet. */
  readonly results: readonly {
    readonly submitted: string;
    readonly score?: number | undefined;
    readonly maxScore: number;
    readonly grade?: string | undefined;
  }[];
}

/** An attempt at a test. The button that posts it says what happens in the field DO: SAVE, BACK, NEXT, SUBMIT. */
export interface TestPage {
  readonly page: 'test';
  readonly session: SessionView;
  readonly title: string;
  readonly questions: readonly QuestionView[];
  /** How many the test has. */
  readonly of: number;
  readonly form: Form;
  readonly hasBack: boolean;
  readonly hasNext: boolean;
  /** Milliseconds of their time; nothing where it has no end. */
  readonly msLeft?: number | undefined;
}

export interface QuestionView {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  readonly points: number;
  readonly responses: readonly ResponseView[];
}

export interface ResponseView {
  /** The field of a text. */
  readonly name: string;
  readonly kind: 'one' | 'many' | 'text' | 'essay';
  readonly value?: string | undefined;
  readonly choices: readonly {
    readonly name: string;
    readonly value: string;
    readonly text: string;
    readonly isChosen: boolean;
  }[];
}

/** The tests of a training session, for whoever holds it. */
export interface TestResultsPage {
  readonly page: 'test-results';
  readonly session: SessionView;
  readonly back: string;
  readonly tests: readonly HeldTest[];
}

export interface HeldTest extends TestTimes {
  readonly title: string;
  readonly open?: Form | undefined;
  readonly close?: Form | undefined;
  readonly attempts: readonly {
    readonly name: string;
    readonly email: string;
    readonly number: number;
    /** Nothing while somebody is in the middle of it. */
    readonly submitted?: string | undefined;
    /** Nothing until all of it is scored. */
    readonly score?: number | undefined;
    readonly maxScore: number;
    readonly grade?: string | undefined;
    readonly url?: string | undefined;
  }[];
}

/** What somebody has answered. Fields GRADE, and those of the questions that a person scores. */
export interface TestAnswersPage {
  readonly page: 'test-answers';
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly problem?: Problem | undefined;
  readonly back: string;
  readonly score?: number | undefined;
  readonly maxScore: number;
  readonly grade?: string | undefined;
  readonly ownGrade?: string | undefined;
  readonly questions: readonly AnsweredQuestion[];
  readonly form: Form;
}

export interface AnsweredQuestion {
  readonly number: number;
  readonly text: string;
  readonly answers: readonly string[];
  readonly right: readonly string[];
  readonly score?: number | undefined;
  readonly minScore: number;
  readonly maxScore: number;
  /** The names of its fields, and what was said before. */
  readonly byHand?:
    | { readonly points: string; readonly comment: string; readonly said?: string | undefined }
    | undefined;
}
