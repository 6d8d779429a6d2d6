/** What was tolerated in a message: for the log, for a header of the answer, and for sites that tolerate less. */
import { type Hint, InvalidElement } from '../xml/decoder.ts';
import { adviceOn, type UnknownElement } from '../xml/unknown-element.ts';

/** A message that is odd in every element, or in one that is endless, must not fill the log. */
const MOST_HINTS = 40;
const LONGEST_HINT = 300;
const MOST_EXPLAINED = 10;
const LONGEST_IN_HEADER = 200;

export class Tolerated {
  readonly hints: string[] = [];
  /** Something that was to be protected may be open. */
  isAlarming = false;
  #unknown: UnknownElement | undefined;
  #unknownInEnvelope: UnknownElement | undefined;
  /** The first of them: whoever asks why a message was refused is told what was probably meant. */
  readonly unknown: UnknownElement[] = [];

  readonly hint: Hint = (note, unknown) => {
    this.#unknown ??= unknown;
    const { hints } = this;
    if (hints.length > MOST_HINTS) return;
    if (hints.length === MOST_HINTS) hints.push('there is more of this kind');
    else if (unknown) this.#addUnknown(note, unknown);
    else hints.push(note.slice(0, LONGEST_HINT));
  };

  /** What matters most stands first. */
  #addUnknown(note: string, unknown: UnknownElement): void {
    if (this.unknown.length < MOST_EXPLAINED) this.unknown.push(unknown);
    const { words, isProtection } = adviceOn(unknown);
    const hint = note.slice(0, LONGEST_HINT) + words;
    if (!isProtection) this.hints.push(hint);
    else if (this.isAlarming) this.hints.splice(1, 0, `CAUTION: ${hint}`);
    else this.hints.unshift(`CAUTION: ${hint}`);
    this.isAlarming ||= isProtection;
  }

  /** From here on operations are read, one after the other. */
  endEnvelope(): void {
    this.#unknownInEnvelope = this.#unknown;
  }

  beginOperation(): void {
    this.#unknown = this.#unknownInEnvelope;
  }

  /**
   * For a site whose `xmlAPI.strict` is on.
   * @throws InvalidElement (unknown) when the envelope or the operation has an element that nobody knows
   */
  checkKnown(): void {
    const unknown = this.#unknown;
    if (!unknown) return;
    const explanation = `is not an element of <${unknown.parent}>${adviceOn(unknown).words}`;
    throw new InvalidElement(unknown.name.slice(0, LONGEST_HINT), 'unknown', explanation);
  }

  /** `3;first="…"`: how many hints there are, and the first of them, as a structured field (RFC 9651). */
  get header(): string {
    const [first = ''] = this.hints;
    const printable = first.slice(0, LONGEST_IN_HEADER).replace(/[^\x20-\x7e]/g, '?');
    return `${this.hints.length};first="${printable.replace(/["\\]/g, '\\$&')}"`;
  }
}
