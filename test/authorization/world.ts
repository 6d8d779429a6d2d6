/** The world of the authorization matrix: a site, one host's meetings, and the twelve callers. */
import { schedule as scheduleSession } from '../../src/sessions/schedule.ts';
import { SESSION_SERVICES, type SessionService } from '../../src/sessions/services.ts';
import { Visitor } from '../browser/visitor.ts';
import { held } from '../history/held.ts';
import { aRecording } from '../support/a-recording.ts';
import { aTranscript } from '../support/a-transcript.ts';
import type { Caller, TestSite } from '../support/site.ts';
import { attendee as attendeeOf, testsOf } from '../support/tests-of-a-training.ts';
import { visitorAs } from '../url-api/portal.ts';
import { type CallerName, HOSTS, type SecretName } from './callers.ts';
import { rowsChangedIn } from './everything-kept.ts';
import type { Names } from './row.ts';

const MEETING_PASSWORD = 'Op3n-Sesame';
const TOPIC = 'Plans behind closed doors';
const AGENDA = 'Whom we let go in June';
const INVITED = 'ina-vited@example.com';
const PARTNER_ID = 'the-partner-id';
const RIGHT_ANSWER = 'Nobody-may-know';
const HOST_PIN = '7391';
const PASSWORD_DAYS = 30;

/** The tables that hold what somebody may change. */
const KEPT = [
  'site',
  'account',
  'session',
  'attendee',
  'contact',
  'dist_list',
  'one_click',
  'sales_account',
  'sales_opportunity',
  'sales_product',
  'web_acd_queue',
  'web_acd_assignment',
  'web_acd_team',
  'lab',
  'lab_reservation',
  'test',
  'scheduled_test',
  'test_attempt',
  'program',
  'event_image',
  'recording',
  'transcript',
  'integration',
  'api_grant',
  'api_token',
] as const;

export interface World {
  readonly credentials: Readonly<Record<CallerName, Caller>>;
  /** A browser in which they are signed in, or were, and have done nothing else. */
  browserOf(caller: CallerName): Promise<Visitor>;
  /** They have signed out. */
  signedOut(caller: CallerName): void;
  /** What the request of a caller names: meetings that nobody has touched. */
  names(caller: CallerName): Promise<Names>;
  /** Something was changed: later requests name others in the place of what was named. */
  touched(): void;
  /** The secrets that are in an answer. */
  secretsIn(text: string): SecretName[];
  /** Everything of the site that somebody could have changed. */
  kept(): Promise<string>;
}

