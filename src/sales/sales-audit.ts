/** Customers and opportunities are their seller's; what an administrator does to those of another is written down. */
import type { Account } from '../accounts/account.ts';
import { type Act, isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';

export function openSalesAudit(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  return async (tx: Executor, owner: Account, act: Omit<Act, 'site'>): Promise<void> => {
    if (isAnothers(owner.id)) await recordAudit(tx, { site: { id: owner.site }, ...act });
  };
}
