/** A session or a personal room as the elements of GetSessionInfo, as far as the caller may see them. */

import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import type { ScheduledTest } from '../../exams/scheduled-test.ts';
import type { Running } from '../../live/live.ts';
import { maySeeAll } from '../../policies/session.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { isAudioOnly } from '../../sessions/audio-only.ts';
import { registerTokenOf } from '../../sessions/numbers.ts';
import { ROOM_DURATION, ROOM_START, roomConfID, roomTitle } from '../../sessions/personal-room.ts';
import type { Relation } from '../../sessions/relation.ts';
import { nextStart } from '../../sessions/series.ts';
import { type SessionWithDocument, statusOf } from '../../sessions/session.ts';
import { linkForAttendees } from '../../sessions/session-links.ts';
import { USUAL_SERVICE } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import { formatLocalTime, formatSiteTime } from '../../time/site-time.ts';
import { label, zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { type ServiceNames, serviceElements, serviceMetaData, testElements } from './session-info-service.ts';
import { roomTelephony, sessionTelephony } from './session-info-telephony.ts';
import type { sessionInfoResponse } from './session-info-type.ts';
import { kindOf, type Show, showing } from './session-info-visibility.ts';

type SessionInfo = ValueOf<typeof sessionInfoResponse>;

/** A session, its host and its people. */
export interface Informed {
  readonly session: SessionWithDocument;
  readonly host: AccountWithProfile;
  readonly attendees: readonly Attendee[];
  readonly seriesKey: number;
  readonly names: ServiceNames;
  /** Of a training. */
  readonly tests: readonly ScheduledTest[];
}

export interface Informing {
  readonly app: Pick<Context, 'links' | 'clock'>;
  readonly site: Site;
  readonly relation: Relation;
  /** Whether the session is open to the caller: by its password, or by who they are. */
  readonly opened: boolean;
  /** Nothing when it does not run. */
  readonly running: Running | undefined;
}

export function sessionInfo(
  { session, host, attendees, seriesKey, names, tests }: Informed,
  to: Informing,
): SessionInfo {
  const { site, relation } = to;
  const { links, clock } = to.app;
  const { document } = session;
  const show = showing(kindOf(site, session), to.opened);
  const zone = zoneOf(session.timeZoneID);
  const start = nextStart(session, clock.now()) ?? session.startAt;
  const hasRooms = host.profile.privileges.isEnableCET && site.settings.collaborationRooms;
  return {
    status: show('status', statusOf(session)),
    isLocked: show('isLocked', to.running?.isLocked),
    ...serviceElements(session, attendees, names, show),
    sessionkey: session.sessionKey,
    confID: session.confID,
    accessControl: {
      sessionPassword: show('sessionPassword', document.password ?? ''),
      listStatus: session.listStatus,
      registration: show('registration', session.registration),
      registrationURL: session.registration
        ? show('registrationURL', links.register(site, registerTokenOf(session.attendeeToken)))
        : undefined,
      passwordReq: session.passwordRequired,
      ...audioElements(site, document.audioPassword, show),
    },
    metaData: {
      confName: session.confName,
      sessionType: session.sessionType,
      serviceType: session.service,
      agenda: document.agenda === undefined ? undefined : show('agenda', document.agenda),
      ...serviceMetaData(session, names, show),
      isRecurring: session.recurring,
      agendaFormat: 'TEXT',
      descriptionFormat: 'TEXT',
      isException: session.series !== null,
      seriesMeetingKey: seriesKey,
      hasException: document.excluded.length > 0,
    },
    telephony: show('telephony', sessionTelephony({ site, session, host, relation }, show)),
    ...testElements(
      session,
      tests,
      { titleURL: links.tests(site, session.sessionKey), now: clock.now() },
      show,
    ),
    host: hostOf(host, attendees, show),
    schedule: {
      startDate: formatSiteTime(start, zone),
      duration: session.duration,
      timeZone: label(zone),
      timeZoneID: zone.id,
    },
    attendeeOptions: { joinRequiresAccount: document.attendeeOptions.joinRequiresAccount },
    isAudioOnly: isAudioOnly(site, session),
    telePresence: false,
    isAlternateHost: relation.isAlternateHost,
    isCreator: relation.isCreator,
    supportE2E: document.enableOptions.supportE2E,
    isAllowJBH: document.openTime > 0,
    isCETMeeting: hasRooms,
    isPersonalMeetingRoom: false,
    isNextUpcomingInstance: true,
    sipURL: hasRooms ? show('sipURL', links.sipMeeting(site, session.sessionKey)) : undefined,
    meetingLink: show('meetingLink', links.session(site, linkForAttendees(session))),
    hostKey: maySeeAll(relation) ? document.hostKey : undefined,
  };
}

/** A room has no schedule and no people of its own (seeds, GetSessionInfo). */
export function roomInfo(owner: AccountWithProfile, to: Informing): SessionInfo {
  const { site, relation } = to;
  const { links } = to.app;
  const show = showing('MC', to.opened);
  const zone = zoneOf(owner.timeZoneID);
  const hasRooms = owner.profile.privileges.isEnableCET && site.settings.collaborationRooms;
  return {
    status: to.running ? 'INPROGRESS' : 'NOT_INPROGRESS',
    // Not there while nobody is in it (seeds, GetSessionInfo).
    isLocked: to.running?.isLocked,
    presenter: [],
    sessionkey: Number(owner.accessCode),
    confID: roomConfID(owner),
    accessControl: {
      sessionPassword: show('sessionPassword', ''),
      listStatus: 'UNLISTED',
      registration: false,
      passwordReq: false,
    },
    metaData: {
      confName: roomTitle(owner),
      sessionType: owner.profile.sessionOptions.defaultSessionType,
      serviceType: USUAL_SERVICE,
      isRecurring: false,
      agendaFormat: 'TEXT',
      descriptionFormat: 'TEXT',
      isException: false,
      seriesMeetingKey: 0,
      hasException: false,
    },
    telephony: show('telephony', roomTelephony(site)),
    test: [],
    host: hostOf(owner, [], show),
    schedule: {
      startDate: formatLocalTime(ROOM_START),
      duration: ROOM_DURATION,
      timeZone: label(zone),
      timeZoneID: zone.id,
    },
    attendeeOptions: { joinRequiresAccount: site.settings.pmrForceLogin },
    isAudioOnly: false,
    telePresence: false,
    isAlternateHost: relation.isAlternateHost,
    isCreator: relation.isCreator,
    supportE2E: false,
    isAllowJBH: false,
    isCETMeeting: hasRooms,
    isPersonalMeetingRoom: true,
    isNextUpcomingInstance: true,
    sipURL: hasRooms ? show('sipURL', links.sipAddress(site, owner)) : undefined,
    meetingLink: show('meetingLink', links.personalRoom(site, owner)),
  };
}

/** Present where both levels of administration have switched audio passwords on. */
function audioElements({ settings }: Site, audioPassword: string | undefined, show: Show) {
  if (!settings.audioPasswordBySuperAdmin || !settings.audioPasswordBySiteAdmin) return {};
  return {
    audioPassword: audioPassword === undefined ? undefined : show('audioPassword', audioPassword),
    isEnforceAudioPassword: audioPassword !== undefined,
    isEnforceAudioLogin: settings.enforceAudioLogin,
  };
}

function hostOf(host: Account, attendees: readonly Attendee[], show: Show) {
  return {
    firstName: host.firstName,
    lastName: host.lastName,
    email: show('hostEmail', host.email),
    webExId: host.webExId,
    alternateHost:
      show(
        'hostEmail',
        attendees.filter(({ role }) => role === 'HOST').map(({ email }) => email),
      ) ?? [],
  };
}
