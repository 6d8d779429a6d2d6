/** The numbers that the rows of a site get among those of others: their own where these are free, and others where not. */
import { randomInt } from 'node:crypto';
import type { RowTarget } from './row-store.ts';
import { SPACES, type SpaceName, spaceOf } from './site-references.ts';

export interface ChangedNumber {
  /** As the interface calls it. */
  readonly shownAs: string;
  readonly from: number;
  readonly to: number;
}

export class NewNumbers {
  readonly #taken: Readonly<Record<SpaceName, ReadonlySet<number>>>;
  readonly #changed = new Map<SpaceName, Map<number, number>>();
  /** The highest number that is taken, or was met. */
  readonly #highest = new Map<SpaceName, number>();
  readonly #given = new Map<SpaceName, Set<number>>();

  private constructor(taken: Readonly<Record<SpaceName, ReadonlySet<number>>>) {
    this.#taken = taken;
  }

  /** @param used the numbers that the file uses: a new one is none of them */
  static async among(
    target: RowTarget,
    used: ReadonlyMap<SpaceName, { readonly highest: number; readonly drawn: ReadonlySet<number> }>,
  ): Promise<NewNumbers> {
    const names = Object.keys(SPACES) as SpaceName[];
    const taken: Partial<Record<SpaceName, ReadonlySet<number>>> = {};
    for (const name of names) {
      const numbers = new Set<number>();
      for (const column of spaceOf(name).taken) await numbersInto(numbers, target, column);
      taken[name] = numbers;
    }
    const made = new NewNumbers(taken as Record<SpaceName, ReadonlySet<number>>);
    for (const name of names) {
      let highest = used.get(name)?.highest ?? 0;
      for (const number of taken[name] ?? []) highest = Math.max(highest, number);
      const [counter] = spaceOf(name).taken[0]?.split('.') ?? [];
      const last = counter === undefined ? undefined : await target.lastNumber(counter);
      made.#highest.set(name, Math.max(highest, last ?? 0));
      made.#given.set(name, new Set(used.get(name)?.drawn));
    }
    return made;
  }

  of(space: SpaceName, number: number): number {
    if (!this.#taken[space].has(number)) return number;
    const changed = this.#changed.get(space) ?? new Map<number, number>();
    this.#changed.set(space, changed);
    const known = changed.get(number);
    if (known !== undefined) return known;
    const given = this.#give(space);
    changed.set(number, given);
    return given;
  }

  #give(space: SpaceName): number {
    if (!spaceOf(space).isDrawn) {
      const next = (this.#highest.get(space) ?? 0) + 1;
      this.#highest.set(space, next);
      return next;
    }
    for (;;) {
      const drawn = randomInt(100_000_000, 1_000_000_000);
      const given = this.#given.get(space);
      if (this.#taken[space].has(drawn) || given?.has(drawn)) continue;
      given?.add(drawn);
      return drawn;
    }
  }

  /** A number for a row that is not in the file. */
  another(space: SpaceName): number {
    return this.#give(space);
  }

  /** What people and programs know by another number now. */
  get shown(): ChangedNumber[] {
    return [...this.#changed].flatMap(([name, numbers]) => {
      const { shownAs } = spaceOf(name);
      return shownAs === undefined ? [] : [...numbers].map(([from, to]) => ({ shownAs, from, to }));
    });
  }

  /** The tables that count on from there. */
  get last(): { readonly table: string; readonly number: number }[] {
    return [...this.#highest].flatMap(([name, number]) => {
      const [table] = spaceOf(name).taken[0]?.split('.') ?? [];
      return table === undefined || spaceOf(name).isDrawn || number === 0 ? [] : [{ table, number }];
    });
  }
}

async function numbersInto(numbers: Set<number>, target: RowTarget, column: string): Promise<void> {
  const [table = '', name = ''] = column.split('.');
  for await (const some of target.numbers(table, name)) for (const number of some) numbers.add(number);
}
