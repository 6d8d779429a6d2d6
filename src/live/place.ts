/** Where people meet: a session or a personal room, and on which terms it runs. */

import type { Account, AccountWithProfile } from '../accounts/account.ts';
import { roomHosting } from '../accounts/meeting-preferences.ts';
import type { CoHostsOfRun } from '../database/database.ts';
import type { BegunUsage } from '../history/usage.ts';
import { isAudioOnly } from '../sessions/audio-only.ts';
import { roomConfID, roomTitle } from '../sessions/personal-room.ts';
import { USUAL_USERS } from '../sessions/scheduling.ts';
import { nextStart } from '../sessions/series.ts';
import { type Session, SessionNotFound, type SessionWithDocument } from '../sessions/session.ts';
import { USUAL_SERVICE } from '../sites/service-type.ts';
import { sessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import { firstRules, type RoomRules } from './rules.ts';

export type Place =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'room'; readonly owner: AccountWithProfile };

/** What a run keeps from its first moment to its last. */
export interface Terms {
  /** People at once. */
  readonly capacity: number;
  /** People ask to be let in. */
  readonly admission: boolean;
  /** When it locks itself. */
  readonly lockAt: number | null;
  readonly rules: RoomRules;
  /** The first who comes before a host presents. */
  readonly firstPresents: boolean;
  /** Who of those with a host account of the site becomes a co-host by coming in. */
  readonly coHosts: CoHostsOfRun;
}

const MINUTE = 60_000;

/**
 * The key under which a place runs, unique on the installation.
 * @throws SessionNotFound when the owner has no room, or it belongs to another site
 */
export function keyOf(site: Site, place: Place): number {
  const [key, at] =
    place.kind === 'session'
      ? [place.session.sessionKey, place.session.site]
      : [Number(place.owner.accessCode ?? 0), place.owner.site];
  if (key === 0 || at !== site.id) throw new SessionNotFound(key);
  return key;
}

/** @param now when it begins: it may lock itself some minutes later */
export function termsOfSession(site: Site, session: SessionWithDocument, now: number): Terms {
  const { sessionType: type, service, document } = session;
  return {
    capacity: capacityOf(document, mostOf(site, type)),
    admission: document.attendeeOptions.request,
    lockAt: lockOf(session, now),
    rules: firstRules(service),
    firstPresents: 'firstAttendeeAsPresenter' in document && document.firstAttendeeAsPresenter,
    coHosts: coHostsOf(document.rest?.anyUserToBeCoHost, document.rest?.firstUserToBeCoHost),
  };
}

/** A number that nobody has asked for is what answers say, and keeps nobody out. */
function capacityOf({ maxUserNumber }: SessionWithDocument['document'], most: number): number {
  return maxUserNumber === USUAL_USERS ? most : Math.min(maxUserNumber, most);
}

/** Minutes after which a session locks itself that does not say how many, as personal rooms do. */
export const USUAL_LOCK = 10;

/** Those who are in before the start do not lock the others out who come in time. */
function lockOf(session: SessionWithDocument, now: number): number | null {
  const { rest, openTime } = session.document;
  if (!rest?.automaticLock) return null;
  const next = nextStart(session, now) ?? now;
  const isEarly = next > now && next - now <= openTime * 1000;
  return (isEarly ? next : now) + (rest.automaticLockMinutes ?? USUAL_LOCK) * MINUTE;
}

/** @param now the start: a room may lock itself some minutes later */
export function termsOfRoom(site: Site, { profile }: AccountWithProfile, now: number): Terms {
  const { PMRAutoLock, PMRAutoLockWaitTime } = profile.personalMeetingRoom;
  const { supportCoHost, allowFirstUserToBeCoHost } = roomHosting(profile);
  return {
    capacity: mostOf(site, profile.sessionOptions.defaultSessionType),
    admission: false,
    lockAt: PMRAutoLock ? now + PMRAutoLockWaitTime * MINUTE : null,
    rules: firstRules(),
    firstPresents: false,
    // Anybody of the site hosts a room already that says so of anybody (`sessions/relation.ts`).
    coHosts: coHostsOf(false, supportCoHost && allowFirstUserToBeCoHost),
  };
}

function coHostsOf(any: boolean | undefined, first: boolean | undefined): CoHostsOfRun {
  if (any) return 'ANY';
  return first ? 'FIRST' : 'NONE';
}

/** A type that the site no longer has limits nothing. */
function mostOf(site: Site, type: number): number {
  return sessionType(site, type)?.limits.maxMeetingUser ?? 2 ** 31 - 1;
}

/** Whether people may come before the host: from openTime before the start to its end, where the site lets them. */
export function isOpenBeforeHost(site: Site, session: SessionWithDocument, now: number): boolean {
  const { openTime, attendeeOptions } = session.document;
  // Nobody is there who could let them in.
  if (attendeeOptions.request || openTime <= 0 || !site.settings.security.joinBeforeHost) return false;
  const start = nextStart(session, now);
  return start !== undefined && now >= start - openTime * 1000;
}

type Begun = Omit<BegunUsage, 'id' | 'site' | 'startedAt'>;

/** @param subject the names of what a sales session is about */
export function usageOfSession(
  site: Site,
  session: SessionWithDocument,
  host: Account,
  subject: Pick<Begun['details'], 'account' | 'opportunity'>,
): Begun {
  const { document } = session;
  return {
    sessionKey: session.sessionKey,
    confID: session.confID,
    confName: session.confName,
    service: session.service,
    sessionType: session.sessionType,
    isAudioOnly: isAudioOnly(site, session),
    hasVoices: document.enableOptions.voip || document.enableOptions.audioVideo,
    host,
    timeZoneID: session.timeZoneID,
    startAt: session.startAt,
    duration: session.duration,
    details: {
      tracking: document.tracking,
      assistService: document.assistService,
      isPersonalRoom: false,
      typeName: sessionType(site, session.sessionType)?.displayName,
      ...subject,
    },
  };
}

export function usageOfRoom(site: Site, owner: AccountWithProfile, sessionKey: number): Begun {
  const { defaultSessionType } = owner.profile.sessionOptions;
  return {
    sessionKey,
    confID: roomConfID(owner),
    confName: roomTitle(owner),
    service: USUAL_SERVICE,
    sessionType: defaultSessionType,
    isAudioOnly: false,
    hasVoices: true,
    host: owner,
    timeZoneID: owner.timeZoneID,
    startAt: null,
    duration: null,
    details: {
      tracking: owner.profile.tracking,
      isPersonalRoom: true,
      typeName: sessionType(site, defaultSessionType)?.displayName,
    },
  };
}
