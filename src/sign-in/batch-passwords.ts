/** The new passwords of a file of users: each is held against the rules of the site before it is hashed. */
import type { AccountWithProfile } from '../accounts/account.ts';
import type { BatchOrder } from '../accounts/batch/batch-import.ts';
import { checkAdministratorPassword, checkNewPassword } from '../accounts/password-rules.ts';
import type { Site } from '../sites/site.ts';
import { newPasswordHash, type PasswordKeepers, withNewPassword } from './new-password.ts';

export function batchPasswords(keepers: PasswordKeepers, site: Site): BatchOrder['password'] {
  return async (password, owner, account) => {
    if (owner.isAdmin) checkAdministratorPassword(password, site, owner);
    if (!account) {
      checkNewPassword(password, site, owner);
      const passwordHash = await keepers.passwords.hash(password, site);
      return () => ({ passwordHash });
    }
    const passwordHash = await newPasswordHash(keepers, site, account, password, owner);
    return (current: AccountWithProfile | undefined) =>
      withNewPassword(current ?? account, passwordHash, site);
  };
}
