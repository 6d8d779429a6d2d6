/** Pages of hosts as the server sends them: lists by days, the form of a session, one day of a series. */
import type { MeetingDays, MeetingRow } from '../../src/browser/pages/meeting-row.ts';
import type { PageContent } from '../../src/browser/pages/page-data.ts';
import type { SchedulePage, Timetable } from '../../src/browser/pages/schedule-page.ts';

const form = (fields: Readonly<Record<string, string>> = {}) => ({
  action: '/posted',
  fields: { FORM: 'a-token', ...fields },
});

const NOW = Date.UTC(2026, 2, 4, 8);
const HOUR = 3_600_000;

function meeting(confName: string, inHours: number, more: Partial<MeetingRow> = {}): MeetingRow {
  const startAt = NOW + inHours * HOUR;
  const day = new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return {
    confName,
    url: `/acme/j.php?MTID=m${inHours}`,
    startAt,
    duration: 60,
    day: day.format(startAt),
    time: '10:00 – 11:00 AM',
    inProgress: false,
    start: form({ AT: 'HM' }),
    ...more,
  };
}

export const days: MeetingDays = {
  rows: [
    meeting('Stand-up', -1, { inProgress: true, repeats: 'DAILY' }),
    meeting('Überprüfung der vierteljährlichen Verkaufszahlenentwicklungsprognose aller Abteilungen', 2, {
      start: undefined,
      join: '/acme/m.php?AT=JM&MK=1',
      hostName: 'Nguyễn Thị Minh Khai',
    }),
    meeting('Interview', 4),
    meeting('Stand-up', 26, { repeats: 'DAILY' }),
    meeting('Office hours', 60, { startAt: undefined, time: undefined }),
  ],
  zone: 'Europe/Berlin',
  now: NOW,
};

const views = (['upcoming', 'recurring', 'past', 'recorded'] as const).map((view) => ({
  view,
  url: `/acme/meetings.php?V=${view}`,
}));

export const timetable: Timetable = {
  startAt: NOW,
  day: 'Tuesday, December 1',
  time: '10:00 – 11:00 AM',
  zone: 'Europe/Berlin',
  repeat: {
    type: 'WEEKLY',
    interval: 1,
    days: [2],
    until: 'Tuesday, March 2, 2027',
    times: 14,
    next: ['Tuesday, December 1', 'Tuesday, December 8', 'Tuesday, December 15'],
  },
};

const SCHEDULE: SchedulePage = {
  page: 'schedule',
  form: form(),
  given: {
    SERVICE: 'MEETING',
    DATE: '2026-12-01',
    TIME: '10:00',
    MINUTES: '60',
    ZONE: '25',
    REPEAT: 'NONE',
    PW: 'Wtmbx739',
    MAIL: '1',
    AUTO: '1',
    CHAT: '1',
    VIDEO: '1',
    SHARE: '1',
    AUDIO: 'COMPUTER',
    EARLY: '15',
    LISTED: 'UNLISTED',
  },
  problems: [],
  services: ['meeting', 'training', 'event'],
  zones: [
    { value: '25', label: 'GMT+01:00, Europe (Berlin)', iana: 'Europe/Berlin' },
    { value: '4', label: 'GMT-08:00, Pacific (San Francisco)', iana: 'America/Los_Angeles' },
  ],
  types: [
    { value: '1', label: 'Meeting Center Pro Meeting' },
    { value: '2', label: 'Meeting Center Standard' },
  ],
  suggest: '/people',
  tracking: [
    {
      name: 'TC1',
      label: 'Department',
      shownIn: ['MEETING', 'TRAINING', 'EVENT'],
      requiredIn: ['MEETING'],
      lockedIn: [],
      isListed: true,
      values: ['Sales', 'Research', 'Human resources and everything else that has a long name'],
    },
    {
      name: 'TC2',
      label: 'Project',
      shownIn: ['MEETING'],
      requiredIn: [],
      lockedIn: [],
      isListed: false,
      values: ['Apollo', 'Gemini'],
    },
    {
      name: 'TC3',
      label: 'Cost centre',
      shownIn: ['MEETING'],
      requiredIn: [],
      lockedIn: ['MEETING'],
      isListed: false,
      values: [],
    },
  ],
  password: { isRequired: true, minLength: 8, mixedCase: true, minNumeric: 1, minAlpha: 2, minSpecial: 0 },
  drawnPassword: 'Qqwer234',
  may: { early: true, phone: true, list: true, otherHost: true },
  longest: 1440,
};

