/** An account as the console's form holds it, and what a change of that form comes to. */
import { createHash } from 'node:crypto';
import type { AccountWithProfile } from '../../accounts/account.ts';
import {
  COMM_OPTIONS,
  OPTIONS,
  PRIVILEGES,
  type Profile,
  SERVICES,
  TRACKING_CODES,
} from '../../accounts/account-profile.ts';
import type { AccountChange } from '../../accounts/accounts.ts';
import { merged, type Partially } from '../../merge.ts';
import { RuleBroken } from '../../refusal.ts';
import { sessionTypes } from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import { languageById } from '../../time/languages.ts';
import { formatSiteTime, parseSiteTime, toInstant } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import {
  type AccountWish,
  ADDRESS_LINES,
  AGENT_FLAGS,
  MY_WEBEX_FLAGS,
  MY_WEBEX_SIZES,
  PHONE_NUMBERS,
} from './account-shape.ts';
import type { AccountValues } from './users-data.ts';

/** @param seesSecrets whether PINs and the answer to the password's hint are told */
export function accountValues(account: AccountWithProfile, seesSecrets: boolean): AccountValues {
  const { profile } = account;
  const room = profile.personalMeetingRoom;
  const secret = (text: string | undefined) => (seesSecrets ? (text ?? '') : '');
  return {
    webExID: account.webExId,
    email: account.email,
    firstName: account.firstName,
    lastName: account.lastName,
    title: profile.title ?? '',
    company: profile.company ?? '',
    description: profile.description ?? '',
    officeGreeting: profile.officeGreeting ?? '',
    email2: profile.email2 ?? '',
    officeurl: profile.officeurl ?? '',
    address: of(ADDRESS_LINES, (line) => profile.address[line] ?? ''),
    phones: of(PHONE_NUMBERS, (number) =>
      number === 'PIN' ? secret(profile.phones.PIN) : (profile.phones[number] ?? ''),
    ),
    timeZoneID: String(account.timeZoneID),
    languageID: String(profile.languageID),
    expiresOn: dayOf(account.expiresAt, account.timeZoneID),
    categoryId: account.categoryId,
    locked: account.locked,
    privileges: of(PRIVILEGES, (privilege) => profile.privileges[privilege]),
    sessionTypes: Object.fromEntries(profile.meetingTypes.map((type) => [String(type), true])),
    supportedServices: of(SERVICES, (service) => profile.supportedServices[service]),
    personalUrl: account.personalUrl,
    personalMeetingRoom: {
      title: room.title ?? '',
      welcomeMessage: room.welcomeMessage ?? '',
      hostPIN: secret(room.hostPIN),
      headerImageBranding: room.headerImageBranding,
      applyPMRForInstantMeeting: room.applyPMRForInstantMeeting,
      PMRAutoLock: room.PMRAutoLock,
      PMRAutoLockWaitTime: room.PMRAutoLockWaitTime,
      notifiesByEmail: room.notificationModes.includes('EMAIL'),
      notifiesBySms: room.notificationModes.includes('SMS'),
    },
    tracking: of(TRACKING_CODES, (code) => profile.tracking[code] ?? ''),
    security: { ...profile.security },
    passwordHint: secret(profile.passwordHint),
    passwordHintAnswer: secret(profile.passwordHintAnswer),
    schedulingPermission: profile.schedulingPermission ?? '',
    sessionOptions: {
      ...profile.sessionOptions,
      defaultSessionType: String(profile.sessionOptions.defaultSessionType),
    },
    service: profile.service,
    commOptions: of(COMM_OPTIONS, (option) => profile.commOptions[option]),
    options: of(OPTIONS, (option) => profile.options[option]),
    myWebEx: {
      ...of(MY_WEBEX_FLAGS, (one) => profile.myWebEx[one]),
      ...of(MY_WEBEX_SIZES, (one) => profile.myWebEx[one]),
    },
    webACDPrefs: {
      ...of(AGENT_FLAGS, (one) => profile.webACDPrefs[one]),
      numAgentSessions: profile.webACDPrefs.numAgentSessions,
    },
    serviceDesk: profile.supportCenter.serviceDesk,
    optimizeAttendeeBandwidthUsage: profile.optimizeAttendeeBandwidthUsage,
    mpProfileNumber: profile.mpProfileNumber ?? '',
  };
}

/** Another one when anything has changed that administrators change: visits and wrong passwords are none of that. */
export function accountVersion(account: AccountWithProfile): string {
  const told = JSON.stringify([account.active, accountValues(account, true)]);
  return createHash('sha256').update(told).digest('base64url').slice(0, 22);
}

/** @throws RuleBroken */
export function changeOf(current: AccountWithProfile, wish: AccountWish, site: Site): AccountChange {
  const { webExID, email, firstName, lastName, personalUrl, categoryId, locked } = wish;
  const timeZoneID = wish.timeZoneID ?? current.timeZoneID;
  return {
    webExId: webExID,
    email,
    // An administrator vouches for an address.
    ...(email !== undefined && { emailConfirmed: true }),
    firstName,
    lastName,
    personalUrl,
    categoryId,
    locked,
    timeZoneID: wish.timeZoneID,
    expiresAt: expiryOf(current, wish.expiresOn, timeZoneID),
    profile: profileOf(current.profile, wish, site),
  };
}

