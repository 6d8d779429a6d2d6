/** Whose rights a token gives: those of its account, and of an administrator's role no more than the token says. */
import { type Account, PRIVILEGE_BITS } from '../accounts/account.ts';

/**
 * An account whose token has no administrator's scope: its owner like anybody else, so that what was granted for their
 * own meetings opens nobody else's.
 */
export function asOrdinaryUser(account: Account): Account {
  const { siteAdmin, roSiteAdmin } = PRIVILEGE_BITS;
  const bits = siteAdmin | roSiteAdmin;
  return (account.privileges & bits) === 0 ? account : { ...account, privileges: account.privileges & ~bits };
}