/** By the names of their screenshots; all of them are of somebody who is signed in. */
export const HOST_SAMPLES: Readonly<Record<string, PageContent>> = {
  home: {
    page: 'home',
    firstName: 'Holly',
    meetings: days,
    more: '/acme/meetings.php',
    personalRoom: {
      url: 'https://meet.example/acme/meet/hostid',
      inProgress: true,
      start: form({ AT: 'HM' }),
    },
    meetNow: form({ AT: 'IM' }),
    schedule: '/acme/schedule.php',
    joinByNumber: { action: '/acme/m.php', fields: { AT: 'JM' } },
    programs: '/acme/programs.php',
    console: '/acme/console',
  },
  'home-empty': {
    page: 'home',
    firstName: 'Holly',
    problem: 'AlreadyLogon',
    meetings: { ...days, rows: [] },
    schedule: '/acme/schedule.php',
    joinByNumber: { action: '/acme/m.php', fields: { AT: 'JM' } },
  },
  meetings: {
    page: 'meetings',
    view: 'past',
    views,
    meetings: {
      ...days,
      rows: [
        meeting('Stand-up', -20, { start: undefined, state: 'held' }),
        meeting('Interview', -50, { start: undefined, state: 'not-held', hostName: 'Ann Lee' }),
        meeting('Recorded one', -51, { start: undefined, recording: '/acme/ldr.php' }),
      ],
    },
    search: { action: '/acme/meetings.php', fields: { V: 'PAST' } },
    after: '/acme/meetings.php?PG=2',
    schedule: '/acme/schedule.php',
    done: 'cancelled',
  },
  'meetings-none': {
    page: 'meetings',
    view: 'upcoming',
    views,
    meetings: { ...days, rows: [] },
    search: { action: '/acme/meetings.php', fields: {}, name: 'xyz' },
  },
  schedule: SCHEDULE,
  'schedule-change': {
    ...SCHEDULE,
    changes: { confName: 'Stand-up', url: '/acme/j.php', isSeries: true },
    services: [],
    given: {
      ...SCHEDULE.given,
      NAME: 'Stand-up',
      REPEAT: 'WEEKLY',
      EVERY: '1',
      DAY2: '1',
      ENDS: 'ON',
      UNTIL: '2026-11-01',
      PEOPLE: 'Ann Lee <ann@example.com>\nbob@example.com',
      COHOSTS: 'nobody@example.com',
      PW: 'abc',
    },
    problems: [
      { field: 'UNTIL', word: 'untilEarly' },
      { field: 'PW', word: 'passwordRule' },
      { field: 'COHOSTS', word: 'noAccount', detail: 'nobody@example.com' },
    ],
    when: timetable,
    cancel: form(),
    changedMeanwhile: 'NAME AGENDA',
  },
  'schedule-cancel': {
    ...SCHEDULE,
    changes: { confName: 'Stand-up', url: '/acme/j.php', isSeries: false },
    services: [],
    given: { ...SCHEDULE.given, NAME: 'Stand-up' },
    when: { ...timetable, repeat: undefined },
    cancel: form(),
    asksToCancel: true,
  },
  'schedule-signed-out': { ...SCHEDULE, signedOut: '/acme/signin.php', gone: true },
  occurrence: {
    page: 'occurrence',
    confName: 'Stand-up',
    back: '/acme/j.php',
    series: '/acme/schedule.php?MK=1',
    problems: [{ word: 'lastOne' }, { field: 'DATE', word: 'takenDay' }],
    given: { NAME: 'Stand-up', DATE: '2026-12-01', TIME: '10:00', MINUTES: '30', PW: 'Wtmbx739' },
    password: {
      isRequired: false,
      minLength: 4,
      mixedCase: false,
      minNumeric: 0,
      minAlpha: 0,
      minSpecial: 0,
    },
    when: { ...timetable, repeat: undefined },
    move: form(),
    drop: form(),
  },
};
