/** Who keeps customers, opportunities and products, and for whom. */
import { type Account, isHost } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { AccessDenied } from '../refusal.ts';
import { hasService } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { checkAdministers, checkReadsSite, mayReadSite } from './site.ts';

/** @throws AccessDenied on a site without sales sessions, whoever asks. */
function checkHasSales(site: Site): void {
  if (!hasService(site, 'SalesCenter')) throw new AccessDenied('the site has no sales sessions');
}

/**
 * Whose customers and opportunities a request is about: those of the caller, who is a host, or of an account that an
 * administrator names.
 * @param to reading is for administrators who may only read, too
 * @throws AccessDenied when the caller may not, whether the account exists or not: nobody else learns which ones do.
 * @throws AccountNotFound when an administrator names no account.
 */
export async function salesOwner(
  accounts: Accounts,
  site: Site,
  caller: Account,
  { webExID, to }: { readonly webExID: string | undefined; readonly to: 'read' | 'change' },
): Promise<Account> {
  checkHasSales(site);
  if (webExID === undefined || webExID.toLowerCase() === caller.webExId.toLowerCase()) {
    if (!isHost(caller)) throw new AccessDenied('only hosts sell');
    return caller;
  }
  if (to === 'read') checkReadsSite(caller);
  else checkAdministers(caller);
  return accounts.required(site, webExID);
}

/** What a site sells is its administrators' to say. @throws AccessDenied for everybody else. */
export function checkSetsProducts(site: Site, caller: Account): void {
  checkHasSales(site);
  checkAdministers(caller);
}

/** @throws AccessDenied for those who neither host nor administer. */
export function checkSeesProducts(site: Site, caller: Account): void {
  checkHasSales(site);
  if (!isHost(caller) && !mayReadSite(caller)) throw new AccessDenied('only hosts sell');
}
