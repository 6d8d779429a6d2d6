/** Who sees which queues of requests for support. */
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Site } from '../sites/site.ts';
import { checkReadsSite, mayReadSite } from './site.ts';

/**
 * Whose queues are listed; nobody's are those of the whole site, for administrators.
 * @throws AccessDenied for others who name another account, whether it exists or not.
 * @throws AccountNotFound when an administrator names no account.
 */
export async function queuesOf(
  accounts: Accounts,
  site: Site,
  caller: Account,
  webExId: string | undefined,
): Promise<Account | undefined> {
  if (webExId === undefined) return mayReadSite(caller) ? undefined : caller;
  if (webExId.toLowerCase() === caller.webExId.toLowerCase()) return caller;
  checkReadsSite(caller);
  return accounts.required(site, webExId);
}
