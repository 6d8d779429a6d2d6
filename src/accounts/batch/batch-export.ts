/** The users of a site as a file, which the import reads again. */
import type { Site } from '../../sites/site.ts';
import type { AccountWithProfile, Active } from '../account.ts';
import type { AccountPieces } from '../account-pieces.ts';
import { BATCH_COLUMNS } from './batch-columns.ts';
import { type BatchForm, writtenRows } from './batch-file.ts';

export interface ExportedPiece {
  readonly bytes: Buffer;
  /** Rows of it, the headings not counted. */
  readonly rows: number;
  /** Where to go on behind it: the key of its last account. */
  readonly last: string;
}

/**
 * @param only those of that state alone
 * @param after the account behind which it goes on; without it the headings come first
 */
export async function* exportedPieces(
  accountPieces: AccountPieces,
  site: Site,
  form: BatchForm,
  only?: Active,
  after?: string,
): AsyncGenerator<ExportedPiece> {
  const headings = BATCH_COLUMNS.map(({ heading }) => heading);
  if (after === undefined) yield { bytes: writtenRows(form, [headings], true), rows: 0, last: '' };
  for await (const { accounts, last } of accountPieces(site, only, after)) {
    const rows = accounts.map(rowOf);
    yield { bytes: writtenRows(form, rows, false), rows: rows.length, last };
  }
}

/** The whole file, a piece at a time. */
export async function* exportBatch(
  accountPieces: AccountPieces,
  site: Site,
  form: BatchForm,
  only?: Active,
): AsyncGenerator<Buffer> {
  for await (const { bytes } of exportedPieces(accountPieces, site, form, only)) yield bytes;
}

function rowOf(account: AccountWithProfile): string[] {
  return BATCH_COLUMNS.map((column) => column.write(account));
}
