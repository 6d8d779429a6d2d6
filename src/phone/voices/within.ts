/** Waits for what another's library does, which may never end. */

interface Bounds {
  readonly milliseconds: number;
  /** What it is, for the reason: `connecting`. */
  readonly what: string;
  /** Nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** @throws Error that says what took too long; the reason of the signal; and whatever the work throws */
export async function within<T>({ milliseconds, what, signal }: Bounds, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  const timer = setTimeout(
    () => reject(new Error(`${what} has taken ${milliseconds / 1000} s`)),
    milliseconds,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}
