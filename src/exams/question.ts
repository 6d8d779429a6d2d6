/** The questions of a test: what is asked, what can be answered, and what an answer is worth. */
import {
  flag,
  list,
  number,
  oneOf,
  optional,
  record,
  type Shape,
  type TypeOf,
  text,
} from '../stored/shape.ts';

/** One of several choices, several of them, a short text, or a long one that a person scores. */
export const RESPONSE_KINDS = ['one', 'many', 'text', 'essay'] as const;

const response = record({
  /** Unique in its question. */
  ident: text,
  kind: oneOf(RESPONSE_KINDS),
  /** Of `one` and `many`. */
  choices: list(record({ ident: text, text })),
});
export type QuestionResponse = TypeOf<typeof response>;

/** What must be so for a rule to count. */
export type Condition =
  | { readonly is: 'and' | 'or' | 'not'; readonly of: readonly Condition[] }
  /** One of the answers of that response is that value. */
  | {
      readonly is: 'equal';
      readonly response: string;
      readonly value: string;
      readonly anyCase: boolean;
      readonly part: boolean;
    }
  | { readonly is: 'unanswered'; readonly response: string }
  | { readonly is: 'always' };

const leaf = {
  equal: record({ response: text, value: text, anyCase: flag, part: flag }),
  unanswered: record({ response: text }),
  always: record({}),
  ...{ and: undefined, or: undefined, not: undefined },
} as const;

/** A condition holds others, to any depth that the reader of XML lets through. */
const condition: Shape<Condition> = {
  problem(value) {
    const { is } = value as Condition;
    if (!Object.hasOwn(leaf, is)) return `.is is ${String(is)}`;
    return (leaf[is] ?? record({ of: list(condition) })).problem(value);
  },
};

export const RULE_ACTIONS = ['Set', 'Add', 'Subtract', 'Multiply', 'Divide'] as const;

const rule = record({
  condition,
  action: oneOf(RULE_ACTIONS),
  points: number,
  /** Whether the rules after it are looked at when it counts. */
  goesOn: flag,
});
export type ScoringRule = TypeOf<typeof rule>;

const question = record({
  ident: text,
  title: optional(text),
  text,
  responses: list(response),
  rules: list(rule),
  /** Points of whoever has not answered. */
  initialScore: number,
  minScore: number,
  maxScore: number,
});
export type TestQuestion = TypeOf<typeof question>;
export const questionShape = question;

/** What somebody has answered to a question: by response, choices by their ident. */
export type QuestionAnswer = Readonly<Record<string, readonly string[]>>;

/** Whether a person has to score it. */
export function isScoredByHand({ responses }: TestQuestion): boolean {
  return responses.some(({ kind }) => kind === 'essay');
}

/** Points for an answer, within the bounds of the question. */
export function scoreOf(
  { rules, initialScore, minScore, maxScore }: TestQuestion,
  answer: QuestionAnswer,
): number {
  let score = initialScore;
  for (const { condition, action, points, goesOn } of rules) {
    if (!holds(condition, answer)) continue;
    score = scored(score, action, points);
    if (!goesOn) break;
  }
  return Math.min(maxScore, Math.max(minScore, score));
}

function scored(score: number, action: ScoringRule['action'], points: number): number {
  switch (action) {
    case 'Set':
      return points;
    case 'Add':
      return score + points;
    case 'Subtract':
      return score - points;
    case 'Multiply':
      return score * points;
    case 'Divide':
      return points === 0 ? score : score / points;
  }
}

function holds(condition: Condition, answer: QuestionAnswer): boolean {
  switch (condition.is) {
    case 'always':
      return true;
    case 'and':
      return condition.of.every((one) => holds(one, answer));
    case 'or':
      return condition.of.some((one) => holds(one, answer));
    case 'not':
      return !condition.of.some((one) => holds(one, answer));
    case 'unanswered':
      return given(answer, condition.response).length === 0;
    case 'equal': {
      const form = (text: string) => folded(text, condition.anyCase);
      const value = form(condition.value);
      return given(answer, condition.response).some((one) =>
        condition.part ? form(one).includes(value) : form(one) === value,
      );
    }
  }
}

function given(answer: QuestionAnswer, response: string): readonly string[] {
  return Object.hasOwn(answer, response) ? (answer[response] ?? []) : [];
}

/** Blanks at both ends, and more than one between words, are nobody's answer. */
function folded(text: string, anyCase: boolean): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  return anyCase ? plain.toLowerCase() : plain;
}

/**
 * What is right, by response: the values for which some rule gives points, none of which it forbids.
 */
export function rightAnswers({
  responses,
  rules,
}: Pick<TestQuestion, 'responses' | 'rules'>): QuestionAnswer {
  const right = new Map(responses.map(({ ident }) => [ident, new Set<string>()]));
  for (const { condition, points, action } of rules) {
    if (points > 0 && (action === 'Set' || action === 'Add')) collect(condition, right);
  }
  return Object.fromEntries([...right].map(([ident, values]) => [ident, [...values]]));
}

function collect(condition: Condition, right: ReadonlyMap<string, Set<string>>): void {
  if (condition.is === 'equal') right.get(condition.response)?.add(condition.value);
  if (condition.is === 'and' || condition.is === 'or') for (const one of condition.of) collect(one, right);
}
