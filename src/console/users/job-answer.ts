/** A job as the console tells it. */

import type { Job } from '../../jobs/job.ts';
import { NoRecordFound } from '../../refusal.ts';
import type { ApiCall } from '../api/endpoint.ts';
import type { ExportWish } from './jobs/account-export.ts';
import { type ImportWish, importOutcome } from './jobs/account-import.ts';
import type { JobAnswer } from './users-data.ts';

/** @throws NoRecordFound */
export async function foundJob({ site, context: { jobs } }: ApiCall, token: string): Promise<Job> {
  const job = await jobs.find(site, token);
  if (!job || job.state === 'RECEIVING') throw new NoRecordFound();
  return job;
}

export function jobAnswer(job: Job): JobAnswer {
  const { fileName, isDryRun, form, only } = job.wish as Partial<ImportWish & ExportWish>;
  const { counts, pieces, refusedPieces } = importOutcome(job);
  return {
    job: job.token,
    kind: job.kind,
    state: job.state,
    abortAsked: job.abortAsked,
    asker: job.wish.asker.name,
    createdAt: job.createdAt,
    endedAt: job.endedAt,
    keptUntil: job.keptUntil,
    done: job.done,
    total: job.total,
    fileName: fileName ?? null,
    isDryRun: isDryRun ?? false,
    counts: counts ?? null,
    pieces: pieces ?? 0,
    refusedPieces: refusedPieces ?? 0,
    form: form ?? null,
    only: only ?? null,
    problem: problemOf(job),
  };
}

function problemOf({ outcome: { problem } }: Job): JobAnswer['problem'] {
  if (typeof problem !== 'object' || problem === null) return null;
  const { reason, element, message } = problem as {
    readonly reason?: string;
    readonly element?: string;
    readonly message?: string;
  };
  return { reason: reason ?? 'Fault', element: element ?? null, message: message ?? null };
}
