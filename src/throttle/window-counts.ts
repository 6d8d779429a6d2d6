/**
 * Counts that begin anew with each window of time. Each process counts for itself, because what is refused anyway must
 * not cost a write. Each site has room of its own: whoever floods one takes nothing from the others.
 */
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';

/** What is counted, and how often it may be in a window; 0 is any number. */
export interface Bound {
  readonly kind: string;
  readonly name: string;
  readonly most: number;
}

export class WindowCounts {
  readonly #clock: Clock;
  readonly #length: number;
  readonly #room: number;
  readonly #sites = new Map<number, Map<string, number>>();
  #window = 0;

  /**
   * @param length of a window, in milliseconds; windows begin with the clock's own
   * @param room how many names a site has in a window: beyond, those of a kind that are new count as one
   */
  constructor(clock: Clock, length: number, room: number) {
    this.#clock = clock;
    this.#length = length;
    this.#room = room;
  }

  /** Counts one more of each, unless one of them has been used up: then none, and the answer is false. */
  count({ id }: Pick<Site, 'id'>, bounds: readonly Bound[]): boolean {
    const counts = this.#countsOf(id);
    const made = this.#after(counts, bounds);
    if (!made) return false;
    for (const [counted, number] of made) counts.set(counted, number);
    return true;
  }

  /** Whether one more of each may be counted. */
  hasRoom({ id }: Pick<Site, 'id'>, bounds: readonly Bound[]): boolean {
    return this.#after(this.#countsOf(id), bounds) !== undefined;
  }

  #after(
    counts: ReadonlyMap<string, number>,
    bounds: readonly Bound[],
  ): ReadonlyMap<string, number> | undefined {
    const made = new Map<string, number>();
    for (const { kind, name, most } of bounds) {
      if (most === 0) continue;
      const own = `${kind} ${name}`;
      const counted = counts.has(own) || counts.size < this.#room ? own : `${kind} others`;
      const number = (counts.get(counted) ?? 0) + 1;
      if (number > most) return undefined;
      made.set(counted, number);
    }
    return made;
  }

  #countsOf(site: number): Map<string, number> {
    const now = this.#clock.now();
    const window = now - (now % this.#length);
    if (window !== this.#window) {
      this.#window = window;
      this.#sites.clear();
    }
    const known = this.#sites.get(site);
    if (known) return known;
    const counts = new Map<string, number>();
    this.#sites.set(site, counts);
    return counts;
  }
}
