/** What the owners of the installation may: on every site what its administrators may. */
import { type Account, PRIVILEGE_BITS } from '../accounts/account.ts';

/**
 * An owner as they stand on a site that they work on, their own or another: its administrator, whatever they are at home.
 * The account is the same in everything else, so that what they do bears their name.
 */
export function asOwner(account: Account): Account {
  const { siteAdmin, roSiteAdmin } = PRIVILEGE_BITS;
  return { ...account, privileges: (account.privileges | siteAdmin) & ~roSiteAdmin };
}
