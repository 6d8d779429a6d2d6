/**
 * What was noted and is not written yet. Noting is on the way of every call: it puts an object into a list. When more
 * comes than can be written, entries are dropped, and one entry says for each site how many.
 */
import type { Dropped, NewEntry } from './entry.ts';
import { type LogRow, rowOf, rowsAsJson } from './log-row.ts';
import type { LogStore } from './log-store.ts';

/** Milliseconds that an entry waits for others. */
const PATIENCE = 200;

/** Rows of one transaction. */
const BATCH = 500;

/** Entries that wait to be written. */
const MOST_WAITING = 20_000;

/** Letters of the bodies among them. */
const MOST_LETTERS = 16_000_000;

export interface LogBufferParts {
  readonly store: LogStore;
  readonly nextId: () => string;
  /** Told that entries were written. */
  readonly written: (entries: number) => void;
  readonly report: (error: unknown) => void;
}

export class LogBuffer {
  readonly #parts: LogBufferParts;
  #waiting: NewEntry[] = [];
  #letters = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  /** By site. */
  readonly #dropped = new Map<number, Dropped>();
  #allDropped = 0;
  /** Entries that ever came, and those of them that were written or dropped. */
  #noted = 0;
  #settled = 0;
  readonly #runOutside: (work: () => void) => void;

  /** @param runOutside runs something outside of the call that asks for it: a write that is under way is not its own */
  constructor(parts: LogBufferParts, runOutside: (work: () => void) => void) {
    this.#parts = parts;
    this.#runOutside = runOutside;
  }

  /** Entries that were dropped since the start. */
  get dropped(): number {
    return this.#allDropped;
  }

  add(entry: NewEntry): void {
    this.#noted += 1;
    const waiting = this.#waiting;
    this.#letters += lettersOf(entry);
    if (waiting.length >= MOST_WAITING || this.#letters > MOST_LETTERS) {
      this.#letters -= lettersOf(entry);
      this.#settled += 1;
      this.#drop(entry);
      return;
    }
    waiting.push(entry);
    if (waiting.length === BATCH) this.#write();
    else if (!this.#timer) this.#wait();
  }

  /** Everything that was noted before is written, or was dropped. */
  async flush(): Promise<void> {
    const noted = this.#noted;
    while (this.#settled < noted) {
      this.#write();
      await this.#writing;
    }
  }

  #wait(): void {
    this.#runOutside(() => {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#write();
      }, PATIENCE);
      this.#timer.unref();
    });
  }

  /** One batch at a time; what has come meanwhile follows. */
  #write(): void {
    if (this.#writing || this.#waiting.length === 0) return;
    const batch = this.#waiting.length <= BATCH ? this.#waiting : this.#waiting.slice(0, BATCH);
    this.#waiting = batch === this.#waiting ? [] : this.#waiting.slice(BATCH);
    for (const entry of batch) this.#letters -= lettersOf(entry);
    this.#runOutside(() => {
      this.#writing = this.#writeBatch(batch).finally(() => {
        this.#settled += batch.length;
        this.#writing = undefined;
        if (this.#waiting.length >= BATCH) this.#write();
        else if (this.#waiting.length > 0 && !this.#timer) this.#wait();
      });
    });
  }

  async #writeBatch(batch: readonly NewEntry[]): Promise<void> {
    const told = [...this.#dropped];
    this.#dropped.clear();
    const rows: LogRow[] = batch.map(rowOf);
    for (const [site, dropped] of told) rows.push(rowOf(droppedEntry(this.#parts.nextId(), site, dropped)));
    try {
      await this.#parts.store.insert(rowsAsJson(rows));
      this.#parts.written(rows.length);
    } catch (error) {
      this.#parts.report(error);
      for (const entry of batch) this.#drop(entry);
      for (const [site, dropped] of told) this.#addDropped(site, dropped);
    }
  }

  #drop({ site, at }: NewEntry): void {
    this.#allDropped += 1;
    this.#addDropped(site, { entries: 1, from: at, to: at });
  }

  #addDropped(site: number, more: Dropped): void {
    const so = this.#dropped.get(site);
    this.#dropped.set(
      site,
      so
        ? {
            entries: so.entries + more.entries,
            from: Math.min(so.from, more.from),
            to: Math.max(so.to, more.to),
          }
        : more,
    );
  }
}

function lettersOf({ request, response }: NewEntry): number {
  return (request?.text.length ?? 0) + (response?.text.length ?? 0);
}

function droppedEntry(id: string, site: number, dropped: Dropped): NewEntry {
  return {
    at: dropped.to,
    id,
    face: 'log',
    operation: 'dropped',
    site,
    result: 'fault',
    reason: `${dropped.entries} entries could not be kept: more came than could be written`,
    ms: dropped.to - dropped.from,
    bytesIn: 0,
    bytesOut: 0,
    hints: 0,
    detail: { dropped },
  };
}
