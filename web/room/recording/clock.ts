/**
 * Calls back at a steady rate, also while the page is in the background.
 * @param every milliseconds
 * @returns what ends it
 */
export function everySoOften(every: number, tick: () => void): () => void {
  try {
    const worker = new Worker(new URL('./clock.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = tick;
    worker.postMessage(every);
    return () => worker.terminate();
  } catch {
    // A browser without workers slows it down in the background.
    const timer = setInterval(tick, every);
    return () => clearInterval(timer);
  }
}
