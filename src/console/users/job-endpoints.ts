/** Looks at long work, stops it, and gives out what came of it. */
import { writtenRows } from '../../accounts/batch/batch-file.ts';
import type { Context } from '../../context.ts';
import { hasEnded, type Job } from '../../jobs/job.ts';
import { NoRecordFound } from '../../refusal.ts';
import { oneOf, optional, whole } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import { foundJob, jobAnswer } from './job-answer.ts';
import { EXPORTED } from './jobs/account-export.ts';
import {
  type ImportOutcome,
  importOutcome,
  REFUSED,
  refusedRows,
  VERDICTS,
  verdictRows,
} from './jobs/account-import.ts';
import type { JobRowsAnswer, JobsAnswer } from './users-data.ts';

export const listJobs = endpoint({
  method: 'GET',
  path: 'jobs',
  summary: 'Lists the long work of the site, the newest first. Results are kept for a week.',
  may: readsSite,
  async run({ site, context: { jobs } }): Promise<JobsAnswer> {
    return { jobs: (await jobs.list(site)).map(jobAnswer) };
  },
});

export const readJob = endpoint({
  method: 'GET',
  path: 'jobs/:job',
  summary: 'Tells how far a job is.',
  may: readsSite,
  async run(call, { params }) {
    return jobAnswer(await foundJob(call, params.job));
  },
});

export const followJob = endpoint({
  method: 'GET',
  path: 'jobs/:job/progress',
  summary: 'Tells how far a job is, at each step that is on disk (events `job`), until it has ended.',
  may: readsSite,
  stream: true,
  async run(call, { params }, open) {
    const { site, context } = call;
    const { token } = await foundJob(call, params.job);
    const stream = open();
    let told = '';
    const tell = async () => {
      const job = await context.jobs.find(site, token);
      if (!job) return stream.close();
      const answer = JSON.stringify(jobAnswer(job));
      if (answer === told) return;
      told = answer;
      stream.send('job', jobAnswer(job));
      if (hasEnded(job)) stream.close();
    };
    const wake = () => void tell().catch(() => stream.close());
    stream.onClose(context.jobs.watch(token, wake));
    stream.onHeartbeat(wake);
    wake();
  },
});

export const abortJob = endpoint({
  method: 'POST',
  path: 'jobs/:job/abort',
  summary: 'Stops a job. What it has done stays done.',
  may: administers,
  async run(call, { params }) {
    const { token } = await foundJob(call, params.job);
    if (!(await call.context.jobs.abort(call.site, token))) {
      throw new CallRefused(409, 'JobEnded', 'the job has ended already');
    }
    return jobAnswer(await foundJob(call, token));
  },
});

export const listJobRows = endpoint({
  method: 'GET',
  path: 'jobs/:job/rows',
  summary: 'Tells the verdict of each row of an import, up to 200 at once; `piece` is what `next` has said.',
  may: readsSite,
  query: { of: optional(oneOf(['all', 'refused'])), piece: optional(whole({ max: 1_000_000 })) },
  async run(call, { params, query: { of = 'all', piece = 0 } }): Promise<JobRowsAnswer> {
    const job = await foundJob(call, params.job);
    const { pieces = 0, refusedPieces = 0 } = importOutcome(job);
    const file = of === 'all' ? VERDICTS : REFUSED;
    const bytes = await call.context.jobs.piece(job, file, piece);
    const rows = bytes ? verdictRows(bytes) : [];
    const count = of === 'all' ? pieces : refusedPieces;
    return {
      rows: rows.map(({ line, verdict, comment, webExID, name }) => ({
        line,
        verdict,
        comment,
        webExID,
        name,
      })),
      next: piece + 1 < count ? piece + 1 : null,
    };
  },
});

export const downloadJobFile = endpoint({
  method: 'GET',
  path: 'jobs/:job/file',
  summary:
    'Gives out what a job has written: the users that it exported, or the rows that an import refused, in the form of the ' +
    'file, with their reasons in a last column `Comments`.',
  may: administers,
  download: true,
  async run(call, { params }) {
    const { site, context } = call;
    const job = await foundJob(call, params.job);
    const day = new Date(job.createdAt).toISOString().slice(0, 10);
    if (job.kind === 'accounts.export') {
      if (job.state !== 'DONE') throw new NoRecordFound();
      const isOriginal = job.wish.form === 'original';
      return {
        fileName: `users-${site.siteName}-${day}.csv`,
        mediaType: isOriginal ? 'text/tab-separated-values; charset=utf-16le' : 'text/csv; charset=utf-8',
        content: context.jobs.file(job, EXPORTED),
      };
    }
    const { refusedPieces = 0, form, headings } = importOutcome(job);
    if (refusedPieces === 0 || !form || !headings) throw new NoRecordFound();
    return {
      fileName: `refused-${site.siteName}-${day}.csv`,
      mediaType:
        form.encoding === 'utf-8' ? 'text/csv; charset=utf-8' : `text/plain; charset=${form.encoding}`,
      content: refusedFile(context, job, { headings, form }),
    };
  },
});

/** In the form of the file that they came from. */
async function* refusedFile(
  { jobs }: Context,
  job: Job,
  { headings, form }: Required<Pick<ImportOutcome, 'headings' | 'form'>>,
): AsyncGenerator<Buffer> {
  const comments = headings.findIndex((heading) => /^comments$/i.test(heading));
  const without = (cells: readonly string[]) => cells.filter((_cell, at) => at !== comments);
  const shown = without(headings);
  yield writtenRows(form, [[...shown, 'Comments']], true);
  for await (const piece of jobs.file(job, REFUSED)) {
    const rows = refusedRows(piece).map(({ cells, comment }) => {
      const own = without(cells).slice(0, shown.length);
      return [...own, ...Array<string>(shown.length - own.length).fill(''), comment];
    });
    yield writtenRows(form, rows, false);
  }
}
