import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { forEachDatabase } from '../support/databases.ts';
import { ADMIN, HOST, startSite, TestClock, type TestSite } from '../support/site.ts';
import { restore, WRITTEN_AT } from './earlier/restore.ts';

/** A database that an earlier version wrote is opened by this one, and says what it said. */

/** When those who were in a session that is over were last heard of. */
const ENDED_AT = Date.UTC(2026, 2, 4, 10, 30);

const ZOE = { ...HOST, webExID: 'zoe' };

forEachDatabase('a database of November 2026', (_open, databases) => {
  let site: TestSite;
  before(async () => {
    const url = await databases.fresh();
    await restore(url, databases.dialect);
    site = await startSite(await databases.open(url), { clock: new TestClock(WRITTEN_AT) });
  });
  after(() => site.close());

  /** The key of the session of that name. */
  const keyOf = async (name: string) => {
    const listed = await site.ok('ep.LstsummarySession', `<confName>${name}</confName>`, ADMIN);
    return listed.value('session/sessionKey') ?? assert.fail(`there is no ${name}`);
  };
  const meeting = async (name: string, caller = HOST) =>
    site.ok('meeting.GetMeeting', `<meetingKey>${await keyOf(name)}</meetingKey>`, caller);
  const acme = () => site.context.sites.required('acme');

  test('has its sites with their settings', async () => {
    const { settings } = await acme();
    assert.equal(settings.timeZoneID, 25);
    assert.equal(settings.partnerID, 'partner-of-acme');
    assert.deepEqual(settings.urlAPI.backURLs, ['https://portal.example']);
    assert.equal(settings.trackingCodes[0]?.name, 'Department');
    assert.equal(settings.throttling.meetingWrites, 1_000);
    const shown = await site.ok('site.GetSite', '', ADMIN);
    assert.equal(shown.value('siteInstance/trackingCodes/trackingCode/name'), 'Department');
    const { samlSSO } = (await site.context.sites.required('acme-sso')).settings;
    assert.equal(samlSSO.idpCertificates.length, 1);
    for (const name of ['acme-ci', 'acme-w11', 'acme-basic']) {
      assert.equal((await site.context.sites.required(name)).siteName, name);
    }
  });

  test('has its accounts, their passwords, states and pictures', async () => {
    const zoe = await site.ok('user.GetUser', '<webExId>zoe</webExId>', ZOE);
    assert.equal(zoe.value('firstName'), 'Zoë');
    assert.equal(zoe.value('lastName'), 'O\'Neill "Zed"');
    assert.equal(zoe.value('languageID'), '3');
    assert.equal(zoe.value('tracking/trackingCode1'), 'Research');
    assert.equal(zoe.value('expirationDate'), '12/31/2027 23:59:59');
    const states = await site.ok('user.LstsummaryUser', '', ADMIN);
    assert.deepEqual(
      states
        .all('user')
        .map(({ children }) => children.filter(({ name }) => /^(webExId|active)$/.test(name)))
        .map((pair) => pair.map(({ text }) => text).join(' '))
        .sort(),
      [
        'admin ACTIVATED',
        'gone DEACTIVATED',
        'guest ACTIVATED',
        'hostid ACTIVATED',
        'locked ACTIVATED',
        'pending REQUEST_TO_ACTIVATE',
        'zoe ACTIVATED',
      ],
    );
    const locked = { ...HOST, webExID: 'locked' };
    assert.notEqual((await site.call('user.GetUser', '<webExId>locked</webExId>', locked)).result, 'SUCCESS');
    const holly = await site.ok('user.GetUser', '<webExId>hostid</webExId>', HOST);
    const photo = new URL(holly.value('personalMeetingRoom/photoURL') ?? '').pathname;
    assert.equal((await fetch(site.url + photo)).headers.get('content-type'), 'image/png');
    const jdoe = await site.context.accounts.required(await site.context.sites.required('acme-sso'), 'jdoe');
    assert.equal(jdoe.passwordHash, null);
  });

  test('has what a host keeps: contacts, their lists, templates, one-click settings', async () => {
    const contacts = await site.ok('ep.LstContact', '', HOST);
    assert.deepEqual(contacts.texts('contact/name'), ['Another Body', 'Some Body']);
    const lists = await site.ok('ep.LstDistList', '', HOST);
    assert.deepEqual(lists.texts('distList/name'), ['Friends']);
    const friends = await site.ok('ep.LstContact', '<distListName>Friends</distListName>', HOST);
    assert.equal(friends.all('contact').length, 2);
    const holly = await site.context.accounts.required(await acme(), 'hostid');
    const templates = await site.context.sessionTemplates.of(holly);
    assert.deepEqual(templates.map(({ name }) => name).sort(), ['Quiet', 'Short']);
    const oneClick = await site.ok('ep.GetOneClickSettings', '', HOST);
    assert.equal(oneClick.value('metaData/confName'), 'Quick');
    assert.equal(oneClick.value('metaData/sessionPassword'), '654321');
  });

  test('has its sessions, each as it was scheduled', async () => {
    const everything = '<listControl><maximumNum>100</maximumNum></listControl>';
    const listed = await site.ok('ep.LstsummarySession', everything, ADMIN);
    assert.deepEqual(listed.texts('session/confName').sort(), [
      'After',
      'By Zoë',
      'By telephone',
      'Come who will',
      'Every Monday',
      'For ever',
      'It is',
      'It was',
      'Review & "plan" <1>',
      'Secret',
      'Written by nobody',
    ]);
    const review = await meeting('Review');
    assert.equal(review.value('accessControl/meetingPassword'), 'pass-w0rd');
    assert.equal(review.value('metaData/agenda'), 'What was, what will be: déjà vu');
    assert.equal(review.value('tracking/trackingCode1'), 'Research');
    assert.equal(review.value('remind/minutesAhead'), '15');
    assert.deepEqual(review.texts('participants/attendees/attendee/person/email').sort(), [
      'ada@example.com',
      'later@example.com',
      'nobody@example.com',
      'zoe@acme.com',
    ]);
    const monday = await meeting('Every Monday');
    assert.equal(monday.value('repeat/repeatType'), 'WEEKLY');
    assert.equal(monday.value('repeat/dayInWeek/day'), 'MONDAY');
    assert.equal((await meeting('For ever')).value('repeat/repeatType'), 'MONTHLY');
    assert.equal((await meeting('After')).value('schedule/startDate'), '06/02/2026 12:00:00');
    const telephone = await site.ok(
      'java:com.webex.service.binding.meeting.auo.GetTeleconferenceSession',
      `<sessionKey>${await keyOf('By telephone')}</sessionKey>`,
      HOST,
    );
    assert.equal(telephone.value('accessControl/sessionPassword'), '123456');
    assert.deepEqual(telephone.texts('fullAccessAttendees/attendee/email'), ['anna@example.com']);
  });

  test('has its invited and its registered people', async () => {
    const people = await site.ok(
      'attendee.LstMeetingAttendee',
      `<sessionKey>${await keyOf('Come who will')}</sessionKey>`,
      HOST,
    );
    assert.deepEqual(
      people
        .texts('attendee/person/email')
        .map((email, at) => [email, people.texts('attendee/joinStatus')[at]])
        .sort(),
      [
        ['rita@example.com', 'REGISTER'],
        ['rolf@example.com', 'REGISTER'],
        ['ruth@example.com', 'REJECT'],
      ],
    );
  });

  test('has its mail in every state, and can still put it into words', async () => {
    const { mails } = await site.context.mail.outbox.list(await acme(), { most: 100 });
    assert.deepEqual([...new Set(mails.map(({ state }) => state))].sort(), [
      'CANCELLED',
      'FAILED',
      'KEPT',
      'SENT',
      'WAITING',
    ]);
    const kinds = new Set(mails.map(({ kind }) => kind));
    for (const kind of [
      'welcome',
      'invitation',
      'alternateHost',
      'reminder',
      'registrationRequest',
    ] as const) {
      assert.ok(kinds.has(kind), kind);
    }
    for (const { message } of mails) assert.ok(message.subject !== '' && message.text !== '');
    const invitation = mails.find(
      ({ kind, recipient }) => kind === 'invitation' && recipient === 'ada@example.com',
    );
    assert.match(JSON.stringify(invitation?.message.calendar), /BEGIN:VCALENDAR/);
  });

  test('has what runs and what ran', async () => {
    const { live, history } = site.context;
    const running = await live.state(await acme(), Number(await keyOf('It is')));
    assert.deepEqual(
      running?.people.map(({ name }) => name),
      ['Holly Host'],
    );
    assert.deepEqual(
      running?.waiting.map(({ name }) => name),
      ['Wanda'],
    );
    const holly = await site.context.accounts.required(await acme(), 'hostid');
    const room = await live.state(await acme(), Number(holly.accessCode));
    assert.equal(room?.isLocked, true);
    const [usage, ...more] = await history.usagesOf(await acme(), Number(await keyOf('It was')));
    assert.ok(usage && more.length === 0);
    assert.equal(usage.endedAt, ENDED_AT);
    const attendances = await history.attendancesOf(usage);
    assert.deepEqual(
      attendances.map(({ name }) => name),
      ['Holly Host', 'Gina'],
    );
  });

  test('lists what ran, and who was in it', async () => {
    const usage = await site.ok('history.LstmeetingusageHistory', '<confName>it WAS</confName>', HOST);
    assert.equal(usage.value('meetingUsageHistory/totalParticipants'), '2');
    assert.equal(usage.value('meetingUsageHistory/meetingEndTime'), '03/04/2026 10:30:00');
    const stays = await site.ok('history.LstmeetingattendeeHistory', '', HOST);
    assert.deepEqual(stays.texts('meetingAttendeeHistory/name'), ['Holly Host', 'Gina']);
    assert.deepEqual(stays.texts('meetingAttendeeHistory/externalParticipant'), ['N/A', 'N/A']);
    assert.equal(stays.value('matchingRecords/total'), '2');
  });

  test('can be changed like one of today', async () => {
    const key = await keyOf('Every Monday');
    await site.ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><metaData><confName>Each Monday</confName></metaData>`,
      HOST,
    );
    const changed = await meeting('Each Monday');
    assert.equal(changed.value('repeat/repeatType'), 'WEEKLY');
    assert.equal(changed.value('repeat/afterMeetingNumber'), '6');
    await site.ok('meeting.DelMeeting', `<meetingKey>${await keyOf('For ever')}</meetingKey>`, HOST);
    await site.ok('user.SetUser', '<webExId>zoe</webExId><firstName>Zoe</firstName>', ZOE);
    assert.equal((await site.ok('user.GetUser', '<webExId>zoe</webExId>', ZOE)).value('firstName'), 'Zoe');
  });
});
