/** Whose history somebody is told. */
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { HistorySearch } from '../history/history-search.ts';
import type { Site } from '../sites/site.ts';
import { mayReadSite } from './site.ts';

/**
 * An administrator is told of the whole site, or of one host whom they name; everybody else of the sessions that they
 * held themselves, whomever they name. Nothing comes back when the host whom an administrator names does not exist.
 */
export async function historyFor(
  accounts: Accounts,
  site: Site,
  caller: Account,
  hostWebExID: string | undefined,
): Promise<Pick<HistorySearch, 'host'> | undefined> {
  if (!mayReadSite(caller)) return { host: caller.id };
  if (hostWebExID === undefined) return {};
  const host = await accounts.find(site, hostWebExID);
  return host && { host: host.id };
}

/** The same of what is told before it is complete: of the sessions that they held themselves, administrators too. */
export async function preliminaryHistoryFor(
  accounts: Accounts,
  site: Site,
  caller: Account,
  hostWebExID: string | undefined,
): Promise<Pick<HistorySearch, 'host'> | undefined> {
  return hostWebExID === undefined ? { host: caller.id } : historyFor(accounts, site, caller, hostWebExID);
}
