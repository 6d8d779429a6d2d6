/** An account as the elements of `use:userInstanceType`, in the recorded form and with the recorded defaults. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import type { ImageKind } from '../../accounts/account-profile.ts';
import type { Context } from '../../context.ts';
import { hasPersonalRoom } from '../../sessions/personal-room.ts';
import { lockedOutUntil } from '../../sign-in/standing.ts';
import type { Site } from '../../sites/site.ts';
import { languageById } from '../../time/languages.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { label, nameWithDst, zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { userInstanceType } from './user-type.ts';

/** Passwords are shown as six stars, always (recorded). */
export const HIDDEN_PASSWORD = '******';

/** The expirationDate of an account that nobody limited, whatever its zone (recorded 2016). */
export const NEVER_EXPIRES = '12/31/2049 23:59:59';

/** The tokens of the account's pictures. */
export type ImageTokens = { readonly [K in ImageKind]?: string };

export function accountValue(
  account: AccountWithProfile,
  site: Site,
  images: ImageTokens,
  { links, clock }: Pick<Context, 'links' | 'clock'>,
): ValueOf<typeof userInstanceType> {
  const { profile } = account;
  const zone = zoneOf(account.timeZoneID);
  const now = clock.now();
  const language = languageById(profile.languageID);
  return {
    firstName: account.firstName,
    lastName: account.lastName,
    title: profile.title,
    categoryId: account.categoryId,
    description: profile.description,
    officeGreeting: profile.officeGreeting,
    company: profile.company,
    webExId: account.webExId,
    address: profile.address,
    phones: profile.phones,
    email: account.email,
    email2: profile.email2,
    officeurl: profile.officeurl,
    password: HIDDEN_PASSWORD,
    personalUrl: account.personalUrl,
    expirationDate: account.expiresAt === null ? NEVER_EXPIRES : formatSiteTime(account.expiresAt, zone),
    commOptions: profile.commOptions,
    meetingTypes: { meetingType: profile.meetingTypes },
    options: profile.options,
    timeZoneID: zone.id,
    timeZone: label(zone),
    timeZoneWithDST: nameWithDst(zone, now),
    tracking: profile.tracking,
    service: profile.service,
    privilege: profile.privileges,
    language: language?.name,
    locale: profile.locale,
    schedulingPermission: profile.schedulingPermission || undefined,
    active: account.active,
    defaultCallIn: {},
    tspAccount: profile.tspAccounts.length > 0 ? { tspAccount: profile.tspAccounts } : undefined,
    supportedServices: profile.supportedServices,
    myWebEx: profile.myWebEx,
    personalTeleconf: {
      account: profile.personalTeleconf.accounts,
      joinBeforeHost: profile.personalTeleconf.joinBeforeHost,
    },
    thirdPartyTeleconf:
      profile.thirdPartyTeleconf.length > 0 ? { account: profile.thirdPartyTeleconf } : undefined,
    personalMeetingRoom: profile.privileges.isEnablePMR
      ? personalMeetingRoomValue(account, site, images, links)
      : undefined,
    sessionOptions: profile.sessionOptions,
    supportCenter: {
      orderTabs: { tab: profile.supportCenter.tabs },
      serviceDesk: { enable: profile.supportCenter.serviceDesk },
    },
    mpProfileNumber: profile.mpProfileNumber,
    security: {
      ...profile.security,
      lockAccount: account.locked || lockedOutUntil(account, site, now) !== undefined,
    },
    languageID: profile.languageID,
    webACDPrefs: profile.webACDPrefs,
    remoteSupport: profile.remoteSupport,
    remoteAccess: profile.remoteAccess,
    registrationDate: formatSiteTime(account.registeredAt, zone),
    visitCount: account.visitCount,
    userId: account.userId,
  };
}

type RoomValue = NonNullable<ValueOf<typeof userInstanceType>['personalMeetingRoom']>;

function personalMeetingRoomValue(
  account: AccountWithProfile,
  site: Site,
  images: ImageTokens,
  links: Context['links'],
): RoomValue {
  const room = account.profile.personalMeetingRoom;
  return {
    welcomeMessage: room.welcomeMessage,
    photoURL: images.Photo && links.image(site, images.Photo),
    headerImageBranding: room.headerImageBranding,
    headerImageURL: images.Header && links.image(site, images.Header),
    title: room.title ?? `${account.firstName} ${account.lastName}'s Personal Room`,
    personalMeetingRoomURL: hasPersonalRoom(account) ? links.personalRoom(site, account) : undefined,
    sipURL: account.profile.privileges.isEnableCET ? links.sipAddress(site, account) : undefined,
    accessCode: account.accessCode ?? undefined,
    hostPIN: room.hostPIN,
    applyPMRForInstantMeeting: room.applyPMRForInstantMeeting,
    PMRAutoLock: room.PMRAutoLock,
    PMRAutoLockWaitTime: room.PMRAutoLockWaitTime,
    PRNotifications: { mode: room.notificationModes },
  };
}
