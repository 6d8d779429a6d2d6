/** What people type to find somebody, and the words of a name or an address that it may begin. */

/** Longer ones tell nobody apart. */
const LONGEST = 48;

/** Words of what is searched for; more of them narrow nothing. */
const MOST_TERMS = 6;

/** Texts as they are compared: in any case, with or without accents (`Müller` is found by `muller`). */
function folded(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
}

/**
 * Every word that a text is found by: what stands between spaces, its parts (`anna.schmidt@acme.com`: anna, schmidt,
 * acme, com), and the rest of an address behind its @ (acme.com).
 */
export function searchWords(texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const piece of folded(text).split(/\s+/)) {
      for (const word of [piece, piece.slice(piece.indexOf('@') + 1), ...piece.split(/[^\p{L}\p{N}]+/u)]) {
        const found = trimmed(word);
        if (found !== '') words.add(found);
      }
    }
  }
  return [...words];
}

/** The beginnings that all have to be found: `Schmidt, Anna` is two. Nothing for a text without letters and digits. */
export function searchTerms(typed: string): string[] {
  const terms = folded(typed)
    .split(/[\s,;]+/)
    .map(trimmed)
    .filter((term) => term !== '');
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** Whether each of the terms begins one of the words. */
export function matchesTerms(words: readonly string[], terms: readonly string[]): boolean {
  return terms.every((term) => words.some((word) => word.startsWith(term)));
}

/** Without what is neither letter nor digit at its ends, and no longer than what is kept. */
function trimmed(word: string): string {
  const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return [...bare].slice(0, LONGEST).join('');
}
