/** A site: one tenant of the installation, with its type, its switches and its limits. */
import { Refusal } from '../refusal.ts';
import type { SiteSettings } from './settings/index.ts';

export { DEFAULT_SITE_SETTINGS, type SiteSettings } from './settings/index.ts';

/** 1 CI (Common Identity), 2 SSO, 3 Train Non-SSO, 4 W11 SSO, 5 Non-SSO (release notes 9.0.0, GetSiteType). */
export type SiteType = 1 | 2 | 3 | 4 | 5;

export type SiteStatus = 'ACTIVE' | 'CLOSED';

export type GsbStatus = 'PRIMARY' | 'BACKUP';

/** What a new password of an account must be like. Zero and false ask for nothing. */
export type PasswordCriteria = SiteSettings['accountPasswordCriteria'];

export const NO_PASSWORD_CRITERIA: PasswordCriteria = {
  minLength: 0,
  mixedCase: false,
  minAlpha: 0,
  minNumeric: 0,
  minSpecial: 0,
  disallow3XRepeatedChar: false,
  disallowWebTextDynamically: false,
  disallowList: [],
  disallowReused: 0,
};

/** The criteria that hold: none when the site is not strict. */
export function accountPasswordCriteria({ settings }: Pick<Site, 'settings'>): PasswordCriteria {
  return settings.security.strictUserPassword ? settings.accountPasswordCriteria : NO_PASSWORD_CRITERIA;
}

export interface Site {
  /** The row's number; never shown. */
  readonly id: number;
  readonly siteID: number;
  readonly siteName: string;
  readonly type: SiteType;
  readonly status: SiteStatus;
  /** Raised by a new security policy: every session ticket of before is dead. */
  readonly securityVersion: number;
  /** Raised by every change. */
  readonly version: number;
  readonly settings: SiteSettings;
}

/** Users of a CI site live in the common identity service: they are not managed here. */
export function managesItsUsers(site: Site): boolean {
  return site.type !== 1;
}

/** Whether people of the site sign in by a password that we know. */
export function signsInByPassword({ type }: Pick<Site, 'type'>): boolean {
  return type === 3 || type === 5;
}

export class SiteNotFound extends Refusal {
  constructor(name: string) {
    super(`there is no site ${name}`);
  }
}

export class SiteClosed extends Refusal {
  constructor(name: string) {
    super(`the site ${name} is closed`);
  }
}

export class SiteNameTaken extends Refusal {
  constructor(name: string) {
    super(`there is a site ${name} already`);
  }
}
