/** A new password: held against the rules of the site and the earlier ones, then hashed. */
import { type Account, type AccountWithProfile, PasswordNotAccepted } from '../accounts/account.ts';
import type { AccountChange, Accounts } from '../accounts/accounts.ts';
import { checkNewPassword, type PasswordOwner } from '../accounts/password-rules.ts';
import { accountPasswordCriteria, type Site } from '../sites/site.ts';
import type { Passwords } from './passwords.ts';

export interface PasswordKeepers {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
}

/**
 * The hash of a password that the account may take. Hashing is slow: call this before the transaction.
 * @param owner who the account will be, if that changes at the same time
 * @throws PasswordNotAccepted when the password breaks a rule of the site
 */
export async function newPasswordHash(
  { accounts, passwords }: PasswordKeepers,
  site: Site,
  account: Account,
  password: string,
  owner: PasswordOwner = account,
): Promise<string> {
  checkNewPassword(password, site, owner);
  const reused = accountPasswordCriteria(site).disallowReused;
  if (reused > 0) {
    for (const former of formerPasswordsOf(await accounts.withProfile(account), site)) {
      if (await passwords.isFormer(former, password, site)) {
        throw new PasswordNotAccepted(`must differ from the last ${reused} passwords`);
      }
    }
  }
  return passwords.hash(password, site);
}

/** The earlier passwords once the current one is replaced: as many as the site's rule asks for. */
export function formerPasswordsOf({ passwordHash, profile }: AccountWithProfile, site: Site): string[] {
  const former = passwordHash === null ? [] : [passwordHash];
  return [...former, ...profile.formerPasswords].slice(0, accountPasswordCriteria(site).disallowReused);
}

const HOUR = 60 * 60_000;

/**
 * @throws PasswordNotAccepted when account holders change their password less often than that on this site; one that
 *   must be changed may be changed
 */
export function checkChangeInterval(current: AccountWithProfile, site: Site, now: number): void {
  const { passwordChangeIntervalOpt, passwordChangeInterval } = site.settings.security;
  const { forceChangePassword, resetPassword } = current.profile.security;
  if (!passwordChangeIntervalOpt || forceChangePassword || resetPassword) return;
  if (now < current.passwordChangedAt + passwordChangeInterval * HOUR) {
    throw new PasswordNotAccepted(`may be changed once in ${passwordChangeInterval} hours`);
  }
}

/** What the account is from then on: its password need not be changed again, and the old one is kept in mind. */
export function withNewPassword(
  current: AccountWithProfile,
  passwordHash: string,
  site: Site,
): AccountChange {
  return {
    passwordHash,
    profile: {
      security: { forceChangePassword: false, resetPassword: false },
      formerPasswords: formerPasswordsOf(current, site),
    },
  };
}
