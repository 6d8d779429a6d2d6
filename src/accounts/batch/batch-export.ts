/** The users of a site as a file, which the import reads again. */
import type { Site } from '../../sites/site.ts';
import type { AccountWithProfile, Active } from '../account.ts';
import type { AccountList } from '../account-list.ts';
import type { Accounts } from '../accounts.ts';
import { BATCH_COLUMNS } from './batch-columns.ts';
import { type BatchForm, writtenRows } from './batch-file.ts';

/** Users of a page. */
const AT_ONCE = 200;

/** @param active those of that state alone */
export async function* exportBatch(
  { accounts, accountList }: { readonly accounts: Accounts; readonly accountList: AccountList },
  site: Site,
  form: BatchForm,
  active?: Active,
): AsyncGenerator<Buffer> {
  yield writtenRows(form, [BATCH_COLUMNS.map(({ heading }) => heading)], true);
  for (let startFrom = 1; ; startFrom += AT_ONCE) {
    const page = await accountList.search(
      site,
      { active, method: 'AND' },
      { startFrom, maximumNum: AT_ONCE, order: [{ by: 'UID', descending: false }] },
    );
    const rows: string[][] = [];
    for (const account of page.accounts) rows.push(rowOf(await accounts.withProfile(account)));
    if (rows.length > 0) yield writtenRows(form, rows, false);
    if (rows.length < AT_ONCE) return;
  }
}

function rowOf(account: AccountWithProfile): string[] {
  return BATCH_COLUMNS.map((column) => column.write(account));
}
