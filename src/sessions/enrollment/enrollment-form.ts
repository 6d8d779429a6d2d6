/** What people are asked who enrol in an event: the fields that every event has, and questions of the event's own. */
import { RuleBroken } from '../../refusal.ts';
import { ENROLLMENT_FIELDS } from '../../sites/settings/general.ts';
import {
  each,
  flag,
  integer,
  list,
  number,
  oneOf,
  optional,
  record,
  type TypeOf,
  text,
} from '../../stored/shape.ts';

export const QUESTION_KINDS = ['text', 'checkboxes', 'radio', 'dropdown'] as const;
export type EnrollmentQuestionKind = (typeof QUESTION_KINDS)[number];

const choice = record({
  label: text,
  /** What it adds to the score of whoever chooses it. */
  score: number,
  /** Whether it is chosen beforehand (checkboxes). */
  selected: optional(flag),
});
export type Choice = TypeOf<typeof choice>;

const question = record({
  /** A number that no other question of the event has or has had; 0 for one that is new. */
  fieldID: integer,
  kind: oneOf(QUESTION_KINDS),
  label: text,
  /** Whether it is asked at all, and must be answered. */
  incl: flag,
  req: flag,
  /** Its place among the questions. */
  index: optional(integer),
  multiLine: optional(flag),
  width: optional(integer),
  height: optional(integer),
  /** Characters of an answer at most (text). */
  maxLength: optional(integer),
  choices: list(choice),
  /** The choice that is taken beforehand, counted from 1; 0 is none. */
  defaultChoice: optional(integer),
});
export type EnrollmentQuestion = TypeOf<typeof question>;

const standardField = record({ incl: optional(flag), req: optional(flag) });

export const enrollmentForm = record({
  standardFields: record(each(ENROLLMENT_FIELDS, optional(standardField))),
  questions: list(question),
  /** The highest fieldID that a question has had. */
  lastFieldID: integer,
});
export type EventForm = TypeOf<typeof enrollmentForm>;

export const EMPTY_FORM: EventForm = { standardFields: {}, questions: [], lastFieldID: 0 };

/**
 * The numbers of the fields that every event has. They are below zero, so that no question has one of them; a rule that
 * names no field has -13 (event.xsd), and means the e-mail address.
 */
export const STANDARD_FIELD_IDS = {
  firstName: -1,
  lastName: -2,
  emailAddress: -13,
  phone: -3,
  company: -4,
  title: -5,
  numEmployees: -6,
  futureInfo: -7,
  address1: -8,
  address2: -9,
  city: -10,
  state: -11,
  postalCode: -12,
  country: -14,
} as const;
export type StandardField = keyof typeof STANDARD_FIELD_IDS;

/** The field of every event that has that number. */
export function standardFieldOf(fieldID: number): StandardField | undefined {
  const names = Object.keys(STANDARD_FIELD_IDS) as StandardField[];
  return names.find((name) => STANDARD_FIELD_IDS[name] === fieldID);
}

/** What a field is called: the name of a field of every event, or the label of a question. */
export function fieldName({ questions }: EventForm, fieldID: number): string | undefined {
  return standardFieldOf(fieldID) ?? questions.find((one) => one.fieldID === fieldID)?.label;
}

export const FORM_LIMITS = {
  label: 256,
  questions: 100,
  choices: 100,
  score: 1_000_000,
  maxLength: 999,
} as const;

/**
 * The form with a number for each question that is new.
 * @throws RuleBroken when a question breaks a rule, or bears a number that the event has not given
 */
export function settledForm(form: EventForm): EventForm {
  const { questions } = form;
  if (questions.length > FORM_LIMITS.questions) {
    throw new RuleBroken('customFields', `must have at most ${FORM_LIMITS.questions} questions`);
  }
  const met = new Set<number>();
  for (const one of questions) {
    checkQuestion(one);
    if (one.fieldID === 0) continue;
    if (one.fieldID < 0 || one.fieldID > form.lastFieldID) {
      throw new RuleBroken('fieldID', 'is not the number of a question of this event');
    }
    if (met.has(one.fieldID)) throw new RuleBroken('fieldID', 'must stand at one question only');
    met.add(one.fieldID);
  }
  let { lastFieldID } = form;
  const numbered = questions.map((one) => (one.fieldID === 0 ? { ...one, fieldID: ++lastFieldID } : one));
  return { ...form, questions: numbered, lastFieldID };
}

function checkQuestion({ kind, label, choices, defaultChoice, maxLength }: EnrollmentQuestion): void {
  checkLabel(label);
  if (maxLength !== undefined && (maxLength < 0 || maxLength > FORM_LIMITS.maxLength)) {
    throw new RuleBroken('maxLength', `must be from 0 to ${FORM_LIMITS.maxLength}`);
  }
  if (kind === 'text') return;
  const least = kind === 'checkboxes' ? 1 : 2;
  const element = kind === 'checkboxes' ? 'checkBox' : 'choice';
  if (choices.length < least || choices.length > FORM_LIMITS.choices) {
    throw new RuleBroken(element, `must stand from ${least} to ${FORM_LIMITS.choices} times`);
  }
  for (const one of choices) {
    checkLabel(one.label);
    if (Math.abs(one.score) > FORM_LIMITS.score) {
      throw new RuleBroken('score', `must be from -${FORM_LIMITS.score} to ${FORM_LIMITS.score}`);
    }
  }
  if (defaultChoice !== undefined && (defaultChoice < 0 || defaultChoice > choices.length)) {
    throw new RuleBroken('defaultChoice', `must be from 0 to ${choices.length}`);
  }
}

function checkLabel(label: string): void {
  if (/^[\s\p{Cc}]*$/u.test(label)) throw new RuleBroken('label', 'must have a visible character');
  if ([...label].length > FORM_LIMITS.label) {
    throw new RuleBroken('label', `must have at most ${FORM_LIMITS.label} characters`);
  }
}

/** The questions that are asked, in the order in which they are asked. */
export function askedQuestions({ questions }: EventForm): EnrollmentQuestion[] {
  return questions
    .filter(({ incl }) => incl)
    .map((one, at) => ({ one, at }))
    .sort((a, b) => (a.one.index ?? a.at + 1) - (b.one.index ?? b.at + 1) || a.at - b.at)
    .map(({ one }) => one);
}
