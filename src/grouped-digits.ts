/** Numbers as mails print them and people copy them: `123 456 789`, `123-456-789`. */

const BETWEEN_DIGITS = /(?<=\d)[\s-]+(?=\d)/g;

/** What stands between two digits is left out. */
export function ungrouped(text: string): string {
  return text.trim().replace(BETWEEN_DIGITS, '');
}
