/** How sessions are spoken of. */
import type { Choice } from '../parts/fields.tsx';

/** Words by their ids, as choices in their order. */
export function choicesOf(words: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(words).map(([id, shown]) => ({ id, words: shown }));
}

/** A number as people read it out: `623 063 327`. */
export function groupedKey(sessionKey: number): string {
  return String(sessionKey).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
