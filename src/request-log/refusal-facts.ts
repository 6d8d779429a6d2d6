/** The facts of a refusal, out of what was thrown. They hold no value that somebody has sent, except a word of a list. */
import { Refusal, RuleBroken } from '../refusal.ts';
import { NotReadable } from '../xml/charset.ts';
import { InvalidElement } from '../xml/invalid-element.ts';
import { nearest } from '../xml/nearest.ts';
import { adviceFor, type UnknownElement } from '../xml/unknown-element.ts';
import type { RefusalFacts, UnknownFacts } from './entry.ts';

/** Words of a list that an entry keeps. */
const MOST_ALLOWED = 40;

/** Letters of an element's name, which anybody may have made up. */
const LONGEST_NAME = 120;

export function refusalFacts(error: unknown): RefusalFacts {
  if (error instanceof InvalidElement) {
    const { rule, path, explanation, choice } = error;
    return {
      rule,
      element: path.slice(0, LONGEST_NAME * 2),
      words: explanation,
      ...(choice && {
        allowed: choice.allowed.slice(0, MOST_ALLOWED),
        nearest: nearest(choice.given, choice.allowed),
      }),
    };
  }
  if (error instanceof RuleBroken) return { rule: 'RuleBroken', element: error.element, words: error.rule };
  if (error instanceof NotReadable) return { rule: `not-readable:${error.rule}`, words: error.message };
  if (!(error instanceof Refusal)) return { rule: 'fault' };
  const element = 'element' in error && typeof error.element === 'string' ? error.element : undefined;
  const words = 'rule' in error && typeof error.rule === 'string' ? error.rule : undefined;
  return { rule: error.name, element, words };
}

export function unknownFacts(unknown: UnknownElement): UnknownFacts {
  const { belongsInto, nearest } = adviceFor(unknown);
  return {
    name: unknown.name.slice(0, LONGEST_NAME),
    parent: unknown.parent.slice(0, LONGEST_NAME),
    belongsInto,
    nearest,
  };
}
