/** Characters that a reader of source does not see, or that an editor changes: they are written as escapes. */

/** Controls but the line feed and the tab, marks of direction, joiners, unusual spaces and line ends, what is no character. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]|(?! )\p{Zs}/gu;

/** @param escapeOf is given one character, whole */
export function escapeUnprintable(text: string, escapeOf: (character: string) => string): string {
  return text.replaceAll(UNPRINTABLE, escapeOf);
}

/** Whether it has one. */
export function hasUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) !== -1;
}

/** `\u202e` for each of its units, as most languages read it. */
export function unitEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, at) => unit(character.charCodeAt(at))).join('');
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
