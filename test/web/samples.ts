/** Pages as the server sends them: every kind, with much and with little in it. */
import type {
  Form,
  Page,
  PageContent,
  RoomState,
  SessionView,
  When,
} from '../../src/browser/pages/page-data.ts';

/** Where the forms of the samples are posted to. */
export const POSTED = '/posted';

export const form = (fields: Readonly<Record<string, string>> = {}): Form => ({
  action: POSTED,
  fields: { FORM: 'a-token', ...fields },
});

const START = Date.UTC(2026, 2, 4, 15, 30);

export const when: When = {
  startAt: START,
  duration: 60,
  zone: 'America/New_York',
  text: 'Wednesday, March 4, 2026, 10:30 AM – 11:30 AM, New York (Eastern Standard Time, GMT-05:00)',
};

export const session: SessionView = {
  kind: 'meeting',
  confName: 'Quarterly review',
  hostName: 'Holly Host',
  sessionKey: '123 456 789',
  when,
  inProgress: false,
  agenda: 'Numbers of the quarter\nPlans for the next one\n\nBring your questions.',
};

const weekly: SessionView = {
  ...session,
  confName: 'Überprüfung der vierteljährlichen Verkaufszahlenentwicklungsprognose',
  when: { ...when, repeats: 'Every week on Monday, Wednesday and Friday, 24 times' },
  inProgress: true,
  agenda: undefined,
};

const always: SessionView = {
  ...session,
  when: { duration: 0, zone: 'Europe/Berlin', text: 'Open at any time' },
};

export const room: RoomState = {
  people: [
    { id: 'a', name: 'Holly Host', isHost: true, isYou: true, since: START },
    { id: 'b', name: 'Nguyễn Thị Minh Khai', isHost: false, isYou: false, since: START + 60_000 },
    { id: 'c', name: 'Bo', isHost: false, isYou: false, since: START + 90_000 },
    { id: 'd', name: 'محمد الأمين', isHost: false, isYou: false, since: START + 120_000 },
    { id: 'e', name: '東京 太郎', isHost: false, isYou: false, since: START + 120_000 },
  ],
  waiting: [
    { id: 'w', name: 'Gus Guest' },
    { id: 'x', name: 'Ada Lovelace' },
  ],
  isLocked: false,
  startedAt: START,
};

const guests = ['Bo', 'Ada Lovelace'].map((name, at) => ({
  id: String(at),
  name,
  isHost: at === 0,
  isYou: at === 1,
  since: START,
}));

const row = (
  confName: string,
  days: number,
  more: Partial<{ inProgress: boolean; isHost: boolean }> = {},
) => ({
  confName,
  url: `/e.php?MK=${days}`,
  when: { ...when, startAt: START + days * 86_400_000 },
  inProgress: false,
  isHost: false,
  ...more,
});

const SITE = { siteName: 'acme', home: '/acme/' };
const VISITOR = { name: 'Holly Host', webExId: 'hostid', signOut: form({ AT: 'LO' }) };

const signedOut = (content: PageContent): Page => ({ site: SITE, content });
const signedIn = (content: PageContent): Page => ({ site: SITE, visitor: VISITOR, content });

/** A picture of one grey point. */
const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"%3E%3Crect width="4" height="1" fill="%23789"/%3E%3C/svg%3E';

