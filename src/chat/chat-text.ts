/** What somebody writes to others of a room. */
import { withoutControls } from '../mail/plain.ts';
import { RuleBroken } from '../refusal.ts';

/** Characters of a message. */
export const LONGEST_MESSAGE = 2_000;

/**
 * The text as it is kept: lines divided by `\n`, without control characters and without what turns text round.
 * @throws RuleBroken when it is none, says nothing or is too long
 */
export function messageIn(value: unknown): string {
  if (typeof value !== 'string') throw new RuleBroken('text', 'must be a text');
  const text = withoutControls(value.slice(0, 3 * LONGEST_MESSAGE)).trim();
  if (text === '') throw new RuleBroken('text', 'says nothing');
  if (value.length > 3 * LONGEST_MESSAGE || [...text].length > LONGEST_MESSAGE) {
    throw new RuleBroken('text', `has more than ${LONGEST_MESSAGE} characters`);
  }
  return text;
}
