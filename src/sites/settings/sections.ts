/** The settings in the order in which people look for them, and what each of them is felt at. */
import type { NamedSetting } from './index.ts';

export const SETTING_SECTIONS = [
  'general',
  'branding',
  'accounts',
  'sessions',
  'security',
  'passwords',
  'signOn',
  'telephone',
  'recordings',
  'interfaces',
  'limits',
  'kept',
] as const;
export type SettingSection = (typeof SETTING_SECTIONS)[number];

/** Where a change of a setting is noticed. */
export const AFFECTED = [
  'pages',
  'mail',
  'signIn',
  'accounts',
  'scheduling',
  'joining',
  'rooms',
  'telephone',
  'recordings',
  'history',
  'xmlAPI',
  'urlAPI',
] as const;
export type Affected = (typeof AFFECTED)[number];

interface Place {
  readonly section: SettingSection;
  readonly affects: readonly Affected[];
}

/** By the beginning of a path; the longest one counts. */
const PLACES: Readonly<Record<string, Place>> = {
  timeZoneID: { section: 'general', affects: ['accounts', 'scheduling', 'pages'] },
  languageID: { section: 'general', affects: ['accounts', 'pages', 'mail'] },
  locale: { section: 'general', affects: ['accounts'] },
  gsbStatus: { section: 'general', affects: ['urlAPI'] },
  pages: { section: 'general', affects: ['mail'] },
  branding: { section: 'branding', affects: ['pages', 'mail'] },
  hostLimit: { section: 'accounts', affects: ['accounts'] },
  personalRooms: { section: 'accounts', affects: ['accounts', 'rooms'] },
  collaborationRooms: { section: 'accounts', affects: ['accounts', 'scheduling'] },
  meetingTypes: { section: 'accounts', affects: ['accounts', 'scheduling'] },
  'security.changePersonalURL': { section: 'accounts', affects: ['accounts', 'pages'] },
  'security.changeUserName': { section: 'accounts', affects: ['accounts', 'pages'] },
  trackingCodes: { section: 'accounts', affects: ['accounts', 'scheduling', 'xmlAPI'] },
  supportedServices: { section: 'sessions', affects: ['scheduling', 'pages', 'xmlAPI'] },
  sessionTypes: { section: 'sessions', affects: ['scheduling', 'rooms'] },
  scheduling: { section: 'sessions', affects: ['scheduling'] },
  defaults: { section: 'sessions', affects: ['scheduling', 'joining'] },
  'defaults.emailReminders': { section: 'sessions', affects: ['mail'] },
  eventEnrollment: { section: 'sessions', affects: ['pages', 'joining'] },
  security: { section: 'security', affects: ['scheduling', 'joining'] },
  'security.requireLoginBeforeSiteAccess': { section: 'security', affects: ['pages', 'joining', 'xmlAPI'] },
  'security.strictMeetingPasswords': { section: 'passwords', affects: ['scheduling'] },
  'security.strictUserPassword': { section: 'passwords', affects: ['accounts', 'signIn'] },
  'security.passwordChangeIntervalOpt': { section: 'passwords', affects: ['accounts'] },
  'security.passwordChangeInterval': { section: 'passwords', affects: ['accounts'] },
  pmrForceLogin: { section: 'security', affects: ['joining', 'rooms'] },
  accountPasswordCriteria: { section: 'passwords', affects: ['accounts', 'signIn'] },
  meetingPasswordCriteria: { section: 'passwords', affects: ['scheduling'] },
  recordingPasswordCriteria: { section: 'passwords', affects: ['recordings'] },
  lockoutTries: { section: 'passwords', affects: ['signIn'] },
  lockoutMinutes: { section: 'passwords', affects: ['signIn'] },
  passwordLifeDays: { section: 'passwords', affects: ['signIn', 'accounts'] },
  apiTokenDays: { section: 'passwords', affects: ['signIn'] },
  sessionTicketSeconds: { section: 'passwords', affects: ['signIn', 'xmlAPI'] },
  samlSSO: { section: 'signOn', affects: ['signIn'] },
  commonIdentity: { section: 'signOn', affects: ['signIn', 'xmlAPI'] },
  telephony: { section: 'telephone', affects: ['telephone', 'mail'] },
  'telephony.audioOnly': { section: 'telephone', affects: ['scheduling'] },
  audioPasswordBySuperAdmin: { section: 'telephone', affects: ['telephone'] },
  audioPasswordBySiteAdmin: { section: 'telephone', affects: ['telephone'] },
  enforceAudioLogin: { section: 'telephone', affects: ['telephone', 'xmlAPI'] },
  recordings: { section: 'recordings', affects: ['recordings', 'rooms'] },
  'recordings.quota': { section: 'recordings', affects: ['recordings'] },
  history: { section: 'recordings', affects: ['history'] },
  'history.keepsChat': { section: 'recordings', affects: ['history', 'rooms'] },
  partnerID: { section: 'interfaces', affects: ['urlAPI', 'xmlAPI'] },
  supportAPI: { section: 'interfaces', affects: ['urlAPI'] },
  urlAPI: { section: 'interfaces', affects: ['urlAPI'] },
  xmlAPI: { section: 'interfaces', affects: ['xmlAPI'] },
  requestLog: { section: 'interfaces', affects: ['xmlAPI', 'urlAPI'] },
  throttling: { section: 'limits', affects: ['xmlAPI', 'urlAPI'] },
};

const NOWHERE: Place = { section: 'general', affects: [] };

/** What is only kept is felt at nothing but the answer of GetSite, and stands at the end. */
export function placeOf({ path, storedOnly }: Pick<NamedSetting, 'path' | 'storedOnly'>): Place {
  const known = longestIn(path) ?? NOWHERE;
  if (!storedOnly) return known;
  return { section: 'kept', affects: ['xmlAPI'] };
}

function longestIn(path: string): Place | undefined {
  for (let name = path; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const place = PLACES[name];
    if (place) return place;
  }
  return undefined;
}
