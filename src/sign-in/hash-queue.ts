/**
 * The order in which passwords are hashed: one at a time, because more would only take the processor from honest
 * callers, and so that nobody who tries passwords in parallel keeps others waiting.
 */

export interface QueuePlace {
  /**
   * Wrong passwords have been tried here lately. Such work takes turns with everybody else's, and after each piece
   * rests as long as it took.
   */
  readonly doubtful: boolean;
  /** Whose work it is, the widest first, such as the site and the account. Each has its turn. */
  readonly lane: readonly number[];
}

/** Times the duration of a piece of doubtful work. */
const REST = 1;

/** A piece of work; it never fails. */
type Piece = () => Promise<void>;

export class HashQueue {
  readonly #now: () => number;
  readonly #doubtful = new Lanes();
  readonly #others = new Lanes();
  #busy = false;
  #lastWasDoubtful = false;
  #restsUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Runs the work in its turn; fails as the work does. */
  run<T>({ doubtful, lane }: QueuePlace, work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const piece = () => work().then(resolve, reject);
      (doubtful ? this.#doubtful : this.#others).add(lane, piece);
      this.#next();
    });
  }

  #next(): void {
    if (this.#busy) return;
    const rests = this.#restsUntil - this.#now();
    const doubtfulIsDue = !this.#doubtful.isEmpty && rests <= 0;
    if (doubtfulIsDue && (this.#others.isEmpty || !this.#lastWasDoubtful)) this.#start(true);
    else if (!this.#others.isEmpty) this.#start(false);
    else if (!this.#doubtful.isEmpty) {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#next();
      }, rests);
    }
  }

  #start(doubtful: boolean): void {
    const piece = (doubtful ? this.#doubtful : this.#others).take();
    const started = this.#now();
    this.#busy = true;
    this.#lastWasDoubtful = doubtful;
    piece?.().then(() => {
      this.#busy = false;
      if (doubtful) this.#restsUntil = this.#now() + (this.#now() - started) * REST;
      this.#next();
    });
  }
}

/** Lanes that are served in turn, each of which may have lanes itself; in a lane who came first is first. */
class Lanes {
  readonly #lanes = new Map<number, Lanes | Piece[]>();

  get isEmpty(): boolean {
    return this.#lanes.size === 0;
  }

  add([name = 0, ...narrower]: readonly number[], piece: Piece): void {
    const lane = this.#lanes.get(name) ?? (narrower.length > 0 ? new Lanes() : []);
    this.#lanes.set(name, lane);
    if (lane instanceof Lanes) lane.add(narrower, piece);
    else lane.push(piece);
  }

  /** The next piece; its lane is the last from then on. */
  take(): Piece | undefined {
    const [first] = this.#lanes;
    if (!first) return undefined;
    const [name, lane] = first;
    const piece = lane instanceof Lanes ? lane.take() : lane.shift();
    this.#lanes.delete(name);
    if (lane instanceof Lanes ? !lane.isEmpty : lane.length > 0) this.#lanes.set(name, lane);
    return piece;
  }
}
