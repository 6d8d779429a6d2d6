/** The rules of scheduling: for whom, with which type, how long, with which password. */
import { type Account, type AccountWithProfile, isHost } from '../accounts/account.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import { type ServiceType, USUAL_SERVICE } from '../sites/service-type.ts';
import { defaultSessionType, isSchedulable, type SessionType, sessionType } from '../sites/session-types.ts';
import { usualTelephonySupport } from '../sites/settings/telephony.ts';
import type { Site } from '../sites/site.ts';
import { ENABLE_OPTIONS, ENABLED_BY_DEFAULT, type EnableOption } from './documents/enable-options.ts';
import type { NewDocument } from './documents/session-document.ts';
import { checkSessionPassword } from './password.ts';
import { NO_REPEAT } from './series.ts';
import { SessionTypeNotSupported } from './session.ts';

/** Minutes of a session that does not say (seen: a createMeeting with a start alone). */
export const USUAL_DURATION = 60;

/**
 * The type of a session: the one that is asked for, or the host's own default.
 * @param highest takes the highest of the host's types where none is asked for
 * @throws SessionTypeNotSupported when the site or the host does not have the type
 */
export function typeFor(
  site: Site,
  host: AccountWithProfile,
  service: ServiceType,
  typeID: number | undefined,
  highest = false,
): SessionType {
  const { meetingTypes, sessionOptions } = host.profile;
  if (typeID !== undefined && typeID !== -1) {
    const found = sessionType(site, typeID);
    if (
      !found ||
      found.serviceType !== service ||
      !isSchedulable(site, found) ||
      !meetingTypes.includes(typeID)
    ) {
      throw new SessionTypeNotSupported(typeID);
    }
    return found;
  }
  const own = [sessionOptions.defaultSessionType, ...meetingTypes]
    .map((id) => sessionType(site, id))
    .filter((type) => type !== undefined)
    .filter(
      (type) =>
        type.serviceType === service &&
        isSchedulable(site, type) &&
        meetingTypes.includes(type.meetingTypeID),
    );
  const [first] = highest ? own.sort((one, other) => other.meetingTypeID - one.meetingTypeID) : own;
  // Everybody who may host has meetings; what other services schedule has to be theirs.
  const found = first ?? (service === USUAL_SERVICE ? defaultSessionType(site, service) : undefined);
  if (!found) throw new SessionTypeNotSupported(-1);
  return found;
}

/** People of a session that does not say, unless its type lets fewer in. */
export const USUAL_USERS = 4;

/** What a session is like before anything is asked for (recorded 2016-07 and 2017). */
export function newDocument(site: Site, host: AccountWithProfile, type?: SessionType): NewDocument {
  const { security, defaults, telephony } = site.settings;
  const { sessionOptions, tracking, privileges, meetingPreferences } = host.profile;
  const audio = meetingPreferences?.audio;
  return {
    isInternal: false,
    maxUserNumber: Math.min(USUAL_USERS, type?.limits.maxMeetingUser ?? USUAL_USERS),
    enableOptions: {
      ...enabled(ENABLED_BY_DEFAULT),
      voip: defaults.voip && audio?.defaultAudioType !== 'none',
      HQvideo: privileges.HQvideo,
      HDvideo: privileges.HDvideo,
      autoDeleteAfterMeetingEnd: sessionOptions.autoDeleteAfterMeetingEnd,
      displayQuickStartHost: sessionOptions.displayQuickStartHost,
      displayQuickStartAttendees: sessionOptions.displayQuickStartAttendees,
    },
    openTime: openTimeFor(site, host),
    entryExitTone: ['NOTONE', 'BEEP', 'ANNOUNCENAME'].indexOf(defaults.entryExitTone),
    extNotifyTime: 0,
    joinTeleconfBeforeHost: security.audioBeforeHost,
    telephony: {
      telephonySupport: usualTelephonySupport(telephony),
      numPhoneLines: telephony.numPhoneLines,
      enableTSP: false,
      intlLocalCallIn: defaults.intlLocalCallIn,
      isMPAudio: telephony.mpAudio,
      ...audioFor(host),
    },
    tracking,
    repeat: NO_REPEAT,
    excluded: [],
    remind: {},
    attendeeOptions: {
      request: false,
      registration: false,
      auto: false,
      emailInvitations: false,
      participantLimit: 0,
      excludePassword: false,
      joinRequiresAccount: false,
    },
  };
}

