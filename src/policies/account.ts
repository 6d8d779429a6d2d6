/** Whose account somebody may read and change. */
import { type Account, type AccountWithProfile, isHost } from '../accounts/account.ts';
import type { AccountChange } from '../accounts/accounts.ts';
import { AccessDenied } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { checkAdministers, checkReadsSite, mayAdminister } from './site.ts';

/** @throws AccessDenied unless it is the caller's own account or the caller administers the site. */
export function checkChangesAccount(caller: Account, target: Pick<Account, 'id'>): void {
  if (caller.id !== target.id) checkAdministers(caller);
}

/** @throws AccessDenied unless it is the caller's own account or the caller may read the site. */
export function checkReadsAccount(caller: Account, target: Pick<Account, 'id'>): void {
  if (caller.id !== target.id) checkReadsSite(caller);
}

/** Whose word is enough for the e-mail address of an account: everybody else's is confirmed by mail. */
export function vouchesForAddresses(caller: Account): boolean {
  return mayAdminister(caller);
}

/** Whether somebody changes what they are called themselves. */
export function mayRename(caller: Account, { settings }: Pick<Site, 'settings'>): boolean {
  return settings.security.changeUserName || mayAdminister(caller);
}

/** Whether somebody chooses the address of their personal room. */
export function mayMoveRoom(caller: Account, { settings }: Pick<Site, 'settings'>): boolean {
  return settings.security.changePersonalURL || mayAdminister(caller);
}

/** @throws AccessDenied unless another administrator does it: nobody shuts themselves out. */
export function checkActivates(caller: Account, target: Pick<Account, 'id'>): void {
  checkAdministers(caller);
  if (caller.id === target.id) throw new AccessDenied('nobody does this to themselves');
}

/**
 * @throws AccessDenied when administrators would shut themselves out: a site could be left with nobody who lets them in
 *   again
 */
export function checkKeepsOwnStanding(
  caller: Pick<Account, 'id'>,
  target: Pick<Account, 'id'>,
  { active, locked, expiresAt, profile }: AccountChange,
  now: number,
): void {
  if (caller.id !== target.id) return;
  const isShutOut = (active !== undefined && active !== 'ACTIVATED') || locked === true;
  const hasEnded = typeof expiresAt === 'number' && expiresAt <= now;
  if (isShutOut || hasEnded) throw new AccessDenied('nobody can deactivate, lock or expire themselves');
  if (profile?.privileges?.siteAdmin === false) {
    throw new AccessDenied('nobody can take the right to administer from themselves');
  }
}

/** Whoever asks about people. @property isAdmin they read the site, and ask as those who do */
export interface AskerOfPeople {
  readonly account: Account;
  readonly isAdmin: boolean;
}

/** Who finds people of the site by name: whoever invites them, and those who read the site. */
export function maySearchPeople({ account, isAdmin }: AskerOfPeople): boolean {
  return isAdmin || isHost(account);
}

/** Whether somebody reads all that is kept of a person. */
export function mayReadPerson({ account, isAdmin }: AskerOfPeople, person: Pick<Account, 'id'>): boolean {
  return isAdmin || account.id === person.id;
}

/** Others are shown the e-mail address of those alone who let it be seen. */
export function maySeeAddressOf(asker: AskerOfPeople, person: AccountWithProfile): boolean {
  return mayReadPerson(asker, person) || person.profile.options.emailVisible;
}
