/**
 * What the sample requests of the reference speak of, under numbers that are always the same: every one of them
 * succeeds on a new demo, in the order of the reference.
 */
import type { AccountWithProfile } from './accounts/account.ts';
import type { Context } from './context.ts';
import { DEMO_PASSWORD } from './demo.ts';
import { foundHistory } from './demo-history.ts';
import { USUAL_SCHEDULE } from './exams/scheduled-test.ts';
import { LEASE } from './live/live.ts';
import type { Random } from './random.ts';
import type { NewAttendee } from './sessions/attendee.ts';
import { schedule } from './sessions/schedule.ts';
import { SESSION_SERVICES, type SessionService } from './sessions/services.ts';
import { openSessions } from './sessions/sessions.ts';
import type { SessionWish } from './sessions/wish.ts';
import type { Site } from './sites/site.ts';
import { readTest } from './xml-api/training/qti/read-test.ts';
import { SAMPLE_TEST } from './xml-api/training/test-type.ts';

const SITE = 'acme';
/** An account stays when it is deleted: where this one is, everything has been founded once. */
const LAST_OF_ALL = 'leaver';
const REVIEW = 623063327;
const OFFICE_HOURS = 806642317;
const TEST_COURSE = 640127745;
const YEAR = 365 * 86_400_000;

interface SampleSession {
  readonly wish: SessionWish;
  readonly service?: SessionService;
  /** The webExID of the host, where that is not `hostid`: trainings and events are told to their own host alone. */
  readonly host?: string;
  /** The nine digits that are drawn for it, in their order: access codes, key, people. */
  readonly numbers: readonly number[];
}

const VISITOR = { type: 'VISITOR', languageID: 1 } as const;

function person(name: string, email: string, more: Partial<NewAttendee> = {}): NewAttendee {
  return { name, email, role: 'ATTENDEE', details: VISITOR, ...more };
}

const SESSIONS: readonly SampleSession[] = [
  {
    wish: {
      confName: 'Quarterly review',
      document: { attendeeOptions: { registration: true } },
      invited: [
        person('Ben Baker', 'ben@example.com'),
        person('Carla Cook', 'carla@example.com', {
          joinStatus: 'ACCEPT',
          registers: true,
          details: { ...VISITOR, company: 'Example Ltd' },
        }),
        person('Dora Dean', 'dora@example.com', {
          details: {
            ...VISITOR,
            feedback: { setup: '5', easeOfUse: '4', performance: '5', comment: 'Thank you' },
          },
        }),
      ],
    },
    numbers: [REVIEW, 281003456, 281003457, 281003458],
  },
  { wish: { confName: 'Offsite (to be deleted)' }, numbers: [471204885] },
  { wish: { confName: 'Old plan (to be deleted)' }, numbers: [538810294] },
  {
    wish: { confName: 'Weekly call' },
    service: SESSION_SERVICES.audioOnly,
    numbers: [610044218, 610044219, 610044220, 715500236],
  },
  { wish: { confName: 'Office hours' }, numbers: [OFFICE_HOURS] },
  {
    wish: { confName: 'Desks for Northern Lights', attending: [person('Nora North', 'nora@example.com')] },
    service: SESSION_SERVICES.sales,
    numbers: [352210764, 281003459],
  },
  {
    wish: { confName: 'Chairs (to be deleted)' },
    service: SESSION_SERVICES.sales,
    numbers: [640917255],
  },
  {
    wish: {
      confName: 'Product launch',
      document: { description: 'What is new this year', panelistsInfo: 'Carla Cook, Example Ltd' },
      audience: [person('Ben Baker', 'ben@example.com')],
      panelists: [
        person('Carla Cook', 'carla@example.com', {
          role: 'PRESENTER',
          details: { ...VISITOR, type: 'PANELIST' },
        }),
      ],
    },
    service: SESSION_SERVICES.event,
    host: 'admin',
    numbers: [690045127, 690045129, 690045130],
  },
  {
    wish: { confName: 'Roadshow (to be deleted)' },
    service: SESSION_SERVICES.event,
    host: 'admin',
    numbers: [690045128],
  },
  {
    wish: {
      confName: 'Safety course',
      timing: {
        dates: [6, 13, 27].map((day) => ({ year: 2027, month: 5, day, hour: 9, minute: 30, second: 0 })),
        repeat: { repeatType: 'IRREGULARLY' },
      },
      document: { attendeeOptions: { registration: true, auto: true, maxRegistrations: 30 } },
      attending: [person('Ben Baker', 'ben@example.com')],
    },
    service: SESSION_SERVICES.training,
    host: 'admin',
    numbers: [630127745, 281003460],
  },
  {
    wish: { confName: 'Old course (to be deleted)' },
    service: SESSION_SERVICES.training,
    host: 'admin',
    numbers: [630127746],
  },
];

