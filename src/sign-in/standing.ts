/** Whether an account may be used now, apart from who is asking. */
import type { Account } from '../accounts/account.ts';
import type { Site } from '../sites/site.ts';
import { AccountExpired, AccountInactive, AccountLocked } from './failures.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Beyond every count, and within the database's integers. */
const ANY_NUMBER = 2 ** 31 - 1;

/** This many wrong passwords lock an account. */
export function triesOf(site: Site): number {
  return site.settings.lockoutTries === 0 ? ANY_NUMBER : site.settings.lockoutTries;
}

/** Since when wrong passwords count; epoch milliseconds. */
export function lockoutWindowStart(site: Site, now: number): number {
  return now - site.settings.lockoutMinutes * MINUTE;
}

/** The instant at which a lockout by wrong passwords ends, if there is one now. */
export function lockedOutUntil(account: Account, site: Site, now: number): number | undefined {
  if (account.failedSignIns < triesOf(site)) return undefined;
  const until = account.failedSince + site.settings.lockoutMinutes * MINUTE;
  return until > now ? until : undefined;
}

/** @throws AccountLocked when the account is locked */
export function checkLock(account: Account, site: Site, now: number): void {
  if (account.locked || lockedOutUntil(account, site, now) !== undefined) throw new AccountLocked();
}

/**
 * @throws AccountInactive when the account is deactivated
 * @throws AccountExpired when the account's time is over
 */
export function checkActive(account: Account, now: number): void {
  if (account.active !== 'ACTIVATED') throw new AccountInactive();
  if (hasExpired(account, now)) throw new AccountExpired();
}

export function hasExpired(account: Account, now: number): boolean {
  return account.expiresAt !== null && account.expiresAt <= now;
}

/** The instant at which the password must have been changed, if the site asks for that. */
export function passwordExpiresAt(account: Account, site: Site): number | undefined {
  const days = site.settings.passwordLifeDays;
  return days > 0 && account.passwordHash !== null ? account.passwordChangedAt + days * DAY : undefined;
}

/** Whole days until then, the one that has begun included; never below 0. */
export function daysLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / DAY));
}
