/** Who sees whose contacts. */
import { type Account, isHost } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { mayReadSite } from './site.ts';

/** @throws AccessDenied for those who only attend. */
export function checkSeesAddressBook(caller: Account): void {
  if (!isHost(caller) && !mayReadSite(caller)) {
    throw new AccessDenied("only hosts see the company's address book");
  }
}
