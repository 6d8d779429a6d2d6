/** What is told of somebody's preferences. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import {
  audioPreferences,
  type PhonePreferences,
  roomHosting,
  schedulingPreferences,
} from '../../accounts/meeting-preferences.ts';
import { hasPersonalRoom, roomTitle } from '../../sessions/personal-room.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { humanLinks } from '../human-links.ts';
import { siteCallInNumbers } from '../meetings/call-in.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { RestFailure } from '../rest-refusals.ts';
import { siteUrlOf } from '../site-url.ts';
import { delegateEmails } from './delegates.ts';
import { partedNumber } from './phone-numbers.ts';
import type { audioType, preferencesType, roomType, schedulingType, videoType } from './preference-types.ts';

/** @throws RestFailure for somebody without a room */
export function checkHasRoom(owner: AccountWithProfile): void {
  if (!hasPersonalRoom(owner)) throw new RestFailure(404, TEXTS.noData, ['The user has no personal room.']);
}

export function presentRoom(call: RestCall, owner: AccountWithProfile): ValueOf<typeof roomType> {
  const { app, ids, site } = call;
  const { personalMeetingRoom: room } = owner.profile;
  const hosting = roomHosting(owner.profile);
  const id = ids.series(site.id, Number(owner.accessCode));
  const callInNumbers = siteCallInNumbers(site);
  const href = `/api/v1/meetings/${id}/globalCallinNumbers`;
  return {
    topic: roomTitle(owner),
    hostPin: room.hostPIN,
    enabledAutoLock: room.PMRAutoLock,
    autoLockMinutes: room.PMRAutoLockWaitTime,
    enabledNotifyHost: room.notificationModes.includes('EMAIL'),
    ...hosting,
    personalMeetingRoomLink: humanLinks(app, call.origin).personalRoom(site, owner),
    sipAddress: app.links.sipAddress(site, owner),
    telephony: {
      accessCode: owner.accessCode ?? '',
      callInNumbers,
      links: callInNumbers.length > 0 ? { rel: 'globalCallinNumbers', href, method: 'GET' } : undefined,
    },
  };
}

export function presentAudio(
  { site }: Pick<RestCall, 'site'>,
  { profile }: AccountWithProfile,
): ValueOf<typeof audioType> {
  const audio = audioPreferences(profile, site);
  const { phone, mobilePhone, PIN } = profile.phones;
  const phoneOf = (text: string | undefined, preferences: PhonePreferences) => ({
    ...partedNumber(site, text),
    enabledCallInAuthentication: preferences.enabledCallInAuthentication,
    enabledCallMe: preferences.enabledCallMe,
  });
  return {
    ...audio,
    otherTeleconferenceDescription: audio.otherTeleconferenceDescription || undefined,
    audioPin: PIN || undefined,
    officeNumber: phoneOf(phone, audio.officeNumber),
    mobileNumber: phoneOf(mobilePhone, audio.mobileNumber),
  };
}

export function presentVideo({ profile }: AccountWithProfile): ValueOf<typeof videoType> {
  return { videoDevices: profile.meetingPreferences?.videoDevices ?? [] };
}

export async function presentScheduling(
  call: RestCall,
  owner: AccountWithProfile,
): Promise<ValueOf<typeof schedulingType>> {
  return {
    ...schedulingPreferences(owner.profile, call.site),
    delegateEmails: await delegateEmails(call, owner),
  };
}

/** An account is of one site, which is its default. */
export function sitesOf({ app, site }: Pick<RestCall, 'app' | 'site'>) {
  return [{ siteUrl: siteUrlOf(app, site), default: true }];
}

export async function presentPreferences(
  call: RestCall,
  owner: AccountWithProfile,
): Promise<ValueOf<typeof preferencesType>> {
  return {
    ...(hasPersonalRoom(owner) && { personalMeetingRoom: presentRoom(call, owner) }),
    audio: presentAudio(call, owner),
    video: presentVideo(owner),
    schedulingOptions: await presentScheduling(call, owner),
    sites: sitesOf(call),
  };
}
