/** What does the jobs of the console: loaded with the first of its kind. */
import type { Context } from '../../../context.ts';
import type { JobDoers } from '../../../jobs/job-work.ts';

export function jobDoers(context: Context): JobDoers {
  return {
    'accounts.import': async (job, hands) =>
      (await import('./account-import.ts')).accountImport(context)(job, hands),
    'accounts.export': async (job, hands) =>
      (await import('./account-export.ts')).accountExport(context)(job, hands),
  };
}
