/** The person that an address of the interface names. */
import { type Account, AccountNotFound, type AccountWithProfile } from '../../accounts/account.ts';
import { mayReadPerson } from '../../policies/account.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';

/** The account of that id on the site; nothing for one of elsewhere. */
export async function accountOfId({ app, ids, site }: RestCall, id: string): Promise<Account | undefined> {
  const number = ids.numberOfSpark('person', site.id, id);
  const account = number === undefined ? undefined : await app.accounts.findById(number);
  return account?.site === site.id ? account : undefined;
}

/** @throws AccountNotFound when the site has nobody of that id */
export async function personOfId(call: RestCall, id: string): Promise<AccountWithProfile> {
  const account = await accountOfId(call, id);
  if (!account) throw new AccountNotFound(id.slice(0, 100));
  return call.app.accounts.withProfile(account);
}

/**
 * The user that administrators name by id or address; the id counts where both are given.
 * @throws InvalidItem when neither is given, AccountNotFound when there is nobody
 */
export async function userAsked(
  call: RestCall,
  { personId, email }: { readonly personId?: string | undefined; readonly email?: string | undefined },
): Promise<AccountWithProfile> {
  if (personId !== undefined) return personOfId(call, personId);
  if (email === undefined) throw new InvalidItem("'personId' or 'email' is required.", 'personId');
  const account = await call.app.accounts.findByEmail(call.site, email);
  if (!account) throw new AccountNotFound(email);
  return call.app.accounts.withProfile(account);
}

/** Whether the caller is told that there is such a person: deactivated accounts are for those who read the site. */
export function mayKnowPerson(call: RestCall, person: Account): boolean {
  return person.active === 'ACTIVATED' || mayReadPerson(call, person);
}
