/** Writes the users of a site into a file: whole, or not at all. */
import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Active } from '../accounts/account.ts';
import { exportBatch } from '../accounts/batch/batch-export.ts';
import { ORIGINAL_FORM, USUAL_FORM } from '../accounts/batch/batch-file.ts';
import type { Context } from '../context.ts';
import { RuleBroken } from '../refusal.ts';
import type { Typed } from './command.ts';
import { namedBySomebody } from './file-of-somebody.ts';

/**
 * @param typed the file is meant from the folder in `input`
 * @throws RuleBroken when it is there already
 */
export async function exportFile(
  context: Context,
  { args: [siteName = '', file = ''], flags, input: folder }: Typed,
  say: (line: string) => void,
): Promise<void> {
  const site = await context.sites.required(siteName);
  const path = resolve(folder, file);
  const active = stateOf(flags.only);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new RuleBroken('file', `${path} is there already: name a new one`);
  const half = `${path}.half`;
  const form = flags.tabs === true ? ORIGINAL_FORM : USUAL_FORM;
  try {
    const pages = Readable.from(exportBatch(context.accountPieces, site, form, active));
    const file = createWriteStream(half, { flags: 'w', mode: 0o600, flush: true });
    await namedBySomebody(pipeline(pages, file));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  say(`written to ${path}`);
}

/** @throws RuleBroken */
function stateOf(only: unknown): Active | undefined {
  if (only === undefined) return undefined;
  if (only === 'active') return 'ACTIVATED';
  if (only === 'inactive') return 'DEACTIVATED';
  throw new RuleBroken('only', 'must be active or inactive');
}
