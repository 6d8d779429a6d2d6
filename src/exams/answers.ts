/** What was sent as answers to questions, checked against what they can be. */
import { RuleBroken } from '../refusal.ts';
import type { AttemptDocument } from './documents.ts';
import type { QuestionResponse, TestQuestion } from './question.ts';

export const LONGEST_ANSWER = 20_000;

/** By the place of the question in the test, the values of its responses in their order. Others stay as they are. */
export type SentAnswers = ReadonlyMap<number, readonly (readonly string[])[]>;

/** @throws RuleBroken for a choice that there is not, and for a text that is too long */
export function withAnswers(
  questions: readonly TestQuestion[],
  before: AttemptDocument,
  sent: SentAnswers,
): AttemptDocument {
  const answers = questions.map((question, at) => {
    const given = sent.get(at);
    if (!given) return before.answers[at] ?? [];
    return question.responses.map((response, place) => checked(response, given[place] ?? []));
  });
  return { ...before, answers };
}

function checked({ kind, choices }: QuestionResponse, values: readonly string[]): string[] {
  const given = values.filter((value) => value !== '');
  if (kind === 'text' || kind === 'essay') {
    const [text = ''] = given;
    if (text.length > LONGEST_ANSWER) throw new RuleBroken('answer', `may have ${LONGEST_ANSWER} characters`);
    return text === '' ? [] : [text];
  }
  const known = new Set(choices.map(({ ident }) => ident));
  if (given.some((value) => !known.has(value))) throw new RuleBroken('answer', 'is none of the choices');
  if (kind === 'one' && given.length > 1) throw new RuleBroken('answer', 'is more than one choice');
  return [...new Set(given)];
}