/** Seconds; what the host has set for their sessions, where the site lets anybody come before the host. */
function openTimeFor({ settings }: Site, { profile }: AccountWithProfile): number {
  const { security, defaults } = settings;
  if (!security.joinBeforeHost) return 0;
  const own = profile.meetingPreferences?.scheduling;
  if (!own) return defaults.openTime;
  return own.enabledJoinBeforeHost ? own.joinBeforeHostMinutes * 60 : 0;
}

/** What the host has set for the audio of their sessions; the rest is the site's. */
function audioFor({ profile }: AccountWithProfile): Partial<NewDocument['telephony']> {
  const audio = profile.meetingPreferences?.audio;
  if (!audio) return {};
  const { defaultAudioType, otherTeleconferenceDescription, enabledGlobalCallIn } = audio;
  if (defaultAudioType === 'webexAudio') return { intlLocalCallIn: enabledGlobalCallIn };
  if (defaultAudioType !== 'otherTeleconferenceService') return { telephonySupport: 'NONE' };
  return {
    telephonySupport: 'OTHER',
    ...(otherTeleconferenceDescription && { extTelephonyDescription: otherTeleconferenceDescription }),
  };
}

function enabled(names: readonly EnableOption[]): Record<EnableOption, boolean> {
  return Object.fromEntries(ENABLE_OPTIONS.map((name) => [name, names.includes(name)])) as Record<
    EnableOption,
    boolean
  >;
}

export interface Checked {
  readonly site: Site;
  readonly host: Account;
  readonly type: SessionType;
  readonly confName: string;
  readonly duration: number;
  readonly document: NewDocument;
}

/**
 * What a wish alone cannot tell: the limits of the type and of the site.
 * @throws RuleBroken, SessionPasswordRequired when the session breaks one.
 */
export function checkSchedule({ site, host, type, confName, duration, document }: Checked): void {
  const longest = Math.min(type.limits.maxMeetingDuration, site.settings.scheduling.maximumDuration);
  if (duration > longest) throw new RuleBroken('duration', `must be at most ${longest} minutes`);
  if (document.maxUserNumber > type.limits.maxMeetingUser) {
    throw new RuleBroken('maxUserNumber', `must be at most ${type.limits.maxMeetingUser}`);
  }
  const isEnforced = !('enforcePassword' in document) || document.enforcePassword !== false;
  const element = hasSessionPassword(type) ? 'sessionPassword' : 'meetingPassword';
  checkSessionPassword(document.password, site, { confName, host, isEnforced, element });
}

/** Trainings and events call it so (session.xsd, event.xsd). */
function hasSessionPassword({ serviceType }: SessionType): boolean {
  return serviceType === 'TrainingCenter' || serviceType === 'EventCenter';
}

/** Whether an account may be the host of sessions. */
export function canBeHost(account: Pick<Account, 'privileges' | 'active'>): boolean {
  return isHost(account) && account.active === 'ACTIVATED';
}

/**
 * The audio password of a session with a password, eight digits, when both levels of administration have
 * switched the feature on (release notes 9.0.0, Security Enhancements). One that is there stays.
 */
export function audioPasswordFor(site: Site, document: NewDocument, random: Random): string | undefined {
  const { audioPasswordBySuperAdmin, audioPasswordBySiteAdmin } = site.settings;
  if (!audioPasswordBySuperAdmin || !audioPasswordBySiteAdmin || !document.password) return undefined;
  return document.audioPassword ?? String(random.digits(8));
}
