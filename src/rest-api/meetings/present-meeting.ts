/** A session of any service as a meeting of this interface, as far as the caller may see it. */
import type { Account } from '../../accounts/account.ts';
import type { Usage } from '../../history/usage.ts';
import { USUAL_LOCK } from '../../live/place.ts';
import { maySeeAll, needsNoPassword } from '../../policies/session.ts';
import { asOccurrence } from '../../sessions/as-occurrence.ts';
import { takesRegistrations } from '../../sessions/enrollment/enrolled-in.ts';
import { registerTokenOf } from '../../sessions/numbers.ts';
import { type Occurrence, occurrencesAfter } from '../../sessions/occurrence-list.ts';
import type { Relation } from '../../sessions/relation.ts';
import { durationAt, nextStart } from '../../sessions/series.ts';
import type { Session, SessionWithDocument } from '../../sessions/session.ts';
import { linkForAttendees } from '../../sessions/session-links.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import type { Zone } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { humanLinks } from '../human-links.ts';
import { presentRegistration } from '../registration/form-words.ts';
import type { RestCall } from '../rest-caller.ts';
import { siteUrlOf } from '../site-url.ts';
import { telephonyOf } from './call-in.ts';
import {
  attendeePrivilegesOf,
  audioConnectionOf,
  joinSecurityOf,
  meetingOptionsOf,
} from './document-words.ts';
import { clientOf } from './integration-tags.ts';
import type { meetingType } from './meeting-shape.ts';
import { recurrenceOf } from './recurrence-text.ts';

export type MeetingValue = ValueOf<typeof meetingType>;

/** What is told to: the call, or for a webhook those parts of one that are known. */
export type Audience = Pick<RestCall, 'app' | 'ids' | 'origin' | 'site' | 'zone'> &
  Partial<Pick<RestCall, 'token'>>;

const MINUTE = 60_000;

/** A meeting that begins so long before a start is held for it. */
const EARLIEST = 60 * MINUTE;

export const SCHEDULED_TYPE_OF: Readonly<Record<ServiceType, 'meeting' | 'webinar'>> = {
  MeetingCenter: 'meeting',
  TrainingCenter: 'webinar',
  EventCenter: 'webinar',
  SalesCenter: 'meeting',
  SupportCenter: 'meeting',
};

export interface PresentedMeeting {
  readonly session: SessionWithDocument;
  readonly host: Account | undefined;
  readonly relation: Relation;
  /** Whoever knows the password sees what invited people see. */
  readonly opened?: boolean;
  /** The times that it ran, where an occurrence that is over is told of. */
  readonly usages?: readonly Pick<Usage, 'startedAt'>[] | undefined;
  /** Which occurrence comes next, where one is told of. */
  readonly nextIndex?: number | undefined;
  /** Start and end of the next occurrence of a series, not of the first. */
  readonly current?: boolean;
}

/** A series, or a meeting that does not recur. */
export function presentMeeting(to: Audience, meeting: PresentedMeeting): MeetingValue {
  const { session } = meeting;
  const startAt = startOf(session, meeting.current ? to.app.clock.now() : undefined);
  return {
    ...described(to, meeting),
    id: to.ids.series(session.site, session.sessionKey),
    meetingType: 'meetingSeries',
    state: stateOfSeries(session, to.app.clock.now()),
    ...times(startAt, durationAt(session, startAt), to.zone),
    recurrence: recurrenceOf(session),
  };
}

/** One start of a series, or the one start of a meeting that does not recur. */
export function presentOccurrence(
  to: Audience,
  meeting: PresentedMeeting,
  occurrence: Occurrence,
): MeetingValue {
  const { session } = meeting;
  const { from, at = from, duration, isModified } = occurrence;
  return {
    ...described(to, { ...meeting, session: asOccurrence(session, at) }),
    id: to.ids.occurrence(session.site, session.sessionKey, from),
    meetingSeriesId: to.ids.series(session.site, session.sessionKey),
    meetingType: 'scheduledMeeting',
    state: stateOfOccurrence(meeting, occurrence, to.app.clock.now()),
    isModified,
    ...times(at, duration, to.zone),
  };
}

function times(startAt: number, duration: number, zone: Zone) {
  return {
    timezone: zone.iana,
    start: isoTime(startAt, zone),
    end: isoTime(startAt + duration * MINUTE, zone),
  };
}

/** The first start, or the one that runs at an instant or comes next. */
export function startOf(session: SessionWithDocument, now: number | undefined): number {
  if (now === undefined || !session.recurring) return session.startAt;
  return nextStart(session, now) ?? session.startAt;
}

export function stateOfSeries(
  { inProgress, endAt }: Session,
  now: number,
): 'active' | 'inProgress' | 'expired' {
  if (inProgress) return 'inProgress';
  return endAt <= now ? 'expired' : 'active';
}

/** The first start is ready at once, and each further one when the one before should have ended. */
function stateOfOccurrence(
  { session, usages = [], nextIndex = 1 }: PresentedMeeting,
  { index, from, at = from, duration }: Occurrence,
  now: number,
): 'scheduled' | 'ready' | 'inProgress' | 'ended' | 'missed' {
  const { inProgress, actualStartAt } = session;
  const { from: earliest, to: end } = timeOfOccurrence({ from, at, duration });
  const belongs = (instant: number) => instant >= earliest && instant < end;
  if (inProgress && actualStartAt !== null && belongs(actualStartAt)) return 'inProgress';
  if (end <= now) return usages.some(({ startedAt }) => belongs(startedAt)) ? 'ended' : 'missed';
  return index === 1 || index === nextIndex || at <= now ? 'ready' : 'scheduled';
}

