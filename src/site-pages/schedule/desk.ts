/** Who schedules, and what they may choose from. */
import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import type { PasswordRules, SchedulePage } from '../../browser/pages/schedule-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { mayScheduleForOthers } from '../../policies/host.ts';
import { isAudioOnly } from '../../sessions/audio-only.ts';
import { SESSION_SERVICES, type SessionService } from '../../sessions/services.ts';
import { SessionTypeNotSupported } from '../../sessions/session.ts';
import { isSchedulable, sessionType } from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import { labelAt, TIME_ZONES, type TimeZone } from '../../time/time-zones.ts';
import type { SERVICE_WORDS } from './schedule-fields.ts';

type ServiceWord = (typeof SERVICE_WORDS)[number];

const SERVICES: readonly (readonly [ServiceWord, SessionService])[] = [
  ['MEETING', SESSION_SERVICES.meeting],
  ['TRAINING', SESSION_SERVICES.training],
  ['EVENT', SESSION_SERVICES.event],
];

export function serviceOf(word: string | undefined): SessionService {
  return SERVICES.find(([name]) => name === word)?.[1] ?? SESSION_SERVICES.meeting;
}

/** What a host has session types for. */
export function servicesOf(site: Site, host: AccountWithProfile): ServiceWord[] {
  return SERVICES.flatMap(([word, service]) => (mayUse(site, host, service) ? [word] : []));
}

function mayUse(site: Site, host: AccountWithProfile, service: SessionService): boolean {
  try {
    service.typeFor(site, host, undefined);
    return true;
  } catch (error) {
    if (error instanceof SessionTypeNotSupported) return false;
    throw error;
  }
}

/** The session types that a host may choose from; none where there is nothing to choose. */
export function typesOf(
  site: Site,
  host: AccountWithProfile,
  service: SessionService,
): SchedulePage['types'] {
  const types = host.profile.meetingTypes
    .flatMap((id) => sessionType(site, id) ?? [])
    .filter((type) => type.serviceType === service.serviceType && isSchedulable(site, type))
    .filter(({ meetingTypeID }) => !isAudioOnly(site, { sessionType: meetingTypeID }));
  if (types.length < 2) return [];
  return types.map(({ meetingTypeID, displayName }) => ({
    value: String(meetingTypeID),
    label: displayName,
  }));
}

/** @param own that of the session that is changed: it stands under its number */
export function zoneChoices(now: number, own: TimeZone | undefined): SchedulePage['zones'] {
  return TIME_ZONES.filter(({ replacedBy }) => replacedBy === undefined)
    .map((zone) => (zone.id === own?.id ? own : zone))
    .map((zone) => ({ value: String(zone.id), label: labelAt(zone, now), iana: zone.iana }));
}

export function passwordRules({ settings }: Site): PasswordRules {
  const { allMeetingsPassword, strictMeetingPasswords } = settings.security;
  const { minLength, mixedCase, minNumeric, minAlpha, minSpecial } = settings.meetingPasswordCriteria;
  const strict = { minLength, mixedCase, minNumeric, minAlpha, minSpecial };
  const none = { minLength: 0, mixedCase: false, minNumeric: 0, minAlpha: 0, minSpecial: 0 };
  return { isRequired: allMeetingsPassword, ...(strictMeetingPasswords ? strict : none) };
}

export function decided({ site }: PageCall, account: Account | undefined): SchedulePage['may'] {
  const { security, telephony } = site.settings;
  return {
    early: security.joinBeforeHost,
    phone: telephony.tollNumber !== '' || telephony.tollFreeNumber !== '',
    list: !security.allMeetingsUnlisted,
    otherHost: account !== undefined && mayScheduleForOthers(site, account),
  };
}