/** Founds what is missing of it; without the demo's site there is nothing to do. */
export async function foundSamples(context: Context): Promise<void> {
  const site = await context.sites.byName(SITE);
  if (!site || (await context.accounts.find(site, LAST_OF_ALL))) return;
  await foundAddressBook(context, site);
  await foundLabs(context, site);
  for (const session of SESSIONS) await foundSession(context, site, session);
  await foundSales(context, site);
  await foundQueues(context, site);
  await foundHistory(context, site);
  await foundTests(context, site);
  await foundProgram(context, site);
  await foundAccounts(context, site);
}

async function foundAccounts({ accounts, passwords }: Context, site: Site): Promise<void> {
  const passwordHash = await passwords.hash(DEMO_PASSWORD);
  for (const [webExId, firstName] of [
    ['trainee', 'Tina'],
    [LAST_OF_ALL, 'Leo'],
  ] as const) {
    if (await accounts.find(site, webExId)) continue;
    const email = `${webExId}@acme.com`;
    // They serve queues, and lead who does.
    const profile = { webACDPrefs: { isAgent: true, isMgr: true } };
    await accounts.create(site, { webExId, email, firstName, lastName: 'Sample', passwordHash, profile });
  }
}

async function foundAddressBook({ accounts, contacts, distLists, sessionTemplates }: Context, site: Site) {
  const admin = await accounts.required(site, 'admin');
  const [contact] = await contacts.save(admin, [{ email: 'ben@example.com', name: 'Ben Baker' }]);
  const contactIDs = contact === undefined ? [] : [contact];
  if ((await distLists.of(admin, { name: 'Customers' })).length > 0) return;
  await distLists.create(admin, { name: 'Customers', description: undefined, contactIDs });
  await sessionTemplates.save(site, admin, { name: 'Short call', serviceType: 'MeetingCenter' }, {});
}

async function foundQueues({ queues }: Context, site: Site): Promise<void> {
  if ((await queues.of(site)).length > 0) return;
  for (const name of ['Printers', 'Invoices']) await queues.create(site, name);
}

/** A new demo has nothing to sell yet, so that each is the number 1. */
async function foundSales({ accounts, salesAccounts, opportunities, products }: Context, site: Site) {
  const admin = await accounts.required(site, 'admin');
  if ((await salesAccounts.of(admin)).length > 0) return;
  const intAccountID = await salesAccounts.create(admin, { name: 'Northern Lights' });
  await opportunities.create(admin, { name: 'Twelve desks', intAccountID });
  await products.add(site, [{ name: 'Desk', description: 'Oak, two drawers' }]);
}

async function foundProgram({ accounts, programs }: Context, site: Site): Promise<void> {
  const admin = await accounts.required(site, 'admin');
  const page = { startFrom: 1, maximumNum: 1, order: [] };
  if ((await programs.search(site, {}, page)).total > 0) return;
  await programs.create(site, admin, {
    name: 'Spring tour',
    listStatus: 'PUBLIC',
    expectedEnrollment: '200',
  });
}

async function foundLabs(context: Context, site: Site): Promise<void> {
  const { labs } = context;
  const there = new Set((await labs.of(site)).map(({ labName }) => labName));
  for (const labName of ['Networking lab', 'Server lab', 'Old lab (to be deleted)']) {
    if (!there.has(labName)) await labs.create(site, { labName });
  }
  if (there.size > 0) return;
  const startAt = Date.UTC(2027, 4, 31, 14);
  const rehearsal = { labName: 'Networking lab', computers: 3, topic: 'Rehearsal' };
  await labs.reserve(site, await hostOf(context, site), {
    ...rehearsal,
    startAt,
    endAt: startAt + 86_400_000,
  });
}

