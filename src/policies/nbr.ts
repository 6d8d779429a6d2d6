/** Who may use the NBR services: whoever holds a ticket of theirs reads and deletes the recordings of the whole site. */
import type { Account } from '../accounts/account.ts';
import { checkAdministers } from './site.ts';

/** @throws AccessDenied for everybody but site administrators: clients name an administrator there */
export function checkUsesNbr(account: Account): void {
  checkAdministers(account);
}
