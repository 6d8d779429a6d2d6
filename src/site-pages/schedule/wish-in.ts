/** What the form of a session wishes, and what is wrong in it before anybody is asked. */
import type { FieldProblem, GivenFields } from '../../browser/pages/schedule-page.ts';
import { zoneOfSession } from '../../sessions/series.ts';
import { LIST_STATUSES, type SessionWithDocument } from '../../sessions/session.ts';
import type { TimingWish } from '../../sessions/timing.ts';
import { type DocumentWish, LONGEST, type SessionWish } from '../../sessions/wish.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import type { LocalTime } from '../../time/site-time.ts';
import { timeZone } from '../../time/time-zones.ts';
import { dateIn, numberIn, timeIn } from './date-fields.ts';
import { type Before, givenOf } from './given-of.ts';
import { attendeesFrom, type ListedPerson, peopleIn } from './people-list.ts';
import { repeatIn } from './repeat-fields.ts';
import type { BoxName, ScheduleFields } from './schedule-fields.ts';
import { trackingWished } from './tracking-fields.ts';

export interface Wished {
  readonly wish: SessionWish;
  readonly problems: FieldProblem[];
}

export function wishIn(
  site: Site,
  service: ServiceType,
  fields: ScheduleFields,
  before: Before | undefined,
): Wished {
  const problems: FieldProblem[] = [];
  const confName = nameIn(fields, problems);
  const timing = timingIn(fields, problems, before?.session);
  const people = peopleWished(site, service, fields, before, problems);
  const { TYPE, HOST, LISTED } = fields;
  return {
    wish: {
      confName,
      host: before ? HOST : undefined,
      sessionType: TYPE === undefined ? undefined : Number(TYPE),
      timing,
      listStatus: LIST_STATUSES.find((one) => one === LISTED),
      ...people,
      document: {
        ...documentIn(service, fields, before && givenOf(before), problems),
        tracking: trackingWished(site, service, fields, {
          before: before?.session.document.tracking,
          problems,
        }),
      },
    },
    problems,
  };
}

export function nameIn({ NAME = '' }: ScheduleFields, problems: FieldProblem[]): string {
  const name = NAME.replace(/\p{Cc}+/gu, ' ').trim();
  if (name === '') problems.push({ field: 'NAME', word: 'required' });
  if ([...name].length > LONGEST.confName) {
    problems.push({ field: 'NAME', word: 'tooLong', detail: String(LONGEST.confName) });
  }
  return name;
}

/** @returns what can be understood of it */
export function timingIn(
  fields: ScheduleFields,
  problems: FieldProblem[],
  before: SessionWithDocument | undefined,
): TimingWish {
  const { DATE = '', TIME = '', MINUTES = '', ZONE } = fields;
  const day = dateIn(DATE);
  if (!day) problems.push({ field: 'DATE', word: DATE === '' ? 'required' : 'date' });
  const time = timeIn(TIME);
  if (!time) problems.push({ field: 'TIME', word: TIME === '' ? 'required' : 'time' });
  const duration = numberIn(MINUTES, 1, 99_999);
  if (duration === undefined) problems.push({ field: 'MINUTES', word: 'minutes' });
  const chosen = ZONE === undefined ? undefined : timeZone(/^\d{1,3}$/.test(ZONE) ? Number(ZONE) : -1);
  // The number that it has stands for its own zone, which may have none.
  const zone = before && chosen?.id === before.timeZoneID ? zoneOfSession(before) : chosen;
  if (ZONE !== undefined && !zone) problems.push({ field: 'ZONE', word: 'choice' });
  const start: LocalTime | undefined = day &&
    time && { year: day.year, month: day.month, day: day.day, ...time, second: 0 };
  return { start, zone, duration, repeat: repeatIn(fields, start, problems) };
}

type PeopleWish = Pick<SessionWish, 'attending' | 'presenting' | 'audience' | 'panelists'>;

function peopleWished(
  site: Site,
  service: ServiceType,
  fields: ScheduleFields,
  before: Before | undefined,
  problems: FieldProblem[],
): PeopleWish {
  const listed = (field: 'PEOPLE' | 'COHOSTS' | 'SPEAKERS'): readonly ListedPerson[] => {
    const { people, wrong } = peopleIn(fields[field] ?? '');
    if (wrong.length > 0) problems.push({ field, word: 'addresses', detail: wrong.slice(0, 3).join(', ') });
    return people;
  };
  const { languageID } = site.settings;
  const known = before?.people ?? [];
  const [people, cohosts, speakers] = [listed('PEOPLE'), listed('COHOSTS'), listed('SPEAKERS')];
  if (service === 'EventCenter') {
    return {
      audience: attendeesFrom(people, known, { role: 'ATTENDEE', type: 'VISITOR', languageID }),
      panelists: attendeesFrom(speakers, known, { role: 'PRESENTER', type: 'PANELIST', languageID }),
    };
  }
  const isPresenting = new Set([...cohosts, ...speakers].map(({ email }) => email.toLowerCase()));
  return {
    attending: attendeesFrom(
      people.filter(({ email }) => !isPresenting.has(email.toLowerCase())),
      known,
      { role: 'ATTENDEE', type: 'VISITOR', languageID },
    ),
    presenting: [
      ...attendeesFrom(speakers, known, { role: 'PRESENTER', type: 'VISITOR', languageID }),
      ...attendeesFrom(cohosts, known, { role: 'HOST', type: 'VISITOR', languageID }),
    ],
  };
}

