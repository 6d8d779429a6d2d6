/** A job as it goes on: each step of it, as the server tells of them. */
import { useEffect, useState } from 'react';
import type { JobAnswer } from '../../../src/console/users/users-data.ts';
import { apiAddress } from '../api-client.ts';
import { useCall } from '../use-call.ts';

export function hasEnded({ state }: JobAnswer): boolean {
  return state === 'DONE' || state === 'FAILED' || state === 'ABORTED';
}

export function useJob(token: string) {
  const path = `jobs/${encodeURIComponent(token)}`;
  const call = useCall<JobAnswer>(path);
  const [told, setTold] = useState<JobAnswer>();
  const isOver = call.data !== undefined && hasEnded(call.data);
  useEffect(() => {
    if (isOver) return;
    const source = new EventSource(apiAddress(`${path}/progress`));
    source.addEventListener('job', ({ data }) => {
      const job = JSON.parse(String(data)) as JobAnswer;
      setTold(job);
      if (hasEnded(job)) source.close();
    });
    return () => source.close();
  }, [path, isOver]);
  const job = told?.job === token && call.data && !isOver ? told : call.data;
  return { call, job };
}
