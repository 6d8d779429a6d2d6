/** Time that passes: what happens later is asked for here, so that a test turns it by hand. */
export interface Timers {
  /** Milliseconds that only go forward; from no particular moment. */
  now(): number;
  /** Calls the work once, so many milliseconds from now, unless it is cancelled by what this gives. */
  after(milliseconds: number, work: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/**
 * Calls the work every so many milliseconds, as often as that fits into the time that has passed: a timer that comes
 * late is made up for, up to a bound.
 * @returns what ends it
 */
export function every(timers: Timers, milliseconds: number, work: () => void): () => void {
  let due = timers.now() + milliseconds;
  let cancel = timers.after(milliseconds, tick);
  let ended = false;

  function tick(): void {
    const now = timers.now();
    // What was missed longer ago is not made up for: nobody wants to hear it any more.
    due = Math.max(due, now - MOST_MISSED * milliseconds);
    while (!ended && due <= now) {
      due += milliseconds;
      work();
    }
    if (!ended) cancel = timers.after(Math.max(0, due - timers.now()), tick);
  }

  return () => {
    ended = true;
    cancel();
  };
}

const MOST_MISSED = 5;