/** By the names of their screenshots. */
export const SAMPLES: Readonly<Record<string, Page>> = {
  welcome: { content: { page: 'welcome' } },
  'welcome-problem': { content: { page: 'welcome', problem: 'InvalidDataFormat' } },
  'sign-in': signedOut({
    page: 'sign-in',
    form: form({ AT: 'LI' }),
    forgotPassword: '/forgot.php',
    identityProvider: '/sso.php',
  }),
  'sign-in-failed': signedOut({
    page: 'sign-in',
    form: form({ AT: 'LI' }),
    WID: 'hostid',
    problem: 'BadWebExIDorPassword',
    forgotPassword: '/forgot.php',
  }),
  'sign-in-provider': signedOut({ page: 'sign-in', notice: 'signed-out', identityProvider: '/sso.php' }),
  'sign-in-changed': signedOut({ page: 'sign-in', notice: 'password-changed', form: form() }),
  home: signedIn({
    page: 'home',
    firstName: 'Holly',
    sessions: [
      row('Stand-up', 0, { inProgress: true, isHost: true }),
      row('Quarterly review with everybody from sales, marketing and production', 1),
      row('Interview', 2, { isHost: true }),
    ],
    more: true,
    personalRoom: 'https://meet.example/acme/meet/hostid',
    meetNow: form({ AT: 'MN' }),
    console: '/acme/console',
  }),
  overview: signedIn({
    page: 'overview',
    siteName: 'acme',
    home: '/acme/',
    queues: '/acme/queues.php',
    sessions: [
      row('Stand-up', 0, { inProgress: true }),
      row('Quarterly review with everybody from sales, marketing and production', 1, { isHost: true }),
      row('Interview', 2),
    ],
    more: true,
  }),
  'overview-empty': signedIn({
    page: 'overview',
    siteName: 'acme',
    home: '/acme/',
    queues: '/acme/queues.php',
    sessions: [],
    more: false,
  }),
  queues: signedIn({
    page: 'queues',
    queues: [
      { id: '1', name: 'Invoices', people: 0, remove: form({ ID: '1' }) },
      { id: '2', name: 'Printers', people: 1, remove: form({ ID: '2' }) },
      {
        id: '3',
        name: 'Everything else that has something to do with deliveries and returns',
        people: 12,
        remove: form({ ID: '3' }),
      },
    ],
    make: form({ DO: 'MAKE' }),
    back: '/acme/console',
  }),
  'queues-refused': signedIn({
    page: 'queues',
    problem: 'taken',
    name: 'Printers',
    queues: [{ id: '2', name: 'Printers', people: 1, remove: form({ ID: '2' }) }],
    make: form({ DO: 'MAKE' }),
    back: '/acme/console',
  }),
  'queues-none': signedIn({ page: 'queues', queues: [], make: form({ DO: 'MAKE' }), back: '/acme/console' }),
  'queues-read': signedIn({
    page: 'queues',
    queues: [{ id: '2', name: 'Printers', people: 1 }],
    back: '/acme/console',
  }),
  'home-empty': signedIn({
    page: 'home',
    firstName: 'Holly',
    problem: 'AlreadyLogon',
    sessions: [],
    more: false,
  }),
  'change-password': signedOut({ page: 'change-password', WID: 'hostid', form: form() }),
  'change-password-refused': signedIn({
    page: 'change-password',
    problem: 'PasswordNotAccepted',
    rule: 'must be at least 8 characters long',
    form: form(),
  }),
  'forgot-password-no-mail': signedOut({ page: 'forgot-password', state: 'noMail', form: form() }),
  'forgot-password': signedOut({ page: 'forgot-password', state: 'ask', form: form() }),
  'confirm-email': signedOut({ page: 'confirm-email', state: 'ask', email: 'ann@example.com', form: form() }),
  'confirm-email-done': signedOut({
    page: 'confirm-email',
    state: 'done',
    email: 'ann@example.com',
    form: form(),
  }),
  'confirm-email-dead': signedOut({ page: 'confirm-email', state: 'dead', form: form() }),
  'forgot-password-sent': signedOut({ page: 'forgot-password', state: 'sent', form: form() }),
  'reset-password': signedOut({ page: 'reset-password', form: form() }),
  'reset-password-refused': signedOut({ page: 'reset-password', problem: 'PasswordsDiffer', form: form() }),
  'signed-up': signedOut({ page: 'signed-up', webExId: 'percy', waits: false, signIn: '/acme/' }),
  'signed-up-waits': signedOut({ page: 'signed-up', webExId: 'percy', waits: true, signIn: '/acme/' }),
  session: signedOut({
    page: 'session',
    session,
    calendar: '/j.php?ICS=MIFA',
    callIn: '/globalcallin.php',
    join: '/m.php?AT=JM',
    hostSignIn: '/p.php',
  }),
  'session-host': signedIn({
    page: 'session',
    session: { ...weekly, inProgress: false },
    calendar: '/j.php?ICS=MIFH',
    join: '/m.php?AT=JM',
    start: form({ AT: 'HM' }),
    register: '/j.php?RGID=r1',
    registrants: { url: '/r.php', pending: 3 },
  }),
  'session-training': signedIn({
    page: 'session',
    session: {
      ...session,
      kind: 'training',
      confName: 'Pruning apple trees',
      description: 'From the first cut to the harvest.\nBring your own saw.',
      dates: [0, 7, 9].map((days) => ({ ...when, startAt: START + days * 86_400_000 })),
    },
    calendar: '/j.php?ICS=MIFA',
    opens: 20,
    state: 'pending',
  }),
  'session-event': signedOut({
    page: 'session',
    session: {
      ...session,
      kind: 'event',
      confName: 'The night of the apples',
      description: 'A whole night about apples.',
      panelists: 'Pam Pomona, grower\nDr Ada Byron, University of Somewhere',
      image: PICTURE,
      agenda: undefined,
    },
    opens: 0,
    register: '/m.php?AT=GF',
    hostSignIn: '/p.php',
  }),
  'session-event-full': signedOut({
    page: 'session',
    session: { ...session, kind: 'event', confName: 'Too small a hall', agenda: undefined },
    opens: 60,
    closed: 'full',
  }),
  'session-panelist': signedOut({
    page: 'session',
    session: { ...session, kind: 'event', confName: 'The night of the apples', inProgress: true },
    isSpeaker: true,
    join: '/m.php?AT=JM',
  }),
  'session-closed': signedOut({ page: 'session', session: always }),
  join: signedOut({
    page: 'join',
    session: weekly,
    asks: { name: true, email: true, password: true, registrationID: true },
    given: {},
    form: form({ AT: 'JM' }),
    signIn: '/p.php',
    register: '/j.php?RGID=r1',
    accountRequired: false,
  }),
  'join-refused': signedOut({
    page: 'join',
    session,
    problem: 'InvalidMeetingKeyOrPassword',
    asks: { name: true, email: false, password: true, registrationID: false },
    given: { AN: 'Ada Lovelace' },
    form: form({ AT: 'JM' }),
    accountRequired: false,
  }),
  'join-panelist': signedOut({
    page: 'join',
    session: { ...session, kind: 'event', confName: 'The night of the apples' },
    problem: 'InvalidMeetingKeyOrPassword',
    asks: { name: false, email: false, password: true, ofPanel: true, registrationID: false },
    given: {},
    form: form({ AT: 'JM' }),
    accountRequired: false,
  }),
  'join-account': signedOut({
    page: 'join',
    session,
    asks: { name: false, email: false, password: false, registrationID: false },
    given: {},
    form: form(),
    signIn: '/p.php',
    accountRequired: true,
  }),
  register: signedOut({
    page: 'register',
    session,
    given: {},
    fields: [
      { name: 'PH', label: 'phone', required: false },
      { name: 'CO', label: 'company', required: true, value: 'Acme' },
      { name: 'Q1', label: 'What do you want to hear about?', required: false },
    ],
    needsApproval: true,
    form: form(),
  }),
  'register-password': signedOut({
    page: 'register',
    session,
    problem: 'InvalidRegistrationPassword',
    given: { FN: 'Ada', LN: 'Lovelace', EM: 'ada@example.com' },
    fields: [],
    needsPassword: true,
    needsApproval: false,
    form: form(),
  }),
  'register-refused': signedOut({
    page: 'register',
    session: weekly,
    problem: 'InvalidEmailAddress',
    given: { FN: 'Ada', LN: 'Lovelace', EM: 'ada' },
    fields: [],
    needsApproval: false,
    form: form(),
  }),
  registered: signedOut({
    page: 'registered',
    session,
    state: 'accepted',
    registrationID: '384 201',
    join: '/m.php?AT=JM',
    calendar: '/j.php?ICS=MIFA',
  }),
  'registered-event': signedOut({
    page: 'registered',
    session: { ...session, kind: 'event', confName: 'The night of the apples' },
    state: 'pending',
  }),
  'registered-pending': signedOut({ page: 'registered', session, state: 'pending' }),
  'registered-rejected': signedOut({ page: 'registered', session, state: 'rejected' }),
  registrants: signedIn({
    page: 'registrants',
    session,
    back: '/j.php',
    people: [
      { name: 'Ada Lovelace', email: 'ada@example.com', state: 'pending', accept: form(), reject: form() },
      { name: 'Bo', email: 'bo@example.com', state: 'accepted', reject: form() },
      { name: 'Carl Friedrich Gauß', email: 'gauss@example.com', state: 'rejected', accept: form() },
    ],
  }),
  'registrants-none': signedIn({ page: 'registrants', session, back: '/j.php', people: [] }),
  'personal-room': signedOut({
    page: 'personal-room',
    title: "Holly Host's Personal Room",
    ownerName: 'Holly Host',
    welcome: 'Good to see you.\nI am back in a minute.',
    photo: PICTURE,
    header: PICTURE,
    sessionKey: '1 234 567 890',
    inProgress: true,
    isLocked: true,
    join: '/m.php?AT=JM',
    hostSignIn: '/p.php',
  }),
  'personal-room-host': signedIn({
    page: 'personal-room',
    title: "Holly Host's Personal Room",
    ownerName: 'Holly Host',
    sessionKey: '1 234 567 890',
    inProgress: false,
    isLocked: false,
    join: '/m.php?AT=JM',
    start: form({ AT: 'HM' }),
    problem: 'MeetingNotInProgress',
  }),
  waiting: signedOut({
    page: 'waiting',
    session,
    waitsFor: 'start',
    events: '/events?of=waiting',
    next: form({ AT: 'JM' }),
    leave: form({ DO: 'LEAVE' }),
  }),
  'waiting-admission': signedOut({
    page: 'waiting',
    session: weekly,
    waitsFor: 'admission',
    events: '/events?of=waiting',
    next: form({ AT: 'JM' }),
    leave: form({ DO: 'LEAVE' }),
  }),
  'waiting-open': signedIn({
    page: 'waiting',
    session,
    waitsFor: 'open',
    events: '/events?of=waiting',
    next: form(),
  }),
  room: signedIn({
    page: 'room',
    session: { ...session, inProgress: true },
    room,
    events: '/events?of=room',
    leave: form({ DO: 'LEAVE' }),
    end: form({ DO: 'END' }),
    lock: form({ DO: 'LOCK' }),
    unlock: form({ DO: 'UNLOCK' }),
    admit: form({ DO: 'ADMIT' }),
    refuse: form({ DO: 'REFUSE' }),
    expel: form({ DO: 'EXPEL' }),
    invite: 'https://meet.example/acme/j.php?MTID=m0123456789abcdef0123456789abcdef',
    ended: '/ended',
  }),
  'room-guest': signedOut({
    page: 'room',
    session: { ...weekly, inProgress: true },
    room: { ...room, people: guests, waiting: [], isLocked: true },
    events: '/events?of=room',
    leave: form({ DO: 'LEAVE' }),
    ended: '/ended',
  }),
  ended: signedOut({ page: 'ended', session, why: 'ended' }),
  'ended-left': signedOut({ page: 'ended', session, why: 'left', again: '/m.php?AT=JM' }),
  'ended-elsewhere': signedOut({ page: 'ended', session, why: 'elsewhere', again: form({ AT: 'HM' }) }),
  'ended-expelled': signedOut({ page: 'ended', why: 'expelled' }),
  confirm: signedIn({
    page: 'confirm',
    command: 'm.php DM',
    subject: '123456789',
    form: form({ AT: 'DM' }),
    back: '/',
  }),
  leaving: signedOut({
    page: 'leaving',
    origin: 'https://lms.example',
    url: `https://lms.example/${'a-long-path/'.repeat(12)}?AT=LO&ST=SUCCESS`,
  }),
  'call-in': signedOut({
    page: 'call-in',
    session,
    numbers: [
      { label: 'tollFree', place: 'United States', number: '+1 800 555 0100' },
      { label: 'toll', place: 'Deutschland', number: '+49 30 5550100' },
      { label: 'other', number: '5550100' },
    ],
    accessCode: '123 456 789',
  }),
  'call-in-none': signedOut({ page: 'call-in', numbers: [] }),
  'error-not-found': { content: { page: 'error', status: 404, problem: 'NotFound' } },
  'error-fault': { content: { page: 'error', status: 500, problem: 'Unknown', id: 'k3x-000017' } },
  'error-sso': signedOut({
    page: 'error',
    status: 403,
    problem: 'AccessDenied',
    ssoError: 15,
    id: 'k3x-000018',
    back: '/acme/',
  }),
  'error-rate': signedOut({ page: 'error', status: 429, problem: 'RateLimit', back: '/acme/' }),
};
