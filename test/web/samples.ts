/** Pages as the server sends them: every kind, with much and with little in it. */
import type { Form } from '../../src/browser/pages/form.ts';
import type { Page, PageContent } from '../../src/browser/pages/page-data.ts';
import { ROOM_DEEDS, type RoomState } from '../../src/browser/pages/room-page.ts';
import type { SessionView, When } from '../../src/browser/pages/session-view-data.ts';
import { HOST_SAMPLES } from './host-samples.ts';
import { hostView } from './host-view-sample.ts';
import { ownSamples } from './own-samples.ts';
import { recordingsSamples } from './recordings-samples.ts';

/** Where the recordings of the samples lie. */
export const PLAYED = '/played.webm';

/** And of one of a minute, without sound. */
export const MINUTE = '/minute.webm';

/** What is said in it. */
export const SAID = '/said.json';

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

export const silent = { microphone: false, camera: false, screen: false, hand: false };

const media = {
  grant: { engine: 'mesh', iceServers: [] },
  renew: '/grant',
  MK: 123456789,
  you: 'a',
  post: '/signal',
  page: 1,
  picturesAtOnce: 4,
} as const;

export const room: RoomState = {
  people: [
    {
      id: 'a',
      name: 'Holly Host',
      isHost: true,
      role: 'HOST',
      isHostByRight: true,
      isYou: true,
      since: START,
      sends: silent,
    },
    {
      id: 'b',
      name: 'Nguyễn Thị Minh Khai',
      isHost: false,
      isYou: false,
      since: START + 60_000,
      isReconnecting: true,
      sends: silent,
    },
    {
      id: 'c',
      name: 'Bo',
      isHost: false,
      isYou: false,
      since: START + 90_000,
      sends: silent,
    },
    {
      id: 'd',
      name: 'محمد الأمين',
      isHost: false,
      isYou: false,
      since: START + 120_000,
      sends: silent,
    },
    {
      id: 'e',
      name: '東京 太郎',
      isHost: false,
      isYou: false,
      since: START + 120_000,
      sends: silent,
    },
  ],
  waiting: [
    { id: 'w', name: 'Gus Guest' },
    { id: 'x', name: 'Ada Lovelace' },
  ],
  removed: [{ id: 'r', name: 'Rex' }],
  isLocked: false,
  startedAt: START,
  rules: { unmute: true, camera: true, share: false, chatAll: true, chatHosts: true, chatOne: false },
  chat: { all: true, hosts: true, one: true },
  may: { microphone: true, camera: true, screen: true },
  mayRecord: true,
  deeds: ROOM_DEEDS,
};

