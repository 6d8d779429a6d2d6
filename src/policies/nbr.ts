/** Who may use the NBR services: whoever holds a ticket of theirs reads and deletes the recordings of the whole site. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { checkBringsRecordings } from './kept-recording.ts';
import { checkAdministers, mayAdminister } from './site.ts';

/** @throws AccessDenied for everybody but site administrators: clients name an administrator there */
export function checkUsesNbr(account: Account): void {
  checkAdministers(account);
}

/**
 * Who brings a recording for whom: hosts for themselves, administrators for every host.
 * @param host whose it is to be; nothing where there is no such account
 * @throws AccessDenied
 */
export function checkBringsFor(caller: Account, host: Account | undefined): void {
  if (!mayAdminister(caller) && caller.id !== host?.id) {
    throw new AccessDenied('only an administrator may bring recordings for somebody else');
  }
  if (host) checkBringsRecordings(host);
}
