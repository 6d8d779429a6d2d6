import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { type Caller, HOST, PASSWORD, startSite, type TestSite } from '../support/site.ts';
import { call, listPortal, told, visitorAs } from '../url-api/portal.ts';

/**
 * A right that is taken away between the reading of a request and its writing: whoever asks is an alternate host when
 * their request comes, and is none any more when it is their turn to write.
 */

const ALTERNATE: Caller = { siteName: 'acme', webExID: 'alternate', password: PASSWORD };
const INVITED = 'ina@example.com';
const REGISTERED = 'rea@example.com';

/** What they ask for; gives the answer. */
type Ask = (site: TestSite, key: string, browser: Visitor) => Promise<string | undefined>;

const person = (email: string) => `<person><name>Somebody</name><email>${email}</email></person>`;
const byOperation =
  (type: string, content: (key: string) => string): Ask =>
  async (site, key) =>
    (await site.call(type, content(key), ALTERNATE)).exceptionID ?? 'SUCCESS';
const byCommand =
  (AT: string, fields: Readonly<Record<string, string>>): Ask =>
  async (_site, MK, browser) =>
    new URLSearchParams(told(await call(browser, 'm.php', { AT, MK, ...fields }))).get('RS') ?? 'SUCCESS';

/** Accepts the first who has registered, by the form of the page. */
const accept: Ask = async (_site, MK, browser) => {
  const page = await browser.get('/acme/registrants.php', { MK });
  const [, PERSON] = /"PERSON":"(\d+)"/.exec(page.text) ?? [];
  const [, FORM] = /"FORM":"([^"]+)"/.exec(page.text) ?? [];
  assert.ok(PERSON && FORM, 'the page has the form');
  const answer = await browser.post('/acme/registrants.php', { MK, PERSON, FORM, DO: 'ACCEPT' });
  return String(answer.status);
};

const ASKED: Readonly<Record<string, { readonly ask: Ask; readonly refused: string }>> = {
  CreateMeetingAttendee: {
    ask: byOperation(
      'attendee.CreateMeetingAttendee',
      (key) => `${person('new@example.com')}<sessionKey>${key}</sessionKey>`,
    ),
    refused: '060001',
  },
  'CreateMeetingAttendee (an alternate host)': {
    ask: byOperation(
      'attendee.CreateMeetingAttendee',
      (key) => `${person('stand-in@acme.com')}<role>HOST</role><sessionKey>${key}</sessionKey>`,
    ),
    refused: '060001',
  },
  DelMeetingAttendee: {
    ask: byOperation(
      'attendee.DelMeetingAttendee',
      (key) => `<attendeeEmail><email>${INVITED}</email><sessionKey>${key}</sessionKey></attendeeEmail>`,
    ),
    refused: '060001',
  },
  RegisterMeetingAttendee: {
    ask: byOperation(
      'attendee.RegisterMeetingAttendee',
      (key) =>
        `<attendees>${person('new@example.com')}<joinStatus>ACCEPT</joinStatus><sessionKey>${key}</sessionKey></attendees>`,
    ),
    refused: '000001',
  },
  'm.php AA': { ask: byCommand('AA', { FN1: 'New', EM1: 'new@example.com' }), refused: 'InvalidMeetingKey' },
  'm.php AP': { ask: byCommand('AP', { FN1: 'New', EM1: 'new@example.com' }), refused: 'InvalidMeetingKey' },
  'm.php DA': { ask: byCommand('DA', { EM1: INVITED }), refused: 'InvalidMeetingKey' },
  'm.php DP': { ask: byCommand('DP', { EM1: INVITED }), refused: 'InvalidMeetingKey' },
  'm.php CR': { ask: byCommand('CR', { AA: '1' }), refused: 'AccessDenied' },
  'm.php EM': { ask: byCommand('EM', { MN: 'Mine' }), refused: 'InvalidMeetingKey' },
  'm.php DM': { ask: byCommand('DM', {}), refused: 'InvalidMeetingKey' },
  'm.php RM (somebody else)': {
    ask: byCommand('RM', { FN: 'Rea', LN: 'Renamed', EM: REGISTERED }),
    refused: 'AlreadyRegistered',
  },
  'registrants.php': { ask: accept, refused: '404' },
};

