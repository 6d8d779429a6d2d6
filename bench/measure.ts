/**
 * Measuring in turn: on a machine that others use too, only what was measured a moment before or after can be
 * compared. Every round measures each contender once; what counts is the median over the rounds, and for a ratio
 * the median of the ratios within each round.
 */

/** What one measurement found, by name: `rate` a second, `cpu` milliseconds for 1,000 requests. */
export type Sample = Readonly<Record<string, number>>;

export interface Contender {
  readonly name: string;
  measure(): Promise<Sample>;
}

export interface Rounds {
  /** Before those that count: a server needs some thousand requests until its code is compiled. */
  readonly warmUp: number;
  readonly counted: number;
}

export class Measured {
  readonly #rounds: readonly ReadonlyMap<string, Sample>[];

  constructor(rounds: readonly ReadonlyMap<string, Sample>[]) {
    this.#rounds = rounds;
  }

  /** The median of a contender's value. */
  of(contender: string, key: string): number {
    return median(this.#rounds.map((round) => value(round, contender, key)));
  }

  /** How many times another contender's value it is. */
  ratio(contender: string, to: string, key: string): number {
    return median(this.#rounds.map((round) => value(round, contender, key) / value(round, to, key)));
  }
}

/** A B C, A B C, … */
export async function inTurn(contenders: readonly Contender[], rounds: Rounds): Promise<Measured> {
  const counted: Map<string, Sample>[] = [];
  for (let round = -rounds.warmUp; round < rounds.counted; round++) {
    const samples = new Map<string, Sample>();
    for (const contender of contenders) samples.set(contender.name, await contender.measure());
    if (round >= 0) counted.push(samples);
  }
  return new Measured(counted);
}

/** What each piece of work costs this process, one after the other: milliseconds of the processor for 1,000 of them. */
export async function cpuOf<T>(pieces: readonly T[], work: (piece: T) => Promise<unknown>): Promise<Sample> {
  const before = process.cpuUsage();
  for (const piece of pieces) await work(piece);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / pieces.length };
}

/** 0, 1, 2 …: pieces of work that are told apart by their number alone. */
export function numbered(count: number): number[] {
  return [...Array(count).keys()];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
}

function value(round: ReadonlyMap<string, Sample>, contender: string, key: string): number {
  const found = round.get(contender)?.[key];
  if (found === undefined) throw new Error(`${contender} has no ${key}`);
  return found;
}
