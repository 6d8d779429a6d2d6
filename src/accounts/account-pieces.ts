/** All accounts of a site with their profiles, some at a time, in the order of their webExIDs. */
import type { Database } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { AccountWithProfile, Active } from './account.ts';
import type { Profile } from './account-profile.ts';
import { ACCOUNT_COLUMNS, type AccountRow, accountOf } from './rows.ts';

/** Accounts of a piece: about 5 kB each. */
const AT_ONCE = 200;

interface Piece {
  readonly accounts: readonly AccountWithProfile[];
  /** The key of the last one, behind which the next piece begins. */
  readonly last: string;
}

/**
 * @param only those of that state alone
 * @param after the key behind which it begins
 */
export type AccountPieces = (site: Site, only?: Active, after?: string) => AsyncGenerator<Piece>;

export function openAccountPieces(database: Database): AccountPieces {
  const behind = database.prepare<
    { site: number; after: string },
    AccountRow & { webex_id_key: string; document: string }
  >((db, p) =>
    db
      .selectFrom('account')
      .select([...ACCOUNT_COLUMNS, 'webex_id_key', 'document'])
      .where('site', '=', p('site'))
      .where('webex_id_key', '>', p('after'))
      .orderBy('webex_id_key')
      .limit(AT_ONCE),
  );

  return async function* (site, only, after = '') {
    for (let last = after; ; ) {
      const rows = await behind.all({ site: site.id, after: last });
      const end = rows.at(-1);
      if (!end) return;
      last = end.webex_id_key;
      const accounts = rows
        .filter(({ active }) => only === undefined || active === only)
        .map((row) => ({ ...accountOf(row), profile: JSON.parse(row.document) as Profile }));
      yield { accounts, last };
    }
  };
}
