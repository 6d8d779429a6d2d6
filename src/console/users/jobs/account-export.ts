/** The users of a site as a file, written by a job. */
import type { Active } from '../../../accounts/account.ts';
import { exportedPieces } from '../../../accounts/batch/batch-export.ts';
import { ORIGINAL_FORM, USUAL_FORM } from '../../../accounts/batch/batch-file.ts';
import type { Context } from '../../../context.ts';
import type { JobDoer } from '../../../jobs/job-work.ts';

export const EXPORT_FORMS = ['csv', 'original'] as const;
export const EXPORT_STATES = ['all', 'active', 'inactive'] as const;

/** The file that it writes. */
export const EXPORTED = 'exported';

export interface ExportWish {
  readonly form: (typeof EXPORT_FORMS)[number];
  readonly only: (typeof EXPORT_STATES)[number];
}

/** How far it is: the account behind which it goes on. */
interface ExportOutcome {
  readonly last?: string;
}

const ACTIVE_OF: Readonly<Record<ExportWish['only'], Active | undefined>> = {
  all: undefined,
  active: 'ACTIVATED',
  inactive: 'DEACTIVATED',
};

export function accountExport({ sites, accountPieces, accountDirectory }: Context): JobDoer {
  return async (job, { signal, step }) => {
    const site = await sites.byId(job.site);
    if (!site) throw new Error(`the site of ${job.token} is gone`);
    const { form, only } = job.wish as unknown as ExportWish;
    const { last: begun } = job.outcome as ExportOutcome;
    const state = only === 'all' ? undefined : only;
    const total = await accountDirectory.count(site, { state });
    const pieces = exportedPieces(
      accountPieces,
      site,
      form === 'original' ? ORIGINAL_FORM : USUAL_FORM,
      ACTIVE_OF[only],
      begun,
    );
    let { done } = job;
    for await (const { bytes, rows, last } of pieces) {
      if (signal.aborted) return;
      done += rows;
      await step({ done, total, outcome: { last }, pieces: [{ file: EXPORTED, bytes }] });
    }
  };
}
