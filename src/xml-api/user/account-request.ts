/** What a CreateUser or SetUser request says of an account, in the domain's words. */
import type { Profile } from '../../accounts/account-profile.ts';
import type { NewAccount } from '../../accounts/accounts.ts';
import { mergedByIndex } from '../../accounts/merge-by-index.ts';
import type { Partially } from '../../merge.ts';
import { RuleBroken } from '../../refusal.ts';
import type { Settings } from '../../settings.ts';
import { type Language, languageById, languageByName } from '../../time/languages.ts';
import type { TimeZone } from '../../time/time-zones.ts';
import type { Hint } from '../../xml/decoder.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { emailAsked } from '../types/email.ts';
import { instantAsked, zoneAsked } from '../types/when.ts';
import { HIDDEN_PASSWORD, NEVER_EXPIRES } from './account-value.ts';
import type { eventCenterType, salesCenterType, userType } from './user-type.ts';

export type UserRequest = ValueOf<typeof userType> & {
  readonly salesCenter?: ValueOf<typeof salesCenterType> | undefined;
  readonly eventCenter?: ValueOf<typeof eventCenterType> | undefined;
};

/** Everything but the names and the password, which the two operations treat each in its own way. */
export type AccountDetails = Omit<
  Partial<NewAccount>,
  'webExId' | 'email' | 'firstName' | 'lastName' | 'passwordHash'
>;

/** What was there before, for lists whose entries are changed one by one. */
type Before = Pick<Profile, 'tspAccounts' | 'personalTeleconf' | 'thirdPartyTeleconf'>;

/**
 * Reads the elements of a request.
 * @param zone the zone in which a date without a zone of its own is meant
 * @throws RuleBroken when a time zone, language, date or address is invalid
 */
export function accountDetails(request: UserRequest, zone: TimeZone, before: Before): AccountDetails {
  const own = zoneAsked(request.timeZoneID, request.timeZone);
  return {
    active: request.active,
    categoryId: request.categoryId,
    expiresAt: expiryAsked(request.expirationDate, own ?? zone),
    personalUrl: personalUrlAsked(request.personalUrl),
    timeZoneID: own?.id,
    locked: request.security?.lockAccount,
    profile: profileAsked(request, before),
  };
}

function profileAsked(request: UserRequest, before: Before): Partially<Profile> {
  const language = languageAsked(request);
  const room = request.personalMeetingRoom;
  return {
    title: request.title,
    description: request.description,
    officeGreeting: request.officeGreeting,
    company: request.company,
    address: request.address,
    phones: request.phones,
    email2: request.email2 && emailAsked('email2', request.email2),
    officeurl: request.officeurl,
    passwordHint: request.passwordHint,
    passwordHintAnswer: request.passwordHintAnswer,
    commOptions: request.commOptions,
    meetingTypes: request.meetingTypes?.meetingType,
    options: request.options,
    tracking: request.tracking,
    service: request.service,
    languageID: language?.id,
    locale: request.locale ?? language?.locale,
    schedulingPermission: request.schedulingPermission,
    tspAccounts: request.tspAccount && mergedByIndex(before.tspAccounts, request.tspAccount.tspAccount),
    supportedServices: request.supportedServices,
    myWebEx: request.myWebEx,
    personalTeleconf: request.personalTeleconf && {
      accounts: mergedByIndex(before.personalTeleconf.accounts, request.personalTeleconf.account),
      joinBeforeHost: request.personalTeleconf.joinBeforeHost,
    },
    thirdPartyTeleconf:
      request.thirdPartyTeleconf &&
      mergedByIndex(before.thirdPartyTeleconf, request.thirdPartyTeleconf.account),
    personalMeetingRoom: room && {
      title: room.title,
      welcomeMessage: room.welcomeMessage,
      headerImageBranding: room.headerImageBranding,
      hostPIN: hostPinAsked(room.hostPIN),
      applyPMRForInstantMeeting: room.applyPMRForInstantMeeting,
      PMRAutoLock: room.PMRAutoLock,
      PMRAutoLockWaitTime: room.PMRAutoLockWaitTime,
      notificationModes: room.PRNotifications?.mode,
    },
    sessionOptions: request.sessionOptions,
    supportCenter: request.supportCenter && {
      tabs: request.supportCenter.orderTabs?.tab,
      serviceDesk: request.supportCenter.serviceDesk?.enable,
    },
    mpProfileNumber: request.mpProfileNumber,
    security: request.security && {
      forceChangePassword: request.security.forceChangePassword,
      resetPassword: request.security.resetPassword,
    },
    webACDPrefs: request.webACDPrefs,
    remoteSupport: request.remoteSupport,
    remoteAccess: request.remoteAccess,
    optimizeAttendeeBandwidthUsage: request.eventCenter?.optimizeAttendeeBandwidthUsage,
    salesCenter: request.salesCenter,
    privileges: request.privilege,
  };
}

/** Says where the wish for text messages comes to nothing. */
export function hintOfTexts(
  request: UserRequest,
  { smsGateway }: Pick<Settings, 'smsGateway'>,
  hint: Hint,
): void {
  const modes = request.personalMeetingRoom?.PRNotifications?.mode ?? [];
  if (!modes.includes('SMS')) return;
  if (smsGateway === '')
    hint('<PRNotifications> asks for SMS: no text messages are sent, for want of a gateway (--sms-gateway)');
}

/** The new password, if one is meant: the six stars of GetUser that come back are none. */
export function passwordAsked(request: UserRequest, hint: Hint): string | undefined {
  if (request.password !== HIDDEN_PASSWORD) return request.password;
  hint('password ****** is what GetUser shows: the password is left as it is');
  return undefined;
}

/** @throws RuleBroken when it has characters that no address of a page can carry */
export function webExIdAsked(element: string, webExId: string): string {
  if (/[\p{Cc}<>"\\]/u.test(webExId))
    throw new RuleBroken(element, 'must not contain control characters, <, >, " or \\');
  return webExId;
}

function personalUrlAsked(personalUrl: string | undefined): string | undefined {
  if (personalUrl !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(personalUrl)) {
    throw new RuleBroken('personalUrl', 'must be letters, digits, dots, hyphens and underscores');
  }
  return personalUrl;
}

function hostPinAsked(hostPIN: string | undefined): string | undefined {
  if (hostPIN !== undefined && !/^\d{4}$/.test(hostPIN))
    throw new RuleBroken('hostPIN', 'must be four digits');
  return hostPIN;
}

function languageAsked({ languageID, language }: UserRequest): Language | undefined {
  if (languageID !== undefined) {
    const found = languageById(languageID);
    if (!found) throw new RuleBroken('languageID', 'is not the number of a language');
    return found;
  }
  if (language === undefined) return undefined;
  const found = languageByName(language);
  if (!found) throw new RuleBroken('language', 'is not the name of a language');
  return found;
}

function expiryAsked(date: string | undefined, zone: TimeZone): number | null | undefined {
  if (date === NEVER_EXPIRES || date?.toLowerCase() === 'none') return null;
  return instantAsked('expirationDate', date, zone);
}
