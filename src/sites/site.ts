/** A site: one tenant of the installation, with its type, its switches and its limits. */
import { Refusal } from '../refusal.ts';

/** 1 CI (Common Identity), 2 SSO, 3 Train Non-SSO, 4 W11 SSO, 5 Non-SSO (release notes 9.0.0, GetSiteType). */
export type SiteType = 1 | 2 | 3 | 4 | 5;

export type SiteStatus = 'ACTIVE' | 'CLOSED';

export type GsbStatus = 'PRIMARY' | 'BACKUP';

/** What a new password of an account must be like. Zero and false ask for nothing. */
export interface PasswordCriteria {
  readonly minLength: number;
  readonly mixedCase: boolean;
  readonly minNumeric: number;
  readonly minAlpha: number;
  readonly minSpecial: number;
  /** No character three times in a row or more. */
  readonly disallow3XRepeatedChar: boolean;
  /** Neither the site's name nor a name, e-mail or webExID of the account. */
  readonly disallowWebTextDynamically: boolean;
  /** Words that may not stand in it, in any case. */
  readonly disallowList: readonly string[];
  /** How many of the last passwords may not come back. */
  readonly disallowReused: number;
}

export interface SiteSettings {
  readonly timeZoneID: number;
  readonly languageID: number;
  readonly locale: string;
  readonly accountPasswordCriteria: PasswordCriteria;
  /** This many wrong passwords within `lockoutMinutes` lock an account for as long. */
  readonly lockoutTries: number;
  readonly lockoutMinutes: number;
  /** Days until a password must be changed; 0 is never. */
  readonly passwordLifeDays: number;
  /** Seconds a session ticket lives. */
  readonly sessionTicketSeconds: number;
  /** How many hosts may be activated; 0 is any number. */
  readonly hostLimit: number;
  /** Whether hosts have personal rooms, and room systems can call in (isEnablePMR, isEnableCET). */
  readonly personalRooms: boolean;
  readonly collaborationRooms: boolean;
  readonly supportedServices: {
    readonly meetingCenter: boolean;
    readonly trainingCenter: boolean;
    readonly supportCenter: boolean;
    readonly eventCenter: boolean;
    readonly salesCenter: boolean;
  };
  /** The session types that a new host is given. */
  readonly meetingTypes: readonly number[];
  /** PRIMARY, or BACKUP while the site runs on its backup system. */
  readonly gsbStatus: GsbStatus;
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

export const DEFAULT_SITE_SETTINGS: SiteSettings = {
  timeZoneID: 4,
  languageID: 1,
  locale: 'U.S.',
  accountPasswordCriteria: {
    minLength: 4,
    mixedCase: false,
    minNumeric: 0,
    minAlpha: 0,
    minSpecial: 0,
    disallow3XRepeatedChar: false,
    disallowWebTextDynamically: false,
    disallowList: [],
    disallowReused: 0,
  },
  lockoutTries: 10,
  lockoutMinutes: 15,
  passwordLifeDays: 0,
  sessionTicketSeconds: 5400,
  hostLimit: 0,
  personalRooms: true,
  collaborationRooms: true,
  supportedServices: {
    meetingCenter: true,
    trainingCenter: true,
    supportCenter: true,
    eventCenter: true,
    salesCenter: true,
  },
  meetingTypes: [3, 9],
  gsbStatus: 'PRIMARY',
};

/** Users of a CI site live in the common identity service: they are not managed here. */
export function managesItsUsers(site: Site): boolean {
  return site.type !== 1;
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
