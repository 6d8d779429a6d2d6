/** Begins the long work with users' files. */
import { checkManagesItsUsers } from '../../policies/site.ts';
import { flag, object, oneOf, optional } from '../api/call-shape.ts';
import { administers } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { CallRefused } from '../api/problems.ts';
import { foundJob, jobAnswer } from './job-answer.ts';
import { EXPORT_FORMS, EXPORT_STATES, type ExportWish } from './jobs/account-export.ts';
import type { ImportWish } from './jobs/account-import.ts';

/** Bytes of a file of users: about 300,000 of them. */
const LARGEST = 64 * 1024 * 1024;

export const importUsers = endpoint({
  method: 'POST',
  path: 'users/import',
  summary:
    'Takes a file of users, as CSV or tab-delimited Unicode, and begins a job that makes and changes them. `isDryRun` ' +
    'says of each row what would be done, and does nothing. Not on CI sites.',
  may: administers,
  query: { isDryRun: optional(flag()), sendsWelcome: optional(flag()) },
  upload: true,
  bodyLimit: LARGEST,
  async run({ site, context: { jobs } }, { query, file }) {
    checkManagesItsUsers(site);
    const { isDryRun = false, sendsWelcome = false } = query;
    const wish: ImportWish = { fileName: file.fileName.slice(0, 200), isDryRun, sendsWelcome };
    const act = { act: 'account.imported', name: wish.fileName || 'file', after: { sendsWelcome } } as const;
    const job = await jobs.begin(site, {
      kind: 'accounts.import',
      wish: { ...wish },
      input: { bytes: file.bytes, most: LARGEST },
      ...(!isDryRun && { act }),
    });
    return jobAnswer(job);
  },
});

export const importTriedUsers = endpoint({
  method: 'POST',
  path: 'jobs/:job/import',
  summary: 'Does what a dry run has tried, with the same file.',
  may: administers,
  body: object({ sendsWelcome: optional(flag()) }),
  async run(call, { params, body: { sendsWelcome = false } }) {
    const { site, context } = call;
    checkManagesItsUsers(site);
    const tried = await foundJob(call, params.job);
    if (tried.kind !== 'accounts.import' || tried.state !== 'DONE' || tried.wish.isDryRun !== true) {
      throw new CallRefused(409, 'NotTried', 'this is no dry run that has ended');
    }
    const fileName = String(tried.wish.fileName);
    const wish: ImportWish = { fileName, isDryRun: false, sendsWelcome };
    const job = await context.jobs.begin(site, {
      kind: 'accounts.import',
      wish: { ...wish },
      inputOf: tried,
      act: { act: 'account.imported', name: fileName || 'file', after: { sendsWelcome } },
    });
    return jobAnswer(job);
  },
});

export const exportUsers = endpoint({
  method: 'POST',
  path: 'users/export',
  summary:
    "Begins a job that writes the users into a file: CSV in UTF-8, or the original's tab-delimited UTF-16LE. The import " +
    'reads both.',
  may: administers,
  body: object({ form: oneOf(EXPORT_FORMS), only: oneOf(EXPORT_STATES) }),
  async run({ site, context: { jobs } }, { body }) {
    const wish: ExportWish = body;
    const job = await jobs.begin(site, {
      kind: 'accounts.export',
      wish: { ...wish },
      act: { act: 'account.exported', name: body.only, after: { form: body.form } },
    });
    return jobAnswer(job);
  },
});