function profileOf(current: Profile, wish: AccountWish, site: Site): Partially<Profile> {
  const { personalMeetingRoom: room, sessionOptions, serviceDesk } = wish;
  const language = wish.languageID === undefined ? undefined : languageById(wish.languageID);
  if (wish.languageID !== undefined && !language) {
    throw new RuleBroken('languageID', 'is not the number of a language');
  }
  if (sessionOptions?.defaultSessionType !== undefined) {
    checkType(site, 'sessionOptions.defaultSessionType', sessionOptions.defaultSessionType);
  }
  return {
    title: wish.title,
    company: wish.company,
    description: wish.description,
    officeGreeting: wish.officeGreeting,
    email2: wish.email2,
    officeurl: wish.officeurl,
    address: wish.address,
    phones: wish.phones,
    languageID: language?.id,
    locale: language && language.id !== current.languageID ? language.locale : undefined,
    privileges: wish.privileges,
    meetingTypes: typesOf(current, wish.sessionTypes, site),
    supportedServices: wish.supportedServices,
    personalMeetingRoom: room && {
      title: room.title,
      welcomeMessage: room.welcomeMessage,
      hostPIN: room.hostPIN,
      headerImageBranding: room.headerImageBranding,
      applyPMRForInstantMeeting: room.applyPMRForInstantMeeting,
      PMRAutoLock: room.PMRAutoLock,
      PMRAutoLockWaitTime: room.PMRAutoLockWaitTime,
      notificationModes: modesOf(current, room),
    },
    tracking: wish.tracking,
    security: wish.security,
    passwordHint: wish.passwordHint,
    passwordHintAnswer: wish.passwordHintAnswer,
    schedulingPermission: wish.schedulingPermission,
    sessionOptions,
    service: wish.service,
    commOptions: wish.commOptions,
    options: wish.options,
    myWebEx: wish.myWebEx,
    webACDPrefs: wish.webACDPrefs,
    supportCenter: serviceDesk === undefined ? undefined : { serviceDesk },
    optimizeAttendeeBandwidthUsage: wish.optimizeAttendeeBandwidthUsage,
    mpProfileNumber: wish.mpProfileNumber,
  };
}

function typesOf(
  { meetingTypes }: Profile,
  wished: AccountWish['sessionTypes'],
  site: Site,
): number[] | undefined {
  if (!wished) return undefined;
  const types = new Set(meetingTypes);
  for (const [id, isOn] of Object.entries(wished)) {
    if (!isOn) types.delete(Number(id));
    else if (!types.has(Number(id))) {
      checkType(site, `sessionTypes.${id}`, Number(id));
      types.add(Number(id));
    }
  }
  return [...types].sort((a, b) => a - b);
}

function checkType(site: Site, element: string, id: number): void {
  if (sessionTypes(site).some(({ meetingTypeID }) => meetingTypeID === id)) return;
  throw new RuleBroken(element, 'is no session type of the site');
}

function modesOf(
  { personalMeetingRoom: { notificationModes } }: Profile,
  { notifiesByEmail, notifiesBySms }: NonNullable<AccountWish['personalMeetingRoom']>,
): ('EMAIL' | 'SMS')[] | undefined {
  if (notifiesByEmail === undefined && notifiesBySms === undefined) return undefined;
  const byEmail = notifiesByEmail ?? notificationModes.includes('EMAIL');
  const bySms = notifiesBySms ?? notificationModes.includes('SMS');
  return [...(byEmail ? (['EMAIL'] as const) : []), ...(bySms ? (['SMS'] as const) : [])];
}

/** The day after which an account is over, in its own zone. */
function dayOf(expiresAt: number | null, timeZoneID: number): string {
  if (expiresAt === null) return '';
  const [, month, day, year] =
    /^(\d+)\/(\d+)\/(\d+)/.exec(formatSiteTime(expiresAt, zoneOf(timeZoneID))) ?? [];
  return `${year}-${month}-${day}`;
}

function expiryOf(
  { expiresAt, timeZoneID: zoneBefore }: AccountWithProfile,
  day: string | undefined,
  timeZoneID: number,
): number | null | undefined {
  // What is only read and sent back stays to the second.
  if (day === undefined || day === dayOf(expiresAt, zoneBefore)) return undefined;
  if (day === '') return null;
  const [year, month, date] = day.split('-');
  const local = parseSiteTime(`${month}/${date}/${year} 23:59:59`);
  if (!local) throw new RuleBroken('expiresOn', 'must be a day such as 2030-12-31, or nothing');
  return toInstant(local, zoneOf(timeZoneID));
}

/** What a new account is made of, before its names: a wish that changes nothing but a fresh profile. */
export function newcomerOf(fresh: AccountWithProfile, wish: AccountWish, site: Site): AccountChange {
  return merged<AccountChange>({}, changeOf(fresh, wish, site) as Partially<AccountChange>);
}

function of<N extends string, T>(names: readonly N[], value: (name: N) => T): Record<N, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<N, T>;
}
