/** The text of cues: what files write with marks and entities, as plain words and names. */

/** Named as files have them; others stay as they are written. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** A mark: `<v Ada>`, `</i>`, `<c.yellow>`, `<00:01.500>`, `<font color="red">`. A `<` before anything else is a `<`. */
const MARK = /<(\/?[a-z][^<>]*|\d[\d:.]*)>/gi;

/** Of Advanced SubStation, which some SRT bear: `{\an8}`. */
const OVERRIDE = /\{\\[^{}]*\}/g;

/** Controls other than the tab, and halves of pairs: no file of ours has them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

export interface Spoken {
  readonly voice?: string | undefined;
  readonly text: string;
}

/**
 * What is said in one cue, by whom: a mark of a voice begins a piece of its own.
 * @param written its lines, with line feeds between
 */
export function spokenIn(written: string): Spoken[] {
  const spoken: Spoken[] = [];
  let [from, voice] = [0, undefined as string | undefined];
  for (const { index, 0: mark, 1: inside = '' } of written.matchAll(MARK)) {
    const [, name] = /^v(?:\.[^\s<>]*)?[ \t\n]+([\s\S]*)$/i.exec(inside) ?? [];
    const isEnd = /^\/v\s*$/i.test(inside);
    if (name === undefined && !isEnd) continue;
    spoken.push({ voice, text: plain(written.slice(from, index)) });
    voice = name === undefined ? undefined : lineOf(name) || undefined;
    from = index + mark.length;
  }
  spoken.push({ voice, text: plain(written.slice(from)) });
  return spoken.filter(({ text }) => text !== '');
}

/** In one line. */
export function lineOf(written: string): string {
  return cleaned(decoded(written)).replace(/\s+/g, ' ').trim();
}

/** Without marks, without empty lines, without what cannot be seen. */
function plain(written: string): string {
  return linesOf(decoded(written.replace(MARK, '').replace(OVERRIDE, '')));
}

/** Somebody's own words, which are no marks. */
export function linesOf(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => cleaned(line).replace(/\t/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, (one) => (one === '\t' || one === '\n' ? one : one === '\0' ? '\ufffd' : ' '));
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point).toWellFormed() : '\ufffd';
  });
}