forProtocol('A right that is taken away before the write', (open, databases) => {
  let site: TestSite | undefined;
  let browser: Visitor | undefined;
  /** Told of every write that is asked for. */
  let onWrite = () => {};

  before(async () => {
    const database = await open();
    const write = database.write.bind(database);
    database.write = (work) => {
      onWrite();
      return write(work);
    };
    site = await startSite(database);
    await listPortal(site);
    await site.person({ webExId: 'alternate', email: 'alternate@acme.com' });
    await site.person({ webExId: 'stand-in', email: 'stand-in@acme.com' });
    browser = await visitorAs(site, 'alternate');
  });
  after(() => site?.close());

  for (const [name, { ask, refused }] of Object.entries(ASKED)) {
    test(`${name} writes nothing`, async () => {
      assert.ok(site && browser);
      const { sessions, sites } = site.context;
      const acme = await sites.required('acme');
      // Once with the right: what a first call writes beside (its place in the limits) is written.
      const before = await meeting(site);
      assert.match((await ask(site, before, browser)) ?? '', /^(SUCCESS|302|303)$/);
      await site.context.events.drain();

      const key = await meeting(site);
      await site.context.events.drain();
      const isRead = Promise.withResolvers<void>();
      const isHeld = Promise.withResolvers<void>();
      const takenAway = sessions.change(acme, Number(key), async (_current, people) => {
        isHeld.resolve();
        await isRead.promise;
        return { attendees: people.filter(({ role }) => role !== 'HOST') };
      });
      await isHeld.promise;
      onWrite = isRead.resolve;
      const asked = ask(site, key, browser);
      await takenAway;
      onWrite = () => {};
      assert.equal(await asked, refused);

      const session = await sessions.required(acme, Number(key));
      const { document } = await sessions.withDocument(session);
      const people = await sessions.attendeesOf(session);
      assert.deepEqual(
        people.map(({ email, name, joinStatus }) => [email, name, joinStatus]),
        [
          [INVITED, 'Somebody', 'INVITE'],
          [REGISTERED, 'Somebody', 'REGISTER'],
        ],
      );
      assert.deepEqual([session.confName, document.attendeeOptions.auto], ['A meeting', false]);
    });
  }

  test('nobody becomes an alternate host whose account is deactivated meanwhile', async () => {
    assert.ok(site);
    const { accounts, sessions, sites } = site.context;
    const acme = await sites.required('acme');
    const key = await meeting(site);
    const isRead = Promise.withResolvers<void>();
    const isHeld = Promise.withResolvers<void>();
    const held = sessions.change(acme, Number(key), async () => {
      isHeld.resolve();
      await isRead.promise;
      return {};
    });
    await isHeld.promise;
    const deactivated = accounts.change(acme, 'stand-in', () => ({ active: 'DEACTIVATED' }));
    // SQLite writes one after the other, in the order in which they were asked for; PostgreSQL does not.
    if (databases.dialect === 'postgres') await deactivated;
    onWrite = isRead.resolve;
    const asked = site.call(
      'attendee.CreateMeetingAttendee',
      `${person('stand-in@acme.com')}<role>HOST</role><sessionKey>${key}</sessionKey>`,
      HOST,
    );
    await Promise.all([held, deactivated]);
    onWrite = () => {};
    assert.equal((await asked).exceptionID, '040007');
  });
});

/** A meeting that takes registrations, with its alternate host, somebody invited and somebody registered. */
async function meeting(site: TestSite): Promise<string> {
  const answer = await site.ok(
    'meeting.CreateMeeting',
    '<metaData><confName>A meeting</confName></metaData>' +
      '<schedule><startDate>05/31/2027 10:00:00</startDate><duration>30</duration></schedule>' +
      '<attendeeOptions><registration>true</registration></attendeeOptions><participants><attendees>' +
      `<attendee>${person(INVITED)}</attendee><attendee>${person('alternate@acme.com')}<role>HOST</role></attendee>` +
      '</attendees></participants>',
    HOST,
  );
  const key = answer.value('meetingkey') ?? '';
  await site.ok(
    'attendee.RegisterMeetingAttendee',
    `<attendees>${person(REGISTERED)}<joinStatus>REGISTER</joinStatus><sessionKey>${key}</sessionKey></attendees>`,
    HOST,
  );
  return key;
}
