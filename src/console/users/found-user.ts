/** The account that an endpoint is about, and what is told of it. */
import { type Account, AccountNotFound, type AccountWithProfile } from '../../accounts/account.ts';
import { accountRole } from '../../accounts/account-role.ts';
import { maySeeSharedSecrets } from '../../policies/site.ts';
import { hasExpired, lockedOutUntil } from '../../sign-in/standing.ts';
import { managesItsUsers, type Site, signsInByPassword } from '../../sites/site.ts';
import type { ApiCall } from '../api/endpoint.ts';
import { accountValues, accountVersion } from './account-values.ts';
import type { AccountStanding, UserAnswer, UserLine } from './users-data.ts';

/** @throws AccountNotFound */
export async function foundUser(
  { context: { accounts }, site }: ApiCall,
  { userID }: { readonly userID: string },
): Promise<AccountWithProfile> {
  const account = /^\d{1,12}$/.test(userID) ? await accounts.findByUserId(site, Number(userID)) : undefined;
  if (!account) throw new AccountNotFound(userID.slice(0, 40));
  return accounts.withProfile(account);
}

export function userLine(account: Account, site: Site, now: number): UserLine {
  return {
    userID: account.userId,
    webExID: account.webExId,
    firstName: account.firstName,
    lastName: account.lastName,
    email: account.email,
    emailConfirmed: account.emailConfirmed,
    role: accountRole(account.privileges),
    standing: standingOf(account, site, now),
    registeredAt: account.registeredAt,
    expiresAt: account.expiresAt,
  };
}

function standingOf(account: Account, site: Site, now: number): AccountStanding {
  if (account.active === 'DEACTIVATED') return 'inactive';
  if (account.active === 'REQUEST_TO_ACTIVATE') return 'awaiting';
  if (account.locked || lockedOutUntil(account, site, now) !== undefined) return 'locked';
  return hasExpired(account, now) ? 'expired' : 'active';
}

export async function userAnswer(call: ApiCall, account: AccountWithProfile): Promise<UserAnswer> {
  const { site, context } = call;
  const now = context.clock.now();
  const devices = await context.devices.list({ site, account });
  return {
    ...userLine(account, site, now),
    version: accountVersion(account),
    values: accountValues(account, maySeeSharedSecrets(call.account)),
    isManaged: managesItsUsers(site),
    isOwn: account.id === call.account.id,
    lockedUntil: lockedOutUntil(account, site, now) ?? null,
    hasPassword: account.passwordHash !== null,
    usesPasswords: signsInByPassword(site),
    visitCount: account.visitCount,
    devices: devices.map(({ browser, system, address, signedInAt, lastSeenAt }) => ({
      browser: browser ?? null,
      system: system ?? null,
      address: address ?? null,
      signedInAt,
      lastSeenAt,
    })),
  };
}
