/** The keys that a caller presses, as what they mean by them: digits that `#` or `*` ends. */

export interface Entry {
  readonly digits: string;
  readonly end: '#' | '*';
}

/** More digits than any number that is asked for has. */
const MOST = 20;

/** Gathers keys; what is too long is no longer remembered, and wrong in any case. */
export class EntryReader {
  #digits = '';

  /** @returns the whole entry, when this key ends it */
  press(key: string): Entry | undefined {
    if (key === '#' || key === '*') {
      const digits = this.#digits;
      this.#digits = '';
      return { digits, end: key };
    }
    if (/^\d$/.test(key) && this.#digits.length <= MOST) this.#digits += key;
    return undefined;
  }
}

/** In the room: `*6` and `*3`, each for what it is about. */
export class CommandReader {
  #isBegun = false;

  press(key: string): 'mute' | 'hand' | undefined {
    const wasBegun = this.#isBegun;
    this.#isBegun = key === '*';
    if (!wasBegun) return undefined;
    return key === '6' ? 'mute' : key === '3' ? 'hand' : undefined;
  }
}
