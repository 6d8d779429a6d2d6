/**
 * Reads WebVTT (W3C, WebVTT: The Web Video Text Tracks Format) and SRT, which nobody has written down, as programs and
 * people write them: either's times in the other, missing empty lines, marks that no one knows. What is said stays, as
 * plain text.
 */
import { decodeCaptions } from './captions-charset.ts';
import {
  type Cue,
  LARGEST_FILE,
  LATEST,
  LONGEST_CUE,
  LONGEST_VOICE,
  languageTag,
  MOST_CUES,
  TranscriptUnreadable,
  type Words,
} from './cue.ts';
import { lineOf, spokenIn } from './plain-text.ts';

/** A line with times; what follows them places the cue on the picture. */
const TIMES = /^\s*(\S+)\s*-->\s*(\S+)/;
const TIME = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,6}))?$/;

/** Blocks of WebVTT that say nothing. */
const UNSPOKEN = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/;

/** As Webex writes who speaks: the number of the cue, the name, the number of the person. */
const NAMED = /^\d+ "(.*)" \(\d*\)$/;

/**
 * @param isOurs a file that we have written: it may have grown by what was escaped
 * @throws TranscriptUnreadable
 */
export function readCaptions(bytes: Uint8Array, { isOurs = false } = {}): Words {
  if (!isOurs && bytes.length > LARGEST_FILE) throw new TranscriptUnreadable('large');
  const lines = decodeCaptions(bytes).split(/\r\n|\r|\n/);
  const isVtt = /^\ufeff?WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  const header = isVtt ? headerOf(lines) : { length: 0 };
  const reader = new CueReader(isVtt);
  for (let at = header.length; at < lines.length; at += 1) reader.take(lines[at] ?? '', at + 1);
  const cues = reader.finish();
  if (cues.length === 0) throw new TranscriptUnreadable('nothing');
  return { cues: cues.toSorted((one, other) => one.start - other.start), language: header.language };
}

/** It ends with an empty line, or where a cue begins without one. */
function headerOf(lines: readonly string[]): {
  readonly length: number;
  readonly language?: string | undefined;
} {
  let language: string | undefined;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line.includes('-->')) return { length: at, language };
    const [, tag] = /^Language:\s*(\S+)\s*$/i.exec(line) ?? [];
    if (tag !== undefined) language = languageTag(tag);
  }
  return { length: lines.length, language };
}

interface OpenCue {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly voice: string | undefined;
  readonly text: string[];
}

class CueReader {
  readonly #isVtt: boolean;
  readonly #cues: Cue[] = [];
  #open: OpenCue | undefined;
  /** What stands before a line with times: a number or a name, if anything. */
  #before: { readonly text: string; readonly line: number } | undefined;
  /** In a block of WebVTT that says nothing. */
  #isUnspoken = false;
  /** An empty line has gone by. */
  #isApart = true;

  constructor(isVtt: boolean) {
    this.#isVtt = isVtt;
  }

  take(line: string, number: number): void {
    if (line.trim() === '') {
      this.#isApart = true;
      this.#isUnspoken = false;
      return;
    }
    if (line.includes('-->') && !this.#isUnspoken && this.#begin(line, number)) return;
    if (this.#isUnspoken) return;
    if (this.#isApart && this.#isVtt && UNSPOKEN.test(line)) {
      this.#isUnspoken = true;
      return;
    }
    this.#keep(line, number);
  }

  finish(): readonly Cue[] {
    // A number at the very end is that of a cue which has not come.
    if (this.#before && !/^\s*\d+\s*$/.test(this.#before.text)) this.#giveBack();
    this.#close();
    return this.#cues;
  }

  /** @returns whether it is a line with times */
  #begin(line: string, number: number): boolean {
    const [, from, to] = TIMES.exec(line) ?? [];
    if (from === undefined || to === undefined) {
      if (this.#open && !this.#isApart && !this.#before) return false;
      throw new TranscriptUnreadable('time', number);
    }
    const start = timeOf(from, number);
    const end = timeOf(to, number);
    if (end < start) throw new TranscriptUnreadable('backwards', number);
    // Behind a cue without an empty line, its number is the last thing that was taken for text.
    const last = this.#open && !this.#before ? this.#open.text.at(-1) : undefined;
    if (last !== undefined && !this.#isApart && /^\s*\d+\s*$/.test(last)) this.#open?.text.pop();
    const [, voice] = NAMED.exec(this.#before?.text.trim() ?? '') ?? [];
    this.#close();
    this.#before = undefined;
    this.#isApart = false;
    // Some programs write cues of no length: they are there for a moment.
    this.#open = {
      start,
      end: Math.max(end, start + 1),
      line: number,
      voice: voice && lineOf(voice),
      text: [],
    };
    return true;
  }

  #keep(line: string, number: number): void {
    if (this.#open && !this.#isApart && !this.#before) {
      this.#open.text.push(line);
      return;
    }
    if (this.#before) this.#giveBack();
    this.#isApart = false;
    this.#before = { text: line, line: number };
  }

  /** No times have followed: in SRT it is more of what is said, behind an empty line. */
  #giveBack(): void {
    if (!this.#before) return;
    if (!this.#open || this.#isVtt) throw new TranscriptUnreadable('notimes', this.#before.line);
    this.#open.text.push(this.#before.text);
    this.#before = undefined;
  }

  #close(): void {
    if (!this.#open) return;
    const { start, end, line, voice, text } = this.#open;
    this.#open = undefined;
    for (const spoken of spokenIn(text.join('\n'))) {
      if (spoken.text.length > LONGEST_CUE) throw new TranscriptUnreadable('long', line);
      if (this.#cues.length === MOST_CUES) throw new TranscriptUnreadable('many', line);
      const name = [...(spoken.voice ?? voice ?? '')].slice(0, LONGEST_VOICE).join('').trim();
      this.#cues.push({ start, end, ...(name !== '' && { voice: name }), text: spoken.text });
    }
  }
}

/** Milliseconds. @throws TranscriptUnreadable */
function timeOf(text: string, line: number): number {
  const [, hours = '0', minutes, seconds, fraction = ''] = TIME.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined || Number(minutes) > 59 || Number(seconds) > 59) {
    throw new TranscriptUnreadable('time', line);
  }
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const time = whole * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  if (time > LATEST) throw new TranscriptUnreadable('late', line);
  return time;
}