/** Three tests of a library, and two of them in a course; one of these has been taken. */
async function foundTests(context: Context, site: Site): Promise<void> {
  const { accounts, exams, clock, random, database, events } = context;
  const admin = await accounts.required(site, 'admin');
  if ((await exams.library.of(site, admin)).length > 0) return;
  const yes = () => {};
  const source = { attributes: {}, content: SAMPLE_TEST };
  const content = { ...readTest(source), display: 'allOnePage', assignGrades: true } as const;
  const ids: number[] = [];
  for (const title of ['Cables and ports', 'Old test (to be deleted)', 'Fire drill']) {
    ids.push(await exams.library.upload(site, admin, { ...content, title }, source));
  }
  const sessions = openSessions(database, clock, drawing([TEST_COURSE, 281003470], random), events.record);
  const ben = person('Ben Baker', 'ben@example.com');
  await schedule({ ...context, sessions }, site, {
    host: await hostOf(context, site),
    creator: admin,
    service: SESSION_SERVICES.training,
    wish: {
      confName: 'Network course',
      timing: { start: { month: 5, day: 31, year: 2027, hour: 14, minute: 0, second: 0 } },
      document: { password: 'demo1234' },
      invited: [ben],
    },
  });
  const [first = 0, , third = 0] = ids;
  const judges = { session: yes, test: yes };
  const [taken = 0] = await exams.scheduled.add(site, TEST_COURSE, [first, third], judges);
  const startAt = clock.now();
  const onWebsite = { ...USUAL_SCHEDULE, delivery: 'WEBSITE', startAt, dueAt: startAt + YEAR } as const;
  await exams.scheduled.change(site, TEST_COURSE, taken, onWebsite, yes);
  const candidate = { ...ben, registerID: null };
  await exams.attempts.begin(site, taken, candidate, async () => {});
  await exams.attempts.answer(site, taken, candidate, new Map([[0, [['B']]]]), true, async () => {});
}

async function foundSession(context: Context, site: Site, sample: SampleSession) {
  const { wish, service, numbers } = sample;
  const { database, clock, random, events } = context;
  const sessions = openSessions(database, clock, drawing(numbers, random), events.record);
  const host = await hostOf(context, site, sample.host);
  await schedule({ ...context, sessions }, site, {
    host,
    creator: host,
    service: service ?? SESSION_SERVICES.meeting,
    wish: {
      timing: { start: { month: 5, day: 31, year: 2027, hour: 14, minute: 0, second: 0 } },
      ...wish,
      document: { password: 'demo1234', ...wish.document },
    },
  });
}

/** Gives those numbers first where nine digits are drawn; what is taken already is drawn anew. */
function drawing(numbers: readonly number[], random: Random): Random {
  const left = [...numbers];
  return { ...random, digits: (count) => (count === 9 && left.shift()) || random.digits(count) };
}

async function hostOf({ accounts }: Context, site: Site, webExId = 'hostid'): Promise<AccountWithProfile> {
  return accounts.withProfile(await accounts.required(site, webExId));
}

/**
 * Has the demo's host hold office hours while the process lives, so that there is a session in progress.
 * @returns ends the host's stay
 */
export async function holdOfficeHours(context: Context): Promise<() => void> {
  const site = await context.sites.byName(SITE);
  const session = site && (await context.sessions.find(site, OFFICE_HOURS));
  if (!session) return () => {};
  const host = await hostOf(context, site);
  const { firstName, lastName, email } = host;
  const { token } = await context.live.enter(
    site,
    { kind: 'session', session },
    { name: `${firstName} ${lastName}`, email, account: host, attendee: undefined, isHost: true },
  );
  const renew = () => {
    context.live.renew(site, token).catch((error: unknown) => context.log.fault('demo', error));
  };
  const timer = setInterval(renew, LEASE / 3).unref();
  return () => clearInterval(timer);
}
