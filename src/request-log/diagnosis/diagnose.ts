/** Puts the facts of a refusal into words, when somebody reads them. */
import type { RefusalFacts } from '../entry.ts';
import { CALLER_WORDS } from './caller-words.ts';
import type { Diagnosis, Surroundings, Words, WordsOf } from './diagnosis.ts';
import { ELEMENT_WORDS } from './element-words.ts';
import { MESSAGE_WORDS, unreadable } from './message-words.ts';

export type { Diagnosis, Surroundings } from './diagnosis.ts';

const WORDS: Readonly<Record<string, WordsOf>> = { ...MESSAGE_WORDS, ...ELEMENT_WORDS, ...CALLER_WORDS };

/** The rules that have words of their own. */
export const EXPLAINED: ReadonlySet<string> = new Set(Object.keys(WORDS));

export function diagnose(facts: RefusalFacts, around: Surroundings): Diagnosis {
  const { rule, element, nearest, allowed } = facts;
  const words = wordsFor(rule)(facts, around);
  const manual = words.manual ?? manualOf(facts);
  return {
    rule,
    ...(element !== undefined && { element }),
    ...(nearest !== undefined && { nearest }),
    ...(allowed && { allowed }),
    ...words,
    ...(manual !== undefined && { manual }),
  };
}

function wordsFor(rule: string): WordsOf {
  if (rule.startsWith('not-readable:')) return unreadable;
  return (Object.hasOwn(WORDS, rule) ? WORDS[rule] : undefined) ?? (rule === 'fault' ? fault : otherwise);
}

const fault: WordsOf = (): Words => ({
  cause: 'This is a fault of Parlance, not of the request.',
  mend: 'Look the request id up in the log of the server: it has the whole error.',
});

/** The domain's own words say what was wrong, and the manual when that is said. */
const otherwise: WordsOf = (_facts, { reason }) => ({
  cause:
    reason === undefined ? 'It was refused.' : `It was refused: ${reason}${/[.?!]$/.test(reason) ? '' : '.'}`,
  mend: 'The manual says when this is answered, and what the operation asks for.',
});

function manualOf({ operation, exceptionID }: RefusalFacts): string | undefined {
  if (operation !== undefined) return `docs/reference/operations/${operation}.md`;
  return exceptionID === undefined ? undefined : 'docs/reference/exceptions.md';
}
