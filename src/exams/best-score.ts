/** The most that an answer to a question can be worth, where nobody says it. */
import { type QuestionAnswer, rightAnswers, scoreOf, type TestQuestion } from './question.ts';

/** Combinations that are tried: one right value a response, and all of them together. */
const MOST_TRIED = 2_000;

export function bestScore(question: Omit<TestQuestion, 'minScore' | 'maxScore'>): number {
  const right = rightAnswers(question);
  const unbounded = { ...question, minScore: -Infinity, maxScore: Infinity };
  let best = question.initialScore;
  for (const answer of candidates(right)) best = Math.max(best, scoreOf(unbounded, answer));
  return best;
}

function candidates(right: QuestionAnswer): QuestionAnswer[] {
  let made: QuestionAnswer[] = [{}];
  for (const [ident, values] of Object.entries(right)) {
    if (made.length * (values.length + 1) > MOST_TRIED) break;
    made = made.flatMap((one) => [one, ...values.map((value) => ({ ...one, [ident]: [value] }))]);
  }
  return [...made, right];
}
