/** Whose address book or settings a request is about: the caller's, or those of a host whom it names. */
import type { Account } from '../../accounts/account.ts';
import { siteAdmin, siteReader } from '../access.ts';
import type { AccountCall } from '../operation.ts';

/**
 * @param to reading is for administrators who may only read, too
 * @throws AccessDenied when the caller may not, whether the host exists or not: nobody else learns which ones do
 * @throws AccountNotFound when an administrator names no account
 */
export async function whose(
  call: AccountCall,
  hostWebExID: string | undefined,
  to: 'read' | 'change',
): Promise<Account> {
  const { account, site } = call;
  const { accounts } = call.app;
  if (hostWebExID === undefined || hostWebExID.toLowerCase() === account.webExId.toLowerCase())
    return account;
  (to === 'read' ? siteReader : siteAdmin).allows(call);
  return accounts.required(site, hostWebExID);
}
