/** What the area *Site* of the console is told. */
import type { SiteWords } from '../../mail/site-words.ts';
import type { MailKind } from '../../mail/texts.ts';
import type { SignOnTest } from '../../sign-in/sign-on-tests/sign-on-tests.ts';
import type { AccentTones } from '../../sites/brand/accent-tones.ts';
import type { SessionType } from '../../sites/session-types.ts';
import type { Affected, SettingSection } from '../../sites/settings/sections.ts';
import type { Kind, SettingShape, TextFormat } from '../../sites/settings/setting.ts';
import type { TrackingCode } from '../../sites/settings/tracking.ts';

export interface ShownSetting {
  readonly path: string;
  readonly title: string;
  readonly meaning: string;
  readonly section: SettingSection;
  readonly affects: readonly Affected[];
  readonly kind: Kind;
  readonly default: unknown;
  /** Nothing of a secret. */
  readonly value?: unknown;
  /** Of a secret alone: whether there is one. */
  readonly isSet?: boolean;
  /** Whoever looks may change it. */
  readonly isEditable: boolean;
  readonly owner?: boolean;
  readonly guided?: boolean;
  readonly storedOnly?: boolean;
  readonly secret?: boolean;
  readonly policy?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly maxEntries?: number;
  readonly longest?: number;
  readonly format?: TextFormat;
  readonly values?: readonly string[];
  readonly shape?: SettingShape;
  /** Of a number that stands for something. */
  readonly choices?: readonly { readonly id: number; readonly words: string }[];
}

export interface SettingsAnswer {
  readonly settings: readonly ShownSetting[];
}

export interface SettingsSaved extends SettingsAnswer {
  /** A new security policy has ended every session ticket and browser session of before. */
  readonly endedTickets: boolean;
}

export interface ShownSessionType extends Omit<SessionType, 'meetingTypeID'> {
  readonly id: number;
  readonly isCustom: boolean;
  /** The site has the service of the type. */
  readonly hasService: boolean;
}

export interface SessionTypesAnswer {
  readonly types: readonly ShownSessionType[];
  /** Those that a new host is given, the first by default. */
  readonly newHosts: readonly number[];
}

export interface TrackingCodesAnswer {
  readonly codes: readonly TrackingCode[];
}

export interface MailTextsAnswer {
  readonly siteLanguage: number;
  readonly languages: readonly { readonly id: number; readonly name: string }[];
  readonly kinds: readonly {
    readonly kind: MailKind;
    readonly own: readonly { readonly languageID: number; readonly changedAt: number }[];
  }[];
}

export interface MailPreview {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailTextAnswer {
  readonly kind: MailKind;
  readonly languageID: number;
  /** The site has words of its own. */
  readonly isOwn: boolean;
  readonly changedAt: number;
  readonly words: SiteWords;
  readonly usual: SiteWords;
  readonly placeholders: Readonly<Record<string, string>>;
  readonly preview: MailPreview;
}

export type TonesAnswer = AccentTones;

export interface BrandAnswer {
  readonly siteName: string;
  readonly displayName: string;
  readonly accent: string;
  readonly helpURL: string;
  readonly privacyURL: string;
  readonly tones?: AccentTones;
  readonly logo?: {
    readonly address: string;
    readonly width: number;
    readonly height: number;
    readonly mediaType: string;
  };
}

export interface RecordingSpaceAnswer {
  readonly store: 'folder' | 'bucket';
  /** For owners. */
  readonly place?: string;
  readonly usedBytes: number;
  /** Nothing where there is none. */
  readonly quotaBytes?: number;
  /** Those that are ready and not in the bin. */
  readonly recordings: number;
  readonly inRooms: boolean;
}

export interface ShownCertificate {
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** SHA-256. */
  readonly fingerprint: string;
  readonly state: 'good' | 'soon' | 'early' | 'expired' | 'unreadable';
}

export interface SamlAnswer {
  readonly ours: {
    readonly entityID: string;
    readonly consumer: string;
    readonly logout: string;
    readonly metadata: string;
  };
  readonly certificates: readonly ShownCertificate[];
  readonly isReady: boolean;
  readonly checks: readonly {
    readonly id: 'issuer' | 'login' | 'certificates' | 'sha1' | 'on';
    readonly state: 'good' | 'attention' | 'bad';
  }[];
}

export interface SamlProposal {
  /** By the paths of the settings. */
  readonly values: Readonly<Record<string, unknown>>;
  /** How those settings are now. */
  readonly was: Readonly<Record<string, unknown>>;
  readonly certificates: readonly ShownCertificate[];
}

export interface OpenIdCheck {
  readonly id: 'issuer' | 'client' | 'secret' | 'discovery' | 'addresses' | 'pkce' | 'keys';
  readonly state: 'good' | 'attention' | 'bad';
}

export interface OpenIdFindings {
  readonly checks: readonly OpenIdCheck[];
  /** What the provider did, where it failed. */
  readonly detail?: string;
}

export interface BegunTest {
  /** Where the browser goes on. */
  readonly url: string;
}

/** A sign-in that somebody has tried, and what came of it. */
export type ShownTest = SignOnTest | { readonly state: 'none' };

export interface OpenIdAnswer {
  /** What the provider must know of the site. */
  readonly redirect: string;
  readonly isUsed: boolean;
}
