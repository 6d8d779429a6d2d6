/** Creates and changes users by a file. */
import { open } from 'node:fs/promises';
import { parse, resolve } from 'node:path';
import { type BatchForm, readBatch, writtenRows } from '../accounts/batch/batch-file.ts';
import {
  type BatchOrder,
  type BatchResult,
  type BatchVerdict,
  importBatch,
} from '../accounts/batch/batch-import.ts';
import type { Context } from '../context.ts';
import { Refusal, RuleBroken } from '../refusal.ts';
import { batchPasswords } from '../sign-in/batch-passwords.ts';
import type { Typed } from './command.ts';
import { namedBySomebody } from './file-of-somebody.ts';

/** Some of the rows were not taken; which ones has been said. */
class RowsRefused extends Refusal {}

/** Rows between two lines that say how far it is. */
const PROGRESS_EVERY = 1_000;

/**
 * What is acknowledged row by row is on disk: a command that is broken off is given again, and finishes the rest.
 * @param typed the files are meant from the folder in `input`
 * @throws RowsRefused when all has been said and done that could be
 */
export async function importFile(
  context: Context,
  { args: [siteName = '', file = ''], flags, input: folder }: Typed,
  say: (line: string) => void,
): Promise<void> {
  const site = await context.sites.required(siteName);
  const path = resolve(folder, file);
  const source = await namedBySomebody(open(path));
  if (!(await source.stat()).isFile()) {
    await source.close();
    throw new RuleBroken('file', `${path} is no file: write what comes by a pipe into one first`);
  }
  const batch = await namedBySomebody(readBatch(source.createReadStream()));
  const isDryRun = flags.dryRun === true;
  const order: BatchOrder = { isDryRun, password: batchPasswords(context, site) };
  const errors = errorFile(errorPath(path, folder, flags.errors), batch.form, batch.headings);
  const counts: Record<BatchVerdict, number> = { created: 0, changed: 0, same: 0, refused: 0 };
  let rows = 0;
  try {
    for await (const result of importBatch(context.accounts, site, batch, order)) {
      counts[result.verdict]++;
      if (result.verdict === 'refused') await errors.add(result);
      if (result.verdict === 'refused' || isDryRun) say(lineOf(result));
      if (++rows % PROGRESS_EVERY === 0) say(`… ${rows} rows`);
    }
  } finally {
    await errors.close();
  }
  const { created, changed, same, refused } = counts;
  say(
    `${created} ${isDryRun ? 'would be ' : ''}created, ${changed} changed, ${same} as they were, ${refused} refused`,
  );
  if (refused === 0) return;
  say(`refused rows with their reasons: ${errors.path}`);
  throw new RowsRefused(`${refused} of ${rows} rows were refused`);
}

function lineOf({ line, verdict, comment }: BatchResult): string {
  return `line ${line}  ${verdict}${comment === '' ? '' : `  ${comment}`}`;
}

function errorPath(path: string, folder: string, errors: unknown): string {
  if (typeof errors === 'string') return resolve(folder, errors);
  const { dir, name, ext } = parse(path);
  return resolve(dir, `${name}.errors${ext}`);
}

/** Made with the first refused row; in the form of the file that they came from. */
function errorFile(path: string, form: BatchForm, headings: readonly string[]) {
  let file: Awaited<ReturnType<typeof open>> | undefined;
  const at = headings.findIndex((heading) => /^comments$/i.test(heading));
  const without = (cells: readonly string[]) =>
    at < 0 ? cells : cells.filter((_cell, place) => place !== at);
  return {
    path,
    async add({ cells, comment }: BatchResult): Promise<void> {
      const width = without(headings).length;
      const row = without(cells).slice(0, width);
      const padded = [...row, ...Array<string>(width - row.length).fill(''), comment];
      const isBeginning = file === undefined;
      file ??= await namedBySomebody(open(path, 'w', 0o600));
      const rows = isBeginning ? [[...without(headings), 'Comments'], padded] : [padded];
      await file.write(writtenRows(form, rows, isBeginning));
    },
    async close(): Promise<void> {
      await file?.close();
    },
  };
}
