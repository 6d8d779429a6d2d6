/** How somebody likes their meetings to be. */
import { DEFAULT_AUDIO_TYPES } from '../../accounts/meeting-preferences.ts';
import { bool, complex, given, group, integer, list, many, oneOf, optional, text } from '../../xml/schema.ts';
import { rest } from '../namespace.ts';

const coHost = group({
  email: text({ max: 256, sample: 'guest@acme.com' }),
  displayName: optional(text({ max: 256 })),
});

const ROOM = {
  topic: text({ max: 128, sample: "Hannah's room" }),
  hostPin: text({ max: 32, secret: true, sample: '4325' }),
  enabledAutoLock: bool(),
  autoLockMinutes: integer({ min: 0, max: 1440, sample: '10' }),
  enabledNotifyHost: bool(),
  supportCoHost: bool(),
  supportAnyoneAsCoHost: optional(bool()),
  allowFirstUserToBeCoHost: optional(bool()),
  allowAuthenticatedDevices: optional(bool()),
  coHosts: given(coHost, { max: 100 }),
};

export const roomRequestType = complex(rest, 'PersonalMeetingRoomRequest', ROOM);

export const roomType = complex(rest, 'PersonalMeetingRoom', {
  ...ROOM,
  supportAnyoneAsCoHost: bool(),
  allowFirstUserToBeCoHost: bool(),
  allowAuthenticatedDevices: bool(),
  personalMeetingRoomLink: text(),
  sipAddress: text(),
  dialInIpAddress: optional(text()),
  telephony: group({
    accessCode: text(),
    callInNumbers: many(
      group({ label: text(), callInNumber: text(), tollType: oneOf(['toll', 'tollFree']) }),
    ),
    /** One, where the site has numbers of other countries or its own; in meetings it is a list. */
    links: optional(group({ rel: text(), href: text(), method: text() })),
  }),
});

const phone = group({
  countryCode: text(),
  number: text(),
  enabledCallInAuthentication: bool(),
  enabledCallMe: bool(),
});

export const audioType = complex(rest, 'AudioPreferences', {
  defaultAudioType: oneOf(DEFAULT_AUDIO_TYPES),
  otherTeleconferenceDescription: optional(text()),
  enabledGlobalCallIn: bool(),
  enabledTollFree: bool(),
  enabledAutoConnection: bool(),
  audioPin: optional(text({ secret: true })),
  officeNumber: phone,
  mobileNumber: phone,
});

const phoneRequest = group({
  countryCode: optional(text({ max: 8 })),
  number: optional(text({ max: 30, keepEmpty: true })),
  enabledCallInAuthentication: optional(bool()),
  enabledCallMe: optional(bool()),
});

export const audioRequestType = complex(rest, 'AudioPreferencesRequest', {
  defaultAudioType: optional(oneOf(DEFAULT_AUDIO_TYPES)),
  otherTeleconferenceDescription: optional(text({ max: 1024, keepEmpty: true })),
  enabledGlobalCallIn: optional(bool()),
  enabledTollFree: optional(bool()),
  enabledAutoConnection: optional(bool()),
  audioPin: optional(text({ max: 32, secret: true })),
  officeNumber: optional(phoneRequest),
  mobileNumber: optional(phoneRequest),
});

export const videoType = complex(rest, 'VideoPreferences', {
  videoDevices: many(
    group({
      deviceName: text({ max: 128, sample: 'Desk' }),
      deviceAddress: text({ max: 256, sample: 'desk@rooms.acme.com' }),
      isDefault: bool(),
    }),
    { max: 50 },
  ),
});

const SCHEDULING = {
  enabledJoinBeforeHost: bool(),
  joinBeforeHostMinutes: integer({ min: 0, max: 1440, sample: '5' }),
  enabledAutoShareRecording: bool(),
};

export const schedulingType = complex(rest, 'SchedulingPreferences', {
  ...SCHEDULING,
  enabledWebexAssistantByDefault: bool(),
  delegateEmails: many(text()),
});

export const schedulingRequestType = complex(rest, 'SchedulingPreferencesRequest', {
  ...SCHEDULING,
  enabledWebexAssistantByDefault: optional(bool()),
  delegateEmails: list(text({ max: 4096 }), { max: 200 }),
});

export const emailsType = complex(rest, 'DelegateEmails', {
  emails: many(text({ max: 4096 }), { max: 200 }),
});

export const siteType = complex(rest, 'PreferredSite', { siteUrl: text(), default: bool() });
export const sitesType = complex(rest, 'PreferredSites', { sites: many(siteType) });

export const preferencesType = complex(rest, 'MeetingPreferences', {
  personalMeetingRoom: optional(roomType),
  audio: audioType,
  video: videoType,
  schedulingOptions: schedulingType,
  sites: many(siteType),
});
