/**
 * How somebody likes their meetings to be, where the XML interface has no element for it. What it has an element for
 * (title, PIN and lock of the personal room, phones, who may schedule) stands in the profile itself.
 */
import type { Site } from '../sites/site.ts';
import type { Profile } from './account-profile.ts';

export const DEFAULT_AUDIO_TYPES = ['webexAudio', 'voipOnly', 'otherTeleconferenceService', 'none'] as const;
export type DefaultAudioType = (typeof DEFAULT_AUDIO_TYPES)[number];

export interface PhonePreferences {
  /** The number is known when it calls in. */
  readonly enabledCallInAuthentication: boolean;
  readonly enabledCallMe: boolean;
}

export interface AudioPreferences {
  /** That of new sessions which say nothing of it. */
  readonly defaultAudioType: DefaultAudioType;
  readonly otherTeleconferenceDescription?: string | undefined;
  readonly enabledGlobalCallIn: boolean;
  readonly enabledTollFree: boolean;
  readonly enabledAutoConnection: boolean;
  readonly officeNumber: PhonePreferences;
  readonly mobileNumber: PhonePreferences;
}

export interface VideoDevice {
  readonly deviceName: string;
  readonly deviceAddress: string;
  readonly isDefault: boolean;
}

export interface SchedulingPreferences {
  /** Those of new sessions which say nothing of it. */
  readonly enabledJoinBeforeHost: boolean;
  readonly joinBeforeHostMinutes: number;
  readonly enabledAutoShareRecording: boolean;
  readonly enabledWebexAssistantByDefault: boolean;
}

export interface CoHost {
  readonly email: string;
  readonly displayName?: string | undefined;
}

/** Who hosts a personal room beside its owner, and without them. */
export interface RoomHosting {
  /** Without it nobody does. */
  readonly supportCoHost: boolean;
  /** Anybody with a host account of the site. */
  readonly supportAnyoneAsCoHost: boolean;
  readonly allowFirstUserToBeCoHost: boolean;
  readonly allowAuthenticatedDevices: boolean;
  readonly coHosts: readonly CoHost[];
}

/** What was never said is not here. */
export interface MeetingPreferences {
  readonly audio?: AudioPreferences | undefined;
  readonly videoDevices?: readonly VideoDevice[] | undefined;
  readonly scheduling?: SchedulingPreferences | undefined;
  readonly room?: RoomHosting | undefined;
}

const NO_PHONE: PhonePreferences = { enabledCallInAuthentication: false, enabledCallMe: false };

export function audioPreferences(
  { meetingPreferences }: Pick<Profile, 'meetingPreferences'>,
  { settings }: Pick<Site, 'settings'>,
): AudioPreferences {
  return (
    meetingPreferences?.audio ?? {
      defaultAudioType: 'webexAudio',
      enabledGlobalCallIn: settings.defaults.intlLocalCallIn,
      enabledTollFree: settings.defaults.tollFree,
      enabledAutoConnection: false,
      officeNumber: NO_PHONE,
      mobileNumber: NO_PHONE,
    }
  );
}

export function schedulingPreferences(
  { meetingPreferences }: Pick<Profile, 'meetingPreferences'>,
  { settings: { security, defaults } }: Pick<Site, 'settings'>,
): SchedulingPreferences {
  return (
    meetingPreferences?.scheduling ?? {
      enabledJoinBeforeHost: security.joinBeforeHost,
      joinBeforeHostMinutes: security.joinBeforeHost ? Math.round(defaults.openTime / 60) : 0,
      enabledAutoShareRecording: false,
      enabledWebexAssistantByDefault: false,
    }
  );
}

export function roomHosting({ meetingPreferences }: Pick<Profile, 'meetingPreferences'>): RoomHosting {
  return (
    meetingPreferences?.room ?? {
      supportCoHost: false,
      supportAnyoneAsCoHost: false,
      allowFirstUserToBeCoHost: false,
      allowAuthenticatedDevices: false,
      coHosts: [],
    }
  );
}
