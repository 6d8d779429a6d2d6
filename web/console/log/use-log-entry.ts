/** An entry of the log. It is written a moment after the answer has left: whoever looks for it at once asks again. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LogEntry } from '../../../src/console/log/log-data.ts';
import { ApiProblem } from '../api-problem.ts';
import { useCall } from '../use-call.ts';

const TRIES = 6;
/** Milliseconds between them. */
const PAUSE = 400;

export interface SoughtEntry {
  readonly call: UseQueryResult<LogEntry, Error>;
  /** It is not there yet, and may come. */
  readonly isAwaited: boolean;
}

/** @param entry its number, or the request's */
export function useLogEntry(entry: string): SoughtEntry {
  const [tries, setTries] = useState(0);
  const call = useCall<LogEntry>(`log/${entry}`);
  const { error, refetch } = call;
  const isMissing = error instanceof ApiProblem && error.status === 404;
  // What has a number is in the log, or will never be again.
  const isAwaited = isMissing && !/^\d+$/.test(entry) && tries < TRIES;
  useEffect(() => {
    if (!isAwaited) return;
    const later = setTimeout(() => {
      setTries(tries + 1);
      void refetch();
    }, PAUSE);
    return () => clearTimeout(later);
  }, [isAwaited, tries, refetch]);
  return { call, isAwaited };
}
