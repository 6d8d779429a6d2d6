/** What stands in the fields of the form: for a session that is there, and for a new one. */
import type { GivenFields } from '../../browser/pages/schedule-page.ts';
import { type Attendee, isPanelist } from '../../sessions/attendee.ts';
import type { NewDocument } from '../../sessions/documents/session-document.ts';
import { localTimeAt } from '../../sessions/recurrence/clock-readings.ts';
import { NO_REPEAT } from '../../sessions/recurrence/repeat.ts';
import { zoneOfSession } from '../../sessions/series.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { LocalTime } from '../../time/site-time.ts';
import type { TimeZone } from '../../time/time-zones.ts';
import { dateText, timeText } from './date-fields.ts';
import { personText } from './people-list.ts';
import { repeatGiven } from './repeat-fields.ts';
import type { SERVICE_WORDS } from './schedule-fields.ts';
import { trackingGiven } from './tracking-fields.ts';

/** The session that the form changes, with its people. */
export interface Before {
  readonly session: SessionWithDocument;
  readonly people: readonly Attendee[];
}

type ServiceWord = (typeof SERVICE_WORDS)[number];

const WORD_OF: Readonly<Record<SessionWithDocument['document']['kind'], ServiceWord | undefined>> = {
  meeting: 'MEETING',
  audioOnly: 'MEETING',
  training: 'TRAINING',
  event: 'EVENT',
  support: undefined,
  sales: undefined,
};

export function givenOf({ session, people }: Before): GivenFields {
  const { document, confName, duration, timeZoneID, listStatus, sessionType, version } = session;
  const start = document.startLocal ?? localTimeAt(session.startAt, zoneOfSession(session));
  const fields = peopleByField(people);
  const listed = (list: readonly Attendee[]) => list.map(personText).join('\n');
  return {
    ...documentGiven(document),
    MK: String(session.sessionKey),
    V: String(version),
    NAME: confName,
    SERVICE: WORD_OF[document.kind],
    TYPE: String(sessionType),
    ...startGiven(start),
    ...repeatGiven(document.repeat, start),
    MINUTES: String(duration),
    ZONE: String(timeZoneID),
    PEOPLE: listed(fields.PEOPLE),
    COHOSTS: listed(fields.COHOSTS),
    SPEAKERS: listed(fields.SPEAKERS),
    LISTED: listStatus,
  };
}

export function startGiven(start: LocalTime): { readonly DATE: string; readonly TIME: string } {
  return { DATE: dateText(start), TIME: timeText(start) };
}

interface ForNew {
  readonly document: NewDocument;
  readonly duration: number;
  readonly password: string | undefined;
  readonly now: number;
  readonly zone: TimeZone;
}

const HALF_HOUR = 30 * 60_000;

/** Soon, and what is usual. */
export function newGiven({ document, duration, password, now, zone }: ForNew): GivenFields {
  const start = localTimeAt(startSoon(now), zone);
  return {
    ...documentGiven(document),
    ...startGiven(start),
    ...repeatGiven(NO_REPEAT, start),
    MINUTES: String(duration),
    ZONE: String(zone.id),
    MAIL: '1',
    AUTO: '1',
    PW: password,
    LISTED: 'UNLISTED',
  };
}

/** The next half hour that is some minutes away. */
export function startSoon(now: number): number {
  return Math.ceil((now + 10 * 60_000) / HALF_HOUR) * HALF_HOUR;
}

type AnyDocument = NewDocument & Partial<Pick<SessionWithDocument['document'], 'kind'>>;

function documentGiven(document: AnyDocument): GivenFields {
  const { attendeeOptions, enableOptions, telephony, openTime, entryExitTone, remind } = document;
  const box = (isOn: boolean | undefined) => (isOn ? '1' : undefined);
  const most = attendeeOptions.maxRegistrations || attendeeOptions.participantLimit;
  return {
    ...trackingGiven(document.tracking),
    PW: document.password || undefined,
    AGENDA: document.agenda,
    EARLY: String(Math.floor(openTime / 60)),
    TONE: String(entryExitTone),
    MOST: most ? String(most) : undefined,
    REMIND: String(minutesAhead(remind)),
    AUDIO: audioOf(enableOptions.voip, telephony.telephonySupport),
    MAIL: box(attendeeOptions.emailInvitations),
    LOBBY: box(attendeeOptions.request),
    REG: box(attendeeOptions.registration),
    AUTO: box(attendeeOptions.auto),
    ACCOUNT: box(attendeeOptions.joinRequiresAccount),
    HIDEPW: box(attendeeOptions.excludePassword),
    VIDEO: box(enableOptions.audioVideo || enableOptions.multiVideo),
    SHARE: box(enableOptions.desktopShare || enableOptions.applicationShare),
    CHAT: box(enableOptions.chat),
    RECORD: box(enableOptions.meetingRecord),
    HIDELIST: box(document.hidesAttendees),
    FEEDBACK: box(enableOptions.supportFeedback || enableOptions.sendFeedback),
    DELETE: box(enableOptions.autoDeleteAfterMeetingEnd),
  };
}

function minutesAhead({
  enableReminder,
  daysAhead = 0,
  hoursAhead = 0,
  minutesAhead: minutes = 0,
}: NewDocument['remind']): number {
  return enableReminder === false ? 0 : (daysAhead * 24 + hoursAhead) * 60 + minutes;
}

/** What the form does not offer stays as it is. */
function audioOf(voip: boolean, support: NewDocument['telephony']['telephonySupport']): string {
  if (support === 'NONE') return voip ? 'COMPUTER' : 'KEEP';
  if (support === 'CALLIN') return voip ? 'BOTH' : 'PHONE';
  return 'KEEP';
}

/** The people of a session by the fields that they stand in; whoever registered by themselves stays as they are. */
export function peopleByField(
  people: readonly Attendee[],
): Readonly<Record<'PEOPLE' | 'COHOSTS' | 'SPEAKERS', Attendee[]>> {
  const speakers = people.filter((one) => isPanelist(one) || one.role === 'PRESENTER');
  return {
    PEOPLE: people.filter(
      (one) => !speakers.includes(one) && one.role === 'ATTENDEE' && one.registeredAt === null,
    ),
    COHOSTS: people.filter((one) => !speakers.includes(one) && one.role === 'HOST'),
    SPEAKERS: speakers,
  };
}
