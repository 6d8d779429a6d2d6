import { AsyncLocalStorage } from 'node:async_hooks';
import { NestedWrite, TransactionEnded, WriteTimedOut } from './errors.ts';

/** The life of one write's work: it ends once, it fails as a whole, and no other write starts inside it. */

/** How long a work may take, in milliseconds. */
export const DEFAULT_TIMEOUT = 10_000;

/** A transaction's state, shared by both databases. */
export class Turn {
  readonly #owner: object;
  #open = true;
  #failure: unknown;
  #callbacks: (() => void)[] | undefined;
  #topics: Set<string> | undefined;

  /** @param owner the database */
  constructor(owner: object) {
    this.#owner = owner;
  }

  isOpenOn(owner: object): boolean {
    return this.#open && this.#owner === owner;
  }

  /** Call before every statement. One that failed has spoiled the transaction, as PostgreSQL has it. */
  check(): void {
    if (!this.#open) throw new TransactionEnded();
    if (this.#failure) throw this.#failure;
  }

  /** Keeps the first failure of a statement. */
  fail(failure: unknown): unknown {
    this.#failure ??= failure;
    return failure;
  }

  get failure(): unknown {
    return this.#failure;
  }

  end(): void {
    this.#open = false;
  }

  /** A callback that is given more than once is called once. */
  afterCommit(callback: () => void): void {
    this.check();
    this.#callbacks ??= [];
    if (!this.#callbacks.includes(callback)) this.#callbacks.push(callback);
  }

  announce(topic: string): void {
    this.check();
    this.#topics ??= new Set();
    this.#topics.add(topic);
  }

  get topics(): readonly string[] {
    return this.#topics === undefined ? [] : [...this.#topics];
  }

  /** Call when what the work wrote is on disk. */
  committed(): void {
    for (const callback of this.#callbacks ?? []) callback();
  }
}

const current = new AsyncLocalStorage<Turn>();

/** @throws NestedWrite when the caller runs inside a work of the same database */
export function refuseNested(owner: object): void {
  if (current.getStore()?.isOpenOn(owner)) throw new NestedWrite();
}

/**
 * Runs a work to its end. Afterwards the turn is over, whatever the work still tries.
 * @throws what the work throws, the first failure of a statement, or WriteTimedOut
 */
export async function runWork<T>(
  turn: Turn,
  work: () => Promise<T>,
  timeout: number = DEFAULT_TIMEOUT,
): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new WriteTimedOut(timeout)), timeout);
  try {
    const value = await Promise.race([current.run(turn, work), late]);
    turn.check();
    return value;
  } finally {
    clearTimeout(timer);
    turn.end();
  }
}
