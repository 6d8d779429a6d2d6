/**
 * Reads the log on for somebody who watches: from the table, so that nothing is kept for them in memory, nothing is lost
 * that was written, and other processes' entries are there too.
 */
import type { Context } from '../../context.ts';
import type { AskedEntries } from './asked-entries.ts';
import type { LogLine } from './log-data.ts';
import { linesOf } from './shown-entries.ts';

export interface LogWatcher {
  entry(line: LogLine): void;
  /** Entries were gone before they could be read. */
  skipped(entries: number): void;
  /** Whether more is taken at once. */
  isReady(): boolean;
  /** Calls back, once, when it is. */
  whenReady(listener: () => void): void;
  failed(error: unknown): void;
}

/** Entries of one question. */
const AT_ONCE = 500;

/** Milliseconds between looks for what other processes have written. */
const LOOK_EVERY = 500;

/** @returns what ends it */
export function followLog(
  context: Context,
  { scope, filter }: AskedEntries,
  after: number,
  watcher: LogWatcher,
): () => void {
  const { requestLog } = context;
  let last = after;
  let isReading = false;
  let isAsked = false;
  let hasEnded = false;

  async function readOn(): Promise<void> {
    const newest = await requestLog.newest();
    while (last < newest && !hasEnded) {
      const oldest = (await requestLog.oldest()) ?? newest;
      if (oldest > last + 1) {
        watcher.skipped(oldest - last - 1);
        last = oldest - 1;
      }
      const rows = await requestLog.after(scope, filter, last, newest, AT_ONCE);
      for (const line of await linesOf(rows, context)) watcher.entry(line);
      last = rows.length < AT_ONCE ? newest : (rows.at(-1)?.id ?? newest);
      if (!watcher.isReady()) await new Promise<void>((resolve) => watcher.whenReady(resolve));
    }
  }

  async function wake(): Promise<void> {
    isAsked = true;
    if (isReading) return;
    isReading = true;
    try {
      while (isAsked && !hasEnded) {
        isAsked = false;
        await readOn();
      }
    } catch (error) {
      if (!hasEnded) watcher.failed(error);
    } finally {
      isReading = false;
    }
  }

  const stopWatching = requestLog.watch(wake);
  const looking = requestLog.isShared ? setInterval(wake, LOOK_EVERY) : undefined;
  // What came behind the entry that was seen last.
  void wake();
  return () => {
    hasEnded = true;
    clearInterval(looking);
    stopWatching();
  };
}