/** The password and the agenda; what is left empty is empty. */
export function wordsIn({ PW = '', AGENDA = '' }: ScheduleFields, problems: FieldProblem[]) {
  if ([...PW].length > LONGEST.password) {
    problems.push({ field: 'PW', word: 'tooLong', detail: String(LONGEST.password) });
  }
  if ([...AGENDA].length > LONGEST.agenda) {
    problems.push({ field: 'AGENDA', word: 'tooLong', detail: String(LONGEST.agenda) });
  }
  return { password: PW, agenda: AGENDA.replaceAll('\r\n', '\n') };
}

const MINUTE = 60;

function documentIn(
  service: ServiceType,
  fields: ScheduleFields,
  was: GivenFields | undefined,
  problems: FieldProblem[],
): DocumentWish {
  const { EARLY, TONE, REMIND, MOST } = fields;
  const is = (box: boolean | undefined) => box === true;
  const most = MOST === undefined ? 0 : numberIn(MOST, 0, 1_000_000);
  if (most === undefined) problems.push({ field: 'MOST', word: 'number', detail: '0–1000000' });
  const isEvent = service === 'EventCenter';
  return {
    ...wordsIn(fields, problems),
    openTime: EARLY === undefined ? undefined : Math.min(Number(EARLY) || 0, 1440) * MINUTE,
    entryExitTone: TONE === undefined ? undefined : Number(TONE),
    attendeeOptions: {
      request: is(fields.LOBBY),
      emailInvitations: is(fields.MAIL),
      excludePassword: is(fields.HIDEPW),
      joinRequiresAccount: is(fields.ACCOUNT),
      ...(!isEvent && { registration: is(fields.REG), auto: is(fields.AUTO) }),
      ...(service === 'MeetingCenter' && { participantLimit: most }),
      ...(service === 'TrainingCenter' && { maxRegistrations: most }),
    },
    ...(isEvent && {
      enrollment: { approvalReq: !is(fields.AUTO) },
      extOptions: { enrollmentNumber: most },
    }),
    ...(REMIND !== undefined && service === 'TrainingCenter' && { remind: remindIn(REMIND) }),
    enableOptions: optionsIn(fields, was),
    telephony: fields.AUDIO === was?.AUDIO ? undefined : telephonyIn(fields),
  };
}

/** A box may stand for several options: one that is as it was leaves them all as they were. */
function optionsIn(fields: ScheduleFields, was: GivenFields | undefined): DocumentWish['enableOptions'] {
  const change = <T>(box: BoxName, options: (isOn: boolean) => T): T | undefined => {
    const isOn = fields[box] === true;
    return was && (was[box] === '1') === isOn ? undefined : options(isOn);
  };
  return {
    ...change('VIDEO', (isOn) => ({ audioVideo: isOn, multiVideo: isOn })),
    ...change('SHARE', (isOn) => ({ desktopShare: isOn, applicationShare: isOn })),
    ...change('CHAT', (isOn) => ({ chat: isOn })),
    ...change('RECORD', (isOn) => ({ meetingRecord: isOn })),
    ...change('HIDELIST', (isOn) => ({ attendeeList: !isOn })),
    ...change('FEEDBACK', (isOn) => ({ supportFeedback: isOn, ...(!isOn && { sendFeedback: false }) })),
    ...change('DELETE', (isOn) => ({ autoDeleteAfterMeetingEnd: isOn })),
    ...(fields.AUDIO !== 'KEEP' && fields.AUDIO !== was?.AUDIO && { voip: fields.AUDIO !== 'PHONE' }),
  };
}

function remindIn(minutes: string): DocumentWish['remind'] {
  const ahead = Math.min(Number(minutes) || 0, 10 * 1440);
  return {
    enableReminder: ahead > 0,
    sendEmail: ahead > 0,
    daysAhead: 0,
    hoursAhead: 0,
    minutesAhead: ahead,
  };
}

function telephonyIn({ AUDIO }: ScheduleFields): DocumentWish['telephony'] {
  if (AUDIO === undefined || AUDIO === 'KEEP') return undefined;
  return { telephonySupport: AUDIO === 'COMPUTER' ? 'NONE' : 'CALLIN' };
}
