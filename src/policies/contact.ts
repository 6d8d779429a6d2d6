/** Who sees whose contacts. */
import { type Account, isHost } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { mayReadSite } from './site.ts';

/** Hosts and administrators find whom they invite: their own contacts, and the accounts of the site. */
export function mayFindPeople(caller: Account): boolean {
  return isHost(caller) || mayReadSite(caller);
}

/** Who has an address book of their own. */
export function mayKeepContacts(account: Account): boolean {
  return isHost(account);
}

/** @throws AccessDenied for those who only attend. */
export function checkSeesAddressBook(caller: Account): void {
  if (!mayFindPeople(caller)) {
    throw new AccessDenied("only hosts see the company's address book");
  }
}
