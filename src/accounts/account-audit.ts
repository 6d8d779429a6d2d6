/** What the audit tells of an account: what administrators say of it, and not what Parlance counts. */
import type { Account } from './account.ts';
import type { AccountEvent } from './account-events.ts';

type Act =
  | AccountEvent['kind']
  | 'account.locked'
  | 'account.unlocked'
  | 'account.passwordChanged'
  | 'account.signedOut';

/** What a change of an account comes to, in the word that people look for. */
export function actOf(kind: AccountEvent['kind'], before: Account, after: Account): Act {
  if (kind !== 'account.changed') return kind;
  if (before.locked !== after.locked) return after.locked ? 'account.locked' : 'account.unlocked';
  if (before.passwordHash !== after.passwordHash) return 'account.passwordChanged';
  return before.credentialVersion === after.credentialVersion ? kind : 'account.signedOut';
}

/** Beside the profile. */
export function accountFacts(account: Account): object {
  const {
    webExId,
    email,
    emailConfirmed,
    firstName,
    lastName,
    active,
    expiresAt,
    personalUrl,
    timeZoneID,
    categoryId,
    locked,
    failedSignIns,
    passwordHash,
  } = account;
  return {
    webExId,
    email,
    emailConfirmed,
    firstName,
    lastName,
    active,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    personalUrl,
    timeZoneID,
    categoryId,
    locked,
    failedSignIns,
    // Never itself: that it is another one is all that an entry says.
    password: passwordHash ?? '',
  };
}