export async function openWorld(site: TestSite): Promise<World> {
  const { sites, accounts, sessions, database, queues, recordings } = site.context;
  await sites.change('acme', { settings: { partnerID: PARTNER_ID, passwordLifeDays: PASSWORD_DAYS } });
  const acme = await sites.required('acme');
  const email = (name: string) => `${name.toLowerCase()}@acme.com`;
  const person = (webExId: string, more: Parameters<TestSite['person']>[0] = {}) =>
    site.person({ webExId, email: email(webExId), ...more });
  const administers = { privileges: { siteAdmin: true } };

  const expired = await person('Expired', administers);
  const { cookie: ofExpired } = await visitorAs(site, 'Expired');
  site.clock.advance({ days: PASSWORD_DAYS });
  const deactivated = await person('Deactivated', administers);
  const { cookie: ofDeactivated } = await visitorAs(site, 'Deactivated');
  await accounts.change(acme, 'Deactivated', () => ({ active: 'DEACTIVATED' }));
  const credentials: Record<CallerName, Caller> = {
    anonymous: { siteName: 'acme' },
    attendeeOnly: await person('Attendee', { privileges: { host: false, attendeeOnly: true } }),
    otherHost: await person('Other'),
    invited: await person('Invited'),
    alternateHost: await person('Alternate'),
    creator: await person('Creator'),
    host: await person('Host', {
      profile: {
        schedulingPermission: 'Creator',
        personalMeetingRoom: { hostPIN: HOST_PIN },
        webACDPrefs: { isAgent: true, isMgr: true },
      },
    }),
    reader: await person('Reader', { privileges: { roSiteAdmin: true, host: false } }),
    admin: await person('Administrator', administers),
    foreignAdmin: await person('Foreigner', { ...administers, siteName: 'acme-basic' }),
    deactivated,
    expired,
  };

  const attendee = (address: string, role = 'ATTENDEE') =>
    `<attendee><person><name>${address}</name><email>${address}</email></person><role>${role}</role></attendee>`;
  const people = [
    attendee(INVITED),
    attendee(email('Invited')),
    ...['Alternate', 'Expired'].map((name) => attendee(email(name), 'HOST')),
    attendee(email('Deactivated')),
  ];
  async function schedule(more = ''): Promise<string> {
    const answer = await site.ok(
      'meeting.CreateMeeting',
      `<accessControl><meetingPassword>${MEETING_PASSWORD}</meetingPassword></accessControl>` +
        `<metaData><confName>${TOPIC}</confName><agenda>${AGENDA}</agenda></metaData>` +
        '<schedule><startDate>06/01/2026 10:00:00</startDate><hostWebExID>Host</hostWebExID></schedule>' +
        `<participants><attendees>${people.join('')}</attendees></participants>${more}`,
      credentials.creator,
    );
    return answer.value('meetingkey') ?? '';
  }
  async function scheduleAudio(): Promise<string> {
    const answer = await site.ok(
      'meeting.auo.CreateTeleconferenceSession',
      '<metaData><confName>Theirs</confName></metaData><schedule>' +
        '<startDate>06/01/2026 10:00:00</startDate><duration>30</duration><hostWebExID>Host</hostWebExID></schedule>',
      credentials.creator,
    );
    return answer.value('sessionKey') ?? '';
  }

  async function scheduleSale(): Promise<string> {
    const prospects = [INVITED, email('Invited')].map(
      (address) => `<prospect><email>${address}</email></prospect>`,
    );
    const altHosts = ['Alternate', 'Expired'].map((name) => `<webExID>${name}</webExID>`);
    const answer = await site.ok(
      'sales.CreateSalesSession',
      `<accessControl><meetingPassword>${MEETING_PASSWORD}</meetingPassword></accessControl>` +
        `<metaData><confName>${TOPIC}</confName><agenda>${AGENDA}</agenda></metaData>` +
        '<schedule><startDate>06/01/2026 10:00:00</startDate><hostWebExID>Host</hostWebExID></schedule>' +
        `<prospects>${prospects.join('')}</prospects><salesTeam><altHosts>${altHosts.join('')}</altHosts></salesTeam>`,
      credentials.creator,
    );
    return answer.value('meetingKey') ?? '';
  }

  async function scheduleEvent(): Promise<string> {
    const answer = await site.ok(
      'event.CreateEvent',
      `<accessControl><sessionPassword>${MEETING_PASSWORD}</sessionPassword></accessControl>` +
        `<metaData><sessionName>${TOPIC}</sessionName><description>${AGENDA}</description></metaData>` +
        '<schedule><startDate>06/01/2026 10:00:00</startDate><hostWebExID>Host</hostWebExID></schedule>' +
        `<attendees>${[INVITED, email('Invited')].map((one) => `<attendee><email>${one}</email></attendee>`).join('')}</attendees>`,
      credentials.creator,
    );
    return answer.value('sessionKey') ?? '';
  }

  async function scheduleAs(service: SessionService): Promise<string> {
    const host = await accounts.withProfile(await accounts.required(acme, 'Host'));
    const creator = await accounts.required(acme, 'Creator');
    const invited = [
      [INVITED, 'ATTENDEE'],
      [email('Invited'), 'ATTENDEE'],
      [email('Alternate'), 'HOST'],
    ] as const;
    const { sessionKey } = await scheduleSession(site.context, acme, {
      host,
      creator,
      service,
      wish: {
        confName: TOPIC,
        timing: { start: { year: 2026, month: 6, day: 1, hour: 10, minute: 0, second: 0 } },
        document: { password: MEETING_PASSWORD, agenda: AGENDA },
        invited: invited.map(([address, role]) => ({
          email: address,
          name: address,
          role,
          details: { type: 'VISITOR', languageID: 1 },
        })),
      },
    });
    return String(sessionKey);
  }

  for (const name of HOSTS) {
    const own =
      '<metaData><confName>Mine</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>';
    await site.ok('meeting.CreateMeeting', own, credentials[name]);
    // Later, so that the first page of a list of all sessions is as it was.
    await site.ok('training.CreateTrainingSession', own.replace('06/01', '06/02'), credentials[name]);
  }
  // They leave the schedule when they end: the history alone tells of them.
  const document = { enableOptions: { autoDeleteAfterMeetingEnd: true } };
  for (const service of ['meeting', 'training', 'event', 'support', 'sales'] as const) {
    const ina = { who: { name: 'Ina', email: INVITED }, from: 0 };
    await held(site, { service, host: 'Host', confName: TOPIC, minutes: 1, document, people: [ina] });
  }
  const { id: host } = await accounts.required(acme, 'Host');
  const createdAt = site.clock.now();
  await database.write(async (tx) => {
    const { accessHistory } = site.context;
    await accessHistory.made(tx, acme, { recordID: 1, host, recordName: TOPIC, createdAt });
    const ina = { recordID: 1, accessedAt: createdAt, name: 'Ina', email: INVITED, registeredAt: null };
    await accessHistory.accessed(tx, acme, { ...ina, downloaded: true, viewed: true, details: {} });
  });
  const contact = '<contact><name>C</name><email>c@example.com</email></contact>';
  await site.ok('ep.CreateContacts', contact, credentials.host);
  const list = await site.ok('ep.CreateDistList', '<distList><name>List</name></distList>', credentials.host);
  const distListID = list.value('distListID') ?? '';
  async function numberOf(
    operation: string,
    content: string,
    caller: Caller,
    element: string,
  ): Promise<string> {
    return (await site.ok(operation, content, caller)).value(element) ?? '';
  }
  const ofSales = {
    salesAccount: await numberOf(
      'sales.CreateAccount',
      '<account><name>Customer</name></account>',
      credentials.host,
      'intAccountID',
    ),
    opportunity: await numberOf(
      'sales.CreateOpportunity',
      '<opportunity><name>Chance</name></opportunity>',
      credentials.host,
      'intOpptyID',
    ),
    product: await numberOf(
      'sales.AddProducts',
      '<product><name>Thing</name></product>',
      credentials.admin,
      'prodID',
    ),
  };

  /** Of those who were signed in before: they never are again. */
  const cookies = new Map<CallerName, string | undefined>([
    ['expired', ofExpired],
    ['deactivated', ofDeactivated],
  ]);
  let made = 0;
  let hostKey = '';
  /** How each thing that a request names is made; several that belong together at once. */
  const makers: readonly (() => Promise<Partial<Names>>)[] = [
    async () => {
      const key = await schedule();
      const session = await sessions.required(acme, Number(key));
      hostKey = (await sessions.withDocument(session)).document.hostKey;
      const ina = (await sessions.attendeesOf(session)).find((one) => one.email === INVITED);
      return {
        key,
        confID: String(session.confID),
        eventID: String(session.eventID),
        attendeeID: String(ina?.attendeeID),
      };
    },
    async () => {
      const registration = '<attendeeOptions><registration>true</registration></attendeeOptions>';
      const registrationKey = await schedule(registration);
      const answer = await site.ok(
        'attendee.RegisterMeetingAttendee',
        `<attendees><person><name>Rea</name><email>rea@example.com</email></person><sessionKey>${registrationKey}</sessionKey></attendees>`,
        credentials.creator,
      );
      return { registrationKey, registrant: answer.value('register/attendeeID') ?? '' };
    },
    async () => ({ audioKey: await scheduleAudio() }),
    async () => {
      const of = { webExID: 'Host', name: TOPIC, service: 'EventCenter' } as const;
      const document = { agenda: AGENDA, password: MEETING_PASSWORD };
      const kept = await aRecording(site.context, { ...of, document });
      await aTranscript(site.context, kept);
      const binned = await aRecording(site.context, { ...of, document });
      await recordings.discard(acme, binned.id, () => {});
      return { recordingID: String(kept.id), binnedRecordingID: String(binned.id) };
    },
    async () => ({ trainingKey: await scheduleAs(SESSION_SERVICES.training) }),
    async () => ({ salesKey: await scheduleSale() }),
    async () => {
      const queue = `Queue ${made}`;
      await queues.create(acme, queue);
      const profile = { webACDPrefs: { isAgent: true } };
      const there = (await queues.of(acme)).find(({ name }) => name === queue);
      return {
        queue,
        queueID: String(there?.id),
        agent: (await site.person({ webExId: `agent${made}`, profile })).webExID,
      };
    },
    async () => ({ eventKey: await scheduleEvent() }),
    async () => ({ victim: (await site.person({ webExId: `victim${made}` })).webExID }),
    async () => ({ fresh: `fresh${made}` }),
    async () => ({ PID: PARTNER_ID, distListID, host: 'Host', ...ofSales }),
    async () => {
      const wished = {
        ...{ name: 'Planner', redirectUris: ['https://planner.example.com/back'], isPublic: false },
        scopes: ['meeting:schedules_read'],
      };
      const { integrations } = site.context.apiTokens;
      const foreign = await site.context.sites.required('acme-basic');
      const own = await integrations.register(acme, wished);
      const other = await integrations.register(foreign, wished);
      return { clientID: own.clientId, foreignClientID: other.clientId };
    },
    async () => {
      const labName = `Lab ${made}`;
      const lab = await site.ok(
        'training.CreateLab',
        `<lab><labName>${labName}</labName></lab>`,
        credentials.admin,
      );
      const when = '<startDate>06/01/2026 10:00:00</startDate><endDate>06/01/2026 11:00:00</endDate>';
      const reservation = `<labName>${labName}</labName><numComputers>1</numComputers><topic>${TOPIC}</topic>${when}`;
      await site.ok('training.ReserveLab', reservation, credentials.host);
      return { labName, labID: lab.value('labID') ?? '' };
    },
    () =>
      testsOf(site, acme, {
        host: 'Host',
        creator: 'Creator',
        topic: TOPIC,
        invited: INVITED,
        rightAnswer: RIGHT_ANSWER,
        people: [
          attendeeOf(email('Invited')),
          ...['Alternate', 'Expired'].map((name) => attendeeOf(email(name), 'HOST')),
        ],
      }),
  ];
  /** What each maker has made and nobody has touched. */
  const untouched = new Map<(typeof makers)[number], Partial<Names>>();
  /** What was named since something was changed. */
  const named = new Set<string | symbol>();

  /** All that is kept, as it was after so many changes of rows: most requests change none. */
  const rowsChanged = rowsChangedIn(database);
  let read: { readonly changes: number | undefined; readonly rows: string } | undefined;

  /** Every row of a table, whatever order it comes in. */
  async function rowsOf(table: (typeof KEPT)[number]): Promise<string[]> {
    const query = database.builder.selectFrom(table).selectAll();
    const rows = await database.all<Record<string, unknown>>(query.compile());
    // Wrong credentials and visits are counted: that is no right.
    return rows
      .map(
        ({
          failed_sign_ins: _tries,
          failed_since: _since,
          version: _version,
          visit_count: _visits,
          ...row
        }) => JSON.stringify(row),
      )
      .sort();
  }

  return {
    credentials,

    async browserOf(caller) {
      const browser = new Visitor(site.url);
      if (!cookies.has(caller)) {
        const { siteName, webExID } = credentials[caller];
        const name = webExID === undefined ? undefined : String(webExID);
        cookies.set(caller, (await visitorAs(site, name, String(siteName))).cookie);
      }
      browser.cookie = cookies.get(caller);
      return browser;
    },

    signedOut(caller) {
      cookies.delete(caller);
    },

    async names(caller) {
      made += 1;
      for (const maker of makers) if (!untouched.has(maker)) untouched.set(maker, await maker());
      const webExID = String(credentials[caller].webExID ?? 'nobody');
      const names = { caller: webExID, callerEmail: email(webExID) };
      const all: object = Object.assign(names, ...untouched.values());
      return new Proxy(all as Names, {
        get(target, name) {
          named.add(name);
          return Reflect.get(target, name);
        },
      });
    },

    touched() {
      for (const [maker, made] of untouched) {
        if (Object.keys(made).some((name) => named.has(name))) untouched.delete(maker);
      }
      named.clear();
    },

    secretsIn(text) {
      const found: Record<SecretName, boolean> = {
        topic: text.includes(TOPIC),
        password: text.includes(MEETING_PASSWORD),
        agenda: text.includes(AGENDA),
        hostKey: new RegExp(`>${hostKey}<`).test(text),
        people: text.includes(INVITED),
        partnerID: text.includes(PARTNER_ID),
        hostTicket: /WID=Host&(?:amp;)?TK=./.test(text),
        rightAnswer: text.includes(RIGHT_ANSWER),
        hostPIN: text.includes(`>${HOST_PIN}<`),
      };
      return (Object.keys(found) as SecretName[]).filter((name) => found[name]);
    },

    async kept() {
      const changes = await rowsChanged();
      const known = read?.changes === changes ? read : undefined;
      read = known ?? { changes, rows: JSON.stringify(await Promise.all(KEPT.map(rowsOf))) };
      return read.rows;
    },
  };
}