/** When what begins to run is that occurrence; epoch milliseconds, `to` is not included. */
export function timeOfOccurrence({
  from,
  at = from,
  duration,
}: Pick<Occurrence, 'from' | 'at' | 'duration'>) {
  return { from: at - EARLIEST, to: at + duration * MINUTE };
}

/** Which occurrence is the first that is not over. @param starts of the series, where they are known */
export function nextIndexOf(
  session: SessionWithDocument,
  starts: readonly Occurrence[] | undefined,
  now: number,
): number | undefined {
  if (!session.recurring) return 1;
  if (!starts) return occurrencesAfter(session, now, 1)[0]?.index;
  return starts.find(({ from, at = from, duration }) => at + duration * MINUTE > now)?.index;
}

/** All but what kind of meeting it is, and when. */
function described(
  to: Audience,
  { session, host, relation, opened = false }: PresentedMeeting,
): Omit<MeetingValue, 'id' | 'meetingType' | 'state' | 'timezone' | 'start'> {
  const { app, ids, site } = to;
  const { document } = session;
  const { rest = {}, attendeeOptions, enableOptions } = document;
  const links = humanLinks(app, to.origin);
  const seesAll = maySeeAll(relation);
  const seesMuch = seesAll || opened || needsNoPassword(relation);
  const siteUrl = siteUrlOf(app, site);
  const openMinutes = Math.floor(document.openTime / 60);
  return {
    meetingNumber: String(session.sessionKey),
    title: session.confName,
    agenda: seesMuch ? document.agenda || undefined : undefined,
    password: seesMuch ? (document.password ?? '') : undefined,
    phoneAndVideoSystemPassword: seesMuch ? document.audioPassword : undefined,
    hostUserId: host ? ids.person(host) : '',
    hostDisplayName: host ? `${host.firstName} ${host.lastName}`.trim() : '',
    hostEmail: host?.email ?? '',
    hostKey: seesAll ? document.hostKey : undefined,
    siteUrl,
    webLink:
      rest.inPersonalRoom && host
        ? links.personalRoom(site, host)
        : links.session(site, linkForAttendees(session)),
    registerLink: takesRegistrations(document)
      ? links.register(site, registerTokenOf(session.attendeeToken))
      : undefined,
    registration: seesAll && takesRegistrations(document) ? presentRegistration(session) : undefined,
    sipAddress: `${session.sessionKey}@${siteUrl}`,
    hostDidJoin: session.hostJoined,
    attendeeDidJoin: session.participantsJoined,
    enabledAutoRecordMeeting: rest.autoRecord ?? false,
    allowAnyUserToBeCoHost: rest.anyUserToBeCoHost ?? false,
    allowFirstUserToBeCoHost: rest.firstUserToBeCoHost ?? false,
    allowAuthenticatedDevices: rest.authenticatedDevices ?? false,
    enabledJoinBeforeHost: document.openTime > 0,
    joinBeforeHostMinutes: openMinutes,
    enableConnectAudioBeforeHost: document.joinTeleconfBeforeHost,
    excludePassword: attendeeOptions.excludePassword,
    publicMeeting: session.listStatus === 'PUBLIC',
    reminderTime: reminderOf(document.remind),
    unlockedMeetingJoinSecurity: joinSecurityOf(attendeeOptions),
    sessionTypeId: session.sessionType,
    scheduledType: rest.inPersonalRoom ? 'personalRoomMeeting' : SCHEDULED_TYPE_OF[session.service],
    enabledBreakoutSessions: enableOptions.supportBreakoutSessions,
    panelistPassword: seesAll && document.kind === 'event' ? document.panelistPassword : undefined,
    enableAutomaticLock: rest.automaticLock ?? false,
    automaticLockMinutes: rest.automaticLockMinutes ?? (rest.automaticLock ? USUAL_LOCK : undefined),
    telephony: seesMuch ? telephonyOf(to, session) : undefined,
    meetingOptions: meetingOptionsOf(enableOptions),
    attendeePrivileges: attendeePrivilegesOf(enableOptions),
    integrationTags: to.token && tagsOf(rest.integrationTags, clientOf(to.token)),
    trackingCodes: trackingCodesOf(site, document.tracking),
    audioConnectionOptions: audioConnectionOf(document),
  };
}

function tagsOf(
  all: readonly { readonly client: string; readonly tags: readonly string[] }[] | undefined,
  client: string,
): readonly string[] | undefined {
  return all?.find((one) => one.client === client)?.tags;
}

/** Minutes; nothing where nobody is reminded. */
function reminderOf({
  enableReminder,
  daysAhead = 0,
  hoursAhead = 0,
  minutesAhead = 0,
}: {
  readonly enableReminder?: boolean | undefined;
  readonly daysAhead?: number | undefined;
  readonly hoursAhead?: number | undefined;
  readonly minutesAhead?: number | undefined;
}): number | undefined {
  const minutes = (daysAhead * 24 + hoursAhead) * 60 + minutesAhead;
  return enableReminder === false || minutes === 0 ? undefined : minutes;
}

function trackingCodesOf(
  { settings }: Site,
  tracking: Readonly<Record<string, string | undefined>>,
): { name: string; value: string }[] | undefined {
  const codes = settings.trackingCodes.flatMap(({ index, name }) => {
    const value = tracking[`trackingCode${index}`];
    return value === undefined || value === '' ? [] : [{ name, value }];
  });
  return codes.length > 0 ? codes : undefined;
}