const guests = ['Bo', 'Ada Lovelace'].map((name, at) => ({
  id: String(at),
  name,
  isHost: at === 0,
  isYou: at === 1,
  since: START,
  sends: silent,
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

const invited = { password: true, account: false, registration: false, admission: true };

const devices = { microphone: true, camera: true };

const SITE = { siteName: 'acme', home: '/acme/' };
const VISITOR = {
  name: 'Holly Host',
  webExId: 'hostid',
  signOut: form({ AT: 'LO' }),
  pages: (['profile', 'password', 'devices'] as const).map((item) => ({ item, url: `/acme/${item}` })),
};
const APPEARANCE = { language: 'en', theme: undefined, form: form({ BACK: '/acme/' }) } as const;

/** Nobody chooses how it looks on a step of somebody’s way. */
const ofSite = (content: PageContent): Page => ({
  site: SITE,
  appearance: /^(?:room|waiting|confirm|leaving)$/.test(content.page) ? undefined : APPEARANCE,
  content,
});
const signedOut = ofSite;
const signedIn = (content: PageContent): Page => ({ ...ofSite(content), visitor: VISITOR });

/** On a page of theirs, with the way to the others. */
const atHome = (content: PageContent): Page => ({
  ...signedIn(content),
  nav: (['home', 'meetings', 'schedule', 'recordings', 'contacts', 'room', 'profile'] as const).map(
    (item) => ({
      item,
      url: `/acme/${item}`,
      isCurrent: item === content.page,
    }),
  ),
});

/** A picture of one grey point. */
const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"%3E%3Crect width="4" height="1" fill="%23789"/%3E%3C/svg%3E';

const ofAccounts = Object.entries(ownSamples(form)).map(
  ([name, content]) => [name, atHome(content)] as const,
);

const ofRecordings = Object.entries(recordingsSamples(PICTURE)).map(
  ([name, content]) => [name, signedIn(content)] as const,
);

const ofHosts = Object.entries(HOST_SAMPLES).map(([name, content]) => [name, atHome(content)] as const);

/** By the names of their screenshots. */
export const SAMPLES: Readonly<Record<string, Page>> = {
  ...Object.fromEntries([...ofRecordings, ...ofAccounts, ...ofHosts]),
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
  labs: signedIn({
    page: 'labs',
    back: '/acme/console',
    labs: [
      {
        labName: 'Networking lab',
        description: 'Two racks with everything in them',
        totalComputers: 24,
        computersInSession: 6,
        form: form({ LAB: '1' }),
      },
      {
        labName: 'Überprüfungsumgebung für Datenbankadministratorinnen',
        totalComputers: 10,
        computersInSession: 0,
        form: form({ LAB: '2' }),
      },
    ],
    add: form(),
  }),
  'labs-empty': signedIn({
    page: 'labs',
    back: '/acme/console',
    problem: 'InvalidDataFormat',
    labs: [],
    add: form(),
  }),
  tests: signedOut({
    page: 'tests',
    session,
    candidate: 'Nguyễn Thị Minh Khai',
    problem: 'NoAttemptLeft',
    tests: [
      {
        title: 'Cables and ports',
        description: 'What you have seen in the first two lessons.',
        status: 'STARTED',
        inSession: false,
        from: 'March 4, 2026 at 8:00 AM, New York (Eastern Standard Time, GMT-05:00)',
        due: 'March 11, 2026 at 6:00 PM, New York (Eastern Standard Time, GMT-05:00)',
        minutes: 30,
        questions: 12,
        attemptsLeft: 1,
        goesOn: false,
        begin: form({ TEST: '1', DO: 'BEGIN' }),
        results: [
          {
            submitted: 'March 5, 2026 at 9:41 AM, New York (Eastern Standard Time, GMT-05:00)',
            score: 7.5,
            maxScore: 10,
            grade: '75%',
          },
          {
            submitted: 'March 6, 2026 at 9:41 AM, New York (Eastern Standard Time, GMT-05:00)',
            maxScore: 10,
          },
        ],
      },
      {
        title: 'At the end',
        status: 'NOT_STARTED',
        inSession: true,
        questions: 1,
        goesOn: false,
        results: [],
      },
    ],
  }),
  'tests-identify': signedOut({
    page: 'tests',
    session,
    problem: 'InvalidRegistrationID',
    identify: form({ MK: '1' }),
    signIn: '/signin.php',
    tests: [],
  }),
  test: signedOut({
    page: 'test',
    session,
    title: 'Cables and ports',
    questions: [
      {
        number: 1,
        text: 'Which port does TLS on the web use?',
        points: 10,
        responses: [
          {
            name: 'A0_0',
            kind: 'one',
            choices: [
              { name: 'A0_0', value: '0', text: '80', isChosen: false },
              { name: 'A0_0', value: '1', text: '443', isChosen: true },
            ],
          },
        ],
      },
      {
        number: 2,
        text: 'Which of these are cables?\n\nThink twice.',
        points: 1,
        responses: [
          {
            name: 'A1_0',
            kind: 'many',
            choices: [
              {
                name: 'A1_0_0',
                value: '0',
                text: 'Glasfaserverkabelungsverteilerschrankanschluss',
                isChosen: true,
              },
              { name: 'A1_0_1', value: '1', text: 'Copper', isChosen: false },
            ],
          },
        ],
      },
      {
        number: 3,
        text: 'What does TLS stand for?',
        points: 2,
        responses: [{ name: 'A2_0', kind: 'text', value: 'Transport', choices: [] }],
      },
      {
        number: 4,
        text: 'Why do cables have colours?',
        points: 20,
        responses: [{ name: 'A3_0', kind: 'essay', choices: [] }],
      },
    ],
    of: 4,
    form: form({ TEST: '1' }),
    hasBack: false,
    hasNext: false,
    msLeft: 20 * 60_000,
  }),
  'test-paged': signedOut({
    page: 'test',
    session,
    title: 'Cables and ports',
    questions: [
      {
        number: 2,
        text: 'What does TLS stand for?',
        points: 2,
        responses: [{ name: 'A1_0', kind: 'text', choices: [] }],
      },
    ],
    of: 3,
    form: form({ TEST: '1', SHOWN: '2' }),
    hasBack: true,
    hasNext: true,
  }),
  'test-results': signedIn({
    page: 'test-results',
    session,
    back: '/m.php',
    tests: [
      {
        title: 'Cables and ports',
        status: 'STARTED',
        inSession: true,
        close: form({ DO: 'CLOSE' }),
        attempts: [
          {
            name: 'Nguyễn Thị Minh Khai',
            email: 'khai@example.com',
            number: 1,
            submitted: 'March 5, 2026 at 9:41 AM, New York (Eastern Standard Time, GMT-05:00)',
            score: 8,
            maxScore: 10,
            grade: '80%',
            url: '/answers.php',
          },
          { name: 'Bo', email: 'bo@example.com', number: 2, maxScore: 10 },
        ],
      },
      {
        title: 'At the end',
        status: 'NOT_STARTED',
        inSession: true,
        open: form({ DO: 'OPEN' }),
        attempts: [],
      },
    ],
  }),
  'test-results-none': signedIn({ page: 'test-results', session, back: '/m.php', tests: [] }),
  'test-answers': signedIn({
    page: 'test-answers',
    title: 'Cables and ports',
    name: 'Nguyễn Thị Minh Khai',
    email: 'khai@example.com',
    back: '/results.php',
    maxScore: 30,
    questions: [
      {
        number: 1,
        text: 'Which port does TLS on the web use?',
        answers: ['80'],
        right: ['443'],
        score: 0,
        minScore: 0,
        maxScore: 10,
      },
      {
        number: 2,
        text: 'Why do cables have colours?',
        answers: ['So that nobody pulls the wrong one.\n\nMostly.'],
        right: [],
        minScore: 0,
        maxScore: 20,
        byHand: { points: 'P1', comment: 'C1' },
      },
    ],
    form: form({ ATTEMPT: '1' }),
  }),
  'change-password': signedOut({ page: 'change-password', isDue: true, WID: 'hostid', form: form() }),
  'change-password-refused': signedIn({
    page: 'change-password',
    isDue: false,
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
    tests: '/tests.php',
    registrants: { url: '/r.php', pending: 3 },
    hosting: hostView,
    done: 'SCHEDULED',
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
  'session-locked': signedOut({
    page: 'session',
    session: { ...session, inProgress: true, isLocked: true, agenda: undefined },
    join: '/m.php?AT=JM',
    hostSignIn: '/p.php',
  }),
  'session-closed': signedOut({ page: 'session', session: always }),
  join: signedOut({
    page: 'join',
    devices,
    session: weekly,
    asks: { name: true, email: true, password: true, registrationID: true },
    given: {},
    form: form({ AT: 'JM' }),
    signIn: '/p.php',
    register: '/j.php?RGID=r1',
    accountRequired: false,
  }),
  'join-number': signedOut({
    page: 'join',
    devices,
    session: {
      ...{ kind: 'meeting', confName: '123 456 789', hostName: '', sessionKey: '123 456 789' },
      ...{ when: { duration: 0, zone: 'UTC', text: '' }, inProgress: false, isNumberAlone: true },
    },
    asks: { name: true, email: true, password: true, registrationID: false },
    given: {},
    form: form({ AT: 'JM' }),
    signIn: '/p.php',
    accountRequired: false,
  }),
  'join-refused': signedOut({
    page: 'join',
    devices,
    session,
    problem: 'InvalidMeetingKeyOrPassword',
    asks: { name: true, email: false, password: true, registrationID: false },
    given: { AN: 'Ada Lovelace' },
    form: form({ AT: 'JM' }),
    accountRequired: false,
  }),
  'join-sound': signedOut({
    page: 'join',
    devices: { microphone: true, camera: false },
    session,
    asks: { name: true, email: true, password: false, registrationID: false },
    given: {},
    form: form({ AT: 'JM' }),
    accountRequired: false,
  }),
  'join-panelist': signedOut({
    page: 'join',
    devices,
    session: { ...session, kind: 'event', confName: 'The night of the apples' },
    problem: 'InvalidMeetingKeyOrPassword',
    asks: { name: false, email: false, password: true, ofPanel: true, registrationID: false },
    given: {},
    form: form({ AT: 'JM' }),
    accountRequired: false,
  }),
  'join-account': signedOut({
    page: 'join',
    devices,
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
  'register-event': signedOut({
    page: 'register',
    session,
    given: { FN: 'Ada', LN: 'Lovelace', EM: 'ada@example.com' },
    fields: [
      { name: 'CY', label: 'company', required: true },
      { name: 'NE', label: 'numEmployees', required: false },
    ],
    futureInfo: { name: 'FU', chosen: false, required: false },
    questions: [
      { name: 'Q1', label: 'Why do you come?', kind: 'text', required: true, multiLine: true, options: [] },
      {
        name: 'Q2',
        label: 'Which days?',
        kind: 'checkboxes',
        required: false,
        options: [
          { name: 'Q2_1', value: '1', label: 'Monday', chosen: false },
          { name: 'Q2_2', value: '2', label: 'Tuesday, with everybody who has come on Monday', chosen: true },
        ],
      },
      {
        name: 'Q3',
        label: 'Lunch?',
        kind: 'radio',
        required: true,
        options: [
          { name: 'Q3', value: '1', label: 'Yes', chosen: false },
          { name: 'Q3', value: '2', label: 'No', chosen: false },
        ],
      },
      {
        name: 'Q4',
        label: 'How many are you?',
        kind: 'dropdown',
        required: false,
        options: [
          { name: 'Q4', value: '1', label: 'One', chosen: false },
          { name: 'Q4', value: '2', label: 'Many', chosen: false },
        ],
      },
    ],
    needsApproval: true,
    form: form(),
  }),
  'register-folded': signedOut({
    page: 'register',
    session,
    given: {},
    fields: [
      { name: 'CO', label: 'company', required: true },
      { name: 'PH', label: 'phone', required: false },
      { name: 'JT', label: 'title', required: false },
    ],
    needsApproval: false,
    form: form(),
  }),
  'register-filled': signedOut({
    page: 'register',
    session,
    problem: 'InvalidEmailAddress',
    given: { FN: 'Ada', LN: 'Lovelace', EM: 'ada' },
    fields: [{ name: 'PH', label: 'phone', required: false, value: '+49 30 5550100' }],
    needsApproval: false,
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
  'registered-full': signedOut({ page: 'registered', session: weekly, state: 'full', status: 409 }),
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
  'registered-rejected': signedOut({ page: 'registered', session, about: '/j.php', state: 'rejected' }),
  registrants: signedIn({
    page: 'registrants',
    session,
    problem: 'RegistrationFull',
    back: '/j.php',
    download: '/registrants.php?AS=csv',
    acceptAll: form({ DO: 'ACCEPTALL' }),
    people: [
      {
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        state: 'pending',
        registered: 'Mar 2, 2026, 9:12 AM',
        answers: [
          { label: 'company', isField: true, value: 'Analytical Engines' },
          { label: 'Why do you come?', value: 'To see the engine' },
        ],
        accept: form(),
        reject: form(),
      },
      {
        name: 'Bo',
        email: 'bo@example.com',
        state: 'accepted',
        registered: 'Mar 2, 2026, 9:14 AM',
        reject: form(),
      },
      {
        name: 'Carl Friedrich Gauß',
        email: 'gauss@example.com',
        state: 'rejected',
        registered: 'Mar 2, 2026, 10:30 PM',
        accept: form(),
      },
    ],
  }),
  'registrants-none': signedIn({ page: 'registrants', session, back: '/j.php', people: [] }),
  program: signedOut({
    page: 'program',
    name: 'Spring tour',
    description: 'What is new this year.\nBring your questions.',
    events: [row('Product launch', 3), row('Questions and answers with everybody who made it', 10)],
    more: true,
  }),
  'program-none': signedOut({ page: 'program', name: 'Spring tour', events: [], more: false }),
  programs: signedIn({
    page: 'programs',
    programs: [
      { id: '7', name: 'Spring tour', status: 'PUBLIC', url: '/p', change: '/c', end: form() },
      { id: '8', name: 'A program of somebody else with a long name', status: 'PRIVATE', url: '/q' },
    ],
    changed: 'Spring tour',
    given: { NAME: 'Spring tour', STATUS: 'PUBLIC', BUDGET: '1000' },
    problem: 'InvalidDataFormat',
    form: form(),
    home: '/acme/',
  }),
  reference: signedOut({ page: 'reference', document: '/v1/openapi.json', profile: '/acme/profile.php' }),
  'programs-none': signedIn({ page: 'programs', programs: [], given: {}, form: form(), home: '/acme/' }),
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
    devices,
    session,
    waitsFor: 'start',
    events: '/events?of=waiting',
    next: form({ AT: 'JM' }),
    leave: form({ DO: 'LEAVE' }),
  }),
  'waiting-admission': signedOut({
    page: 'waiting',
    devices,
    session: weekly,
    waitsFor: 'admission',
    events: '/events?of=waiting',
    next: form({ AT: 'JM' }),
    leave: form({ DO: 'LEAVE' }),
  }),
  'waiting-unlock': signedIn({
    page: 'waiting',
    devices,
    session: { ...session, inProgress: true, isLocked: true },
    waitsFor: 'unlock',
    events: '/events?of=waiting',
    next: form(),
    leave: '/j.php',
  }),
  room: signedIn({
    page: 'room',
    invited,
    session: { ...session, inProgress: true },
    room,
    events: '/events?of=room',
    deed: form(),
    media,
    recorder: '/recorder',
    chat: { post: '/chat', last: 0, isKept: true },
    tone: 'beep',
    invite: 'https://meet.example/acme/j.php?MTID=m0123456789abcdef0123456789abcdef',
    password: 'Harbour-42',
    ended: '/ended',
  }),
  'room-guest': signedOut({
    page: 'room',
    invited,
    session: { ...weekly, inProgress: true },
    room: { ...room, people: guests, waiting: [], removed: [], isLocked: true, deeds: ['LEAVE'] },
    media: { ...media, you: '1' },
    recorder: '/recorder',
    chat: { post: '/chat', last: 0, isKept: true },
    tone: 'beep',
    events: '/events?of=room',
    deed: form(),
    ended: '/ended',
  }),
  'room-recorded': signedOut({
    page: 'room',
    invited,
    session: { ...weekly, inProgress: true, isRecorded: true },
    room: {
      ...room,
      people: guests,
      waiting: [],
      deeds: ['LEAVE'],
      mayRecord: false,
      recording: { since: START, isPaused: false, byYou: false },
    },
    media: { ...media, you: '1' },
    recorder: '/recorder',
    chat: { post: '/chat', last: 0, isKept: true },
    tone: 'beep',
    events: '/events?of=room',
    deed: form(),
    ended: '/ended',
  }),
  ended: signedOut({
    page: 'ended',
    session,
    why: 'ended',
    about: '/j.php',
    recording: { url: '/acme/ldr.php?RCID=1', isReady: true },
    feedback: form({ MK: '123456789' }),
    home: '/acme/',
  }),
  'ended-left': signedOut({
    page: 'ended',
    session,
    why: 'left',
    again: '/m.php?AT=JM',
    about: '/j.php',
    feedback: 'given',
    home: '/acme/',
  }),
  chats: signedIn({
    page: 'chats',
    session,
    runs: [
      {
        id: '1',
        when: 'Wednesday, March 4, 2026, 10:30 AM',
        lines: [
          { id: '1', name: 'Holly Host', isForHosts: false, at: '10:31 AM', text: 'Good morning\nto all' },
          { id: '2', name: 'محمد الأمين', isForHosts: true, at: '10:32 AM', text: 'x'.repeat(200) },
        ],
      },
    ],
    isKept: true,
    back: '/j.php',
  }),
  'chats-none': signedIn({ page: 'chats', session: weekly, runs: [], isKept: false, back: '/j.php' }),
  'ended-elsewhere': signedOut({
    page: 'ended',
    session,
    why: 'elsewhere',
    again: form({ AT: 'HM' }),
    home: '/acme/',
  }),
  'ended-expelled': signedOut({ page: 'ended', why: 'expelled', home: '/acme/' }),
  recording: signedOut({
    page: 'recording',
    name: 'Quarterly review',
    hostName: 'Holly Host',
    when,
    description: 'Numbers of the quarter, and plans for the next one.',
    duration: 3_540,
    bytes: 48_000_000,
    play: { url: PLAYED, mediaType: 'video/webm', width: 1280, height: 720 },
    download: '/acme/lsr.php?RCID=1',
    chapters: [
      { at: 0, kind: 'segment', title: '' },
      { at: 4_000, kind: 'joined', title: 'Nguyễn Thị Minh Khai' },
      { at: 65_000, kind: 'chat', title: 'Holly Host: The slides are in the invitation' },
      { at: 1_800_000, kind: 'share', title: 'Holly Host' },
      { at: 3_500_000, kind: 'left', title: 'Nguyễn Thị Minh Khai' },
    ],
    transcript: { words: SAID, language: 'en', vtt: '/acme/nbr/vtt', txt: '/acme/nbr/txt' },
  }),
  'recording-transcript': signedOut({
    page: 'recording',
    name: 'Überprüfung der vierteljährlichen Verkaufszahlenentwicklungsprognose',
    hostName: 'Holly Host',
    when,
    duration: 3_540,
    bytes: 48_000_000,
    play: { url: PLAYED, mediaType: 'video/webm', width: 1280, height: 720 },
    chapters: [],
    transcript: { words: SAID, language: 'en' },
  }),
  'recording-format': signedIn({
    page: 'recording',
    name: 'Überprüfung der vierteljährlichen Verkaufszahlenentwicklungsprognose',
    hostName: 'Holly Host',
    when,
    duration: 0,
    bytes: 2_300_000,
    unplayable: 'format',
    download: '/acme/lsr.php?RCID=2',
    chapters: [],
    manage: '/acme/recordings.php',
  }),
  'recording-unfinished': signedOut({
    page: 'recording',
    name: 'Quarterly review',
    hostName: 'Holly Host',
    when,
    duration: 0,
    bytes: 0,
    unplayable: 'unfinished',
    chapters: [],
  }),
  'recording-password': signedOut({
    page: 'recording-password',
    purpose: 'view',
    form: form(),
    field: 'password',
    signIn: '/acme/signin.php',
  }),
  'recording-password-wrong': signedIn({
    page: 'recording-password',
    purpose: 'download',
    problem: 'WrongRecordingPassword',
    form: form(),
    field: 'playbackPasswd',
  }),
  'recording-registration': signedOut({
    page: 'recording-registration',
    purpose: 'view',
    name: 'Quarterly review',
    hostName: 'Holly Host',
    when,
    given: {},
    fields: [
      { name: 'TI', label: 'title' },
      { name: 'CO', label: 'company' },
    ],
    form: form(),
    signIn: '/acme/signin.php',
  }),
  'recording-registration-wrong': signedIn({
    page: 'recording-registration',
    purpose: 'download',
    name: 'Quarterly review',
    hostName: 'Holly Host',
    when,
    problem: 'InvalidEmailAddress',
    given: { FN: 'Ann', LN: 'Attendee', EM: 'ann@' },
    fields: [{ name: 'CO', label: 'company', value: 'Acme' }],
    form: form(),
  }),
  'recording-closed': signedOut({ page: 'recording-closed', purpose: 'view', signIn: '/acme/signin.php' }),
  'recording-closed-download': signedIn({ page: 'recording-closed', purpose: 'download' }),
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
  'error-not-found': { content: { page: 'error', status: 404, problem: 'NotFound', home: '/' } },
  'error-fault': { content: { page: 'error', status: 500, problem: 'Unknown', id: 'k3x-000017', home: '/' } },
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
