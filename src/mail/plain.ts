/** Text from outside, made fit for mail: what it says stays, what could break a line or turn it round goes. */

// Line and paragraph separators end lines for some readers; embeddings, overrides and isolates turn round what
// stands behind them.
const LINE_BREAKS = /\r\n|[\n\r\v\f\x85\u2028\u2029]/g;
const CONTROLS = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Nearly every text has nothing that needs a second look: letters beyond U+FFFF are looked at again. */
const UNUSUAL = /[^\n -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\uffff]/;

/** Several lines, divided by `\n`. */
export function withoutControls(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.toWellFormed().replace(LINE_BREAKS, '\n').replaceAll('\t', ' ').replace(CONTROLS, '');
}

/** One line: a name, a subject. */
export function oneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, ' ').trim();
}

/** At most that many characters, never half of one. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}
