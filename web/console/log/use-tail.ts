/** New lines of the log as they come. While it is paused they are counted and kept, and no more than can be read. */
import { useEffect, useState } from 'react';
import type { LogLine, LogSkipped } from '../../../src/console/log/log-data.ts';
import { apiAddress, type QueryValues } from '../api-client.ts';

/** Lines that are kept; what is older is on the list. */
const MOST = 300;

export interface Tail {
  /** Newest first. */
  readonly lines: readonly LogLine[];
  /** Waiting, since it is paused. */
  readonly held: number;
  /** Lines that came too fast. */
  readonly skipped: number;
  readonly isCut: boolean;
}

interface TailState extends Omit<Tail, 'held'> {
  readonly waiting: readonly LogLine[];
  /** Those that waited and were let go of. */
  readonly overflow: number;
}

const NOTHING: TailState = { lines: [], waiting: [], overflow: 0, skipped: 0, isCut: false };

export function useTail(isOn: boolean, isPaused: boolean, filter: QueryValues): Tail {
  const [state, setState] = useState<TailState>(NOTHING);
  const address = apiAddress('log/tail', filter);
  useEffect(() => {
    setState(NOTHING);
    if (!isOn) return;
    const source = new EventSource(address);
    let arrived: LogLine[] = [];
    // Let go of before they were drawn: a tab in the background draws seldom.
    let undrawn = 0;
    let drawing = 0;
    // However fast they come, they are drawn once a frame.
    const take = () => {
      drawing = 0;
      const fresh = arrived.reverse();
      const gone = undrawn;
      arrived = [];
      undrawn = 0;
      setState((before) => {
        const waiting = [...fresh, ...before.waiting];
        return {
          ...before,
          waiting: waiting.slice(0, MOST),
          overflow: before.overflow + gone + Math.max(0, waiting.length - MOST),
        };
      });
    };
    source.addEventListener('entry', (event) => {
      arrived.push(JSON.parse(event.data));
      if (arrived.length > MOST * 4) undrawn += arrived.splice(0, MOST).length;
      drawing ||= window.setTimeout(take, 100);
    });
    source.addEventListener('skipped', (event) => {
      const { entries }: LogSkipped = JSON.parse(event.data);
      setState((before) => ({ ...before, skipped: before.skipped + entries }));
    });
    source.addEventListener('open', () => setState((before) => ({ ...before, isCut: false })));
    source.addEventListener('error', () => setState((before) => ({ ...before, isCut: true })));
    return () => {
      window.clearTimeout(drawing);
      source.close();
    };
  }, [isOn, address]);
  const isWaiting = state.waiting.length > 0;
  useEffect(() => {
    if (isPaused || !isWaiting) return;
    setState((before) => ({
      ...before,
      lines: [...before.waiting, ...before.lines].slice(0, MOST),
      waiting: [],
      overflow: 0,
    }));
  }, [isPaused, isWaiting]);
  const { lines, waiting, overflow, skipped, isCut } = state;
  return { lines, held: waiting.length + overflow, skipped, isCut };
}
