/** An account: a user of a site. The names are the interface's own (userType of the user service). */
import { Refusal } from '../refusal.ts';
import type { Privileges, Profile } from './account-profile.ts';

export const ACTIVE_STATES = ['ACTIVATED', 'REQUEST_TO_ACTIVATE', 'DEACTIVATED'] as const;
export type Active = (typeof ACTIVE_STATES)[number];

/** Who an account is, without its profile: what a request needs to know of its caller. */
export interface Account {
  /** The row's number; never shown. */
  readonly id: number;
  /** The row of its site. */
  readonly site: number;
  /** Nine digits, unique on the installation. */
  readonly userId: number;
  readonly webExId: string;
  readonly email: string;
  /** Whether the address counts for rights: what was invited under it is the account's. */
  readonly emailConfirmed: boolean;
  readonly firstName: string;
  readonly lastName: string;
  readonly active: Active;
  /** Bits of `PRIVILEGE_BITS`. */
  readonly privileges: number;
  readonly registeredAt: number;
  readonly expiresAt: number | null;
  readonly personalUrl: string;
  /** The personal room's key, nine digits. */
  readonly accessCode: string | null;
  readonly timeZoneID: number;
  readonly categoryId: number;
  readonly visitCount: number;
  /** Locked by an administrator. */
  readonly locked: boolean;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: number;
  /** Raised by everything that ends the tickets of before. */
  readonly credentialVersion: number;
  readonly failedSignIns: number;
  readonly failedSince: number;
  /** Raised by every change. */
  readonly version: number;
}

export interface AccountWithProfile extends Account {
  readonly profile: Profile;
}

/** The privileges that rights are decided by, as the bits of the `privileges` column. */
export const PRIVILEGE_BITS = { host: 1, siteAdmin: 2, roSiteAdmin: 4, attendeeOnly: 8 } as const;

export function privilegeBits(privileges: Privileges): number {
  let bits = 0;
  for (const [name, bit] of Object.entries(PRIVILEGE_BITS)) {
    if (privileges[name as keyof typeof PRIVILEGE_BITS]) bits |= bit;
  }
  return bits;
}

export function isSiteAdmin(account: Account): boolean {
  return (account.privileges & PRIVILEGE_BITS.siteAdmin) !== 0;
}

/** An administrator who may only read. */
export function isReadOnlyAdmin(account: Account): boolean {
  return (account.privileges & PRIVILEGE_BITS.roSiteAdmin) !== 0;
}

export function isHost(account: Pick<Account, 'privileges'>): boolean {
  return (account.privileges & PRIVILEGE_BITS.host) !== 0;
}

export class AccountNotFound extends Refusal {
  constructor(webExId: string) {
    super(`there is no account ${webExId}`);
  }
}

export class WebExIdTaken extends Refusal {
  constructor(webExId: string) {
    super(`the webExID ${webExId} is taken`);
  }
}

export class EmailTaken extends Refusal {
  constructor(email: string) {
    super(`the e-mail ${email} is taken`);
  }
}

export class PersonalUrlTaken extends Refusal {
  constructor(personalUrl: string) {
    super(`the personal URL ${personalUrl} is taken`);
  }
}

/** Users of a CI site are managed by its identity service. */
export class UserManagementNotAllowed extends Refusal {
  constructor() {
    super('users of a unified site are not managed here');
  }
}

export class HostLimitReached extends Refusal {
  constructor(limit: number) {
    super(`the site has ${limit} hosts already`);
  }
}

/** A new password that breaks a rule of the site. */
export class PasswordNotAccepted extends Refusal {
  readonly rule: string;
  constructor(rule: string) {
    super(`the password ${rule}`);
    this.rule = rule;
  }
}
