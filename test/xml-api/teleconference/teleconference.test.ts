import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, CI_ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';

const CREATE = 'java:com.webex.service.binding.meeting.auo.CreateTeleconferenceSession';
const SET = 'java:com.webex.service.binding.meeting.auo.SetTeleconferenceSession';
const GET = 'java:com.webex.service.binding.meeting.auo.GetTeleconferenceSession';

const SCHEDULE =
  '<schedule><startDate>05/31/2027 10:00:00</startDate><timeZoneID>25</timeZoneID><duration>30</duration>' +
  '<entryExitTone>BEEP</entryExitTone></schedule>';
const NAME = '<metaData><confName>Weekly &lt;call&gt;</confName></metaData>';

const people = (kind: 'full' | 'limited', ...names: readonly string[]) =>
  `<${kind}AccessAttendees>${names
    .map((name) => `<attendee><name>${name}</name><email>${name}@example.com</email></attendee>`)
    .join('')}</${kind}AccessAttendees>`;

forProtocol('audio-only sessions', (open) => {
  const site = sharedSite(open);
  const create = async (content = '', caller: Caller = HOST) =>
    (await site().ok(CREATE, NAME + SCHEDULE + content, caller)).value('sessionKey') ?? '';
  const get = (key: string, caller: Caller = HOST) =>
    site().ok(GET, `<sessionKey>${key}</sessionKey>`, caller);
  const set = (key: string, content: string) =>
    site().ok(SET, `<sessionKey>${key}</sessionKey>${content}`, HOST);

  test('are scheduled and told whole, in their own namespace', async () => {
    await site().context.sites.change('acme', {
      settings: {
        telephony: {
          tollNumber: '+1 408 1',
          tollFreeNumber: '+1 800 1',
          globalCallInNumbers: [
            { countryAlias: 'Germany', phoneNumber: '+49 69 1', tollFree: false, default: true },
          ],
        },
      },
    });
    const key = await create(
      '<accessControl><listing>PUBLIC</listing><sessionPassword>123456</sessionPassword></accessControl>' +
        '<teleconference><extTelephonyDescription>Call us</extTelephonyDescription>' +
        '<intlLocalCallIn>true</intlLocalCallIn><teleconfLocation>Room 1</teleconfLocation></teleconference>' +
        '<tracking><trackingCode1>one</trackingCode1></tracking>' +
        '<repeat><repeatType>WEEKLY</repeatType><dayInWeek><day>MONDAY</day></dayInWeek>' +
        '<expirationDate>12/31/2027 00:00:00</expirationDate></repeat>' +
        '<remind><enableReminder>true</enableReminder><minutesAhead>15</minutesAhead></remind>' +
        people('full', 'anna') +
        people('limited', 'bert', 'carl') +
        '<attendeeOptions><requireUcfDiagnosis>true</requireUcfDiagnosis><excludePassword>true</excludePassword>' +
        '<requireAccount>true</requireAccount></attendeeOptions>',
    );
    const answer = await get(key);
    assert.match(
      answer.text,
      /xmlns:auo="http:\/\/www\.webex\.com\/schemas\/2002\/06\/service\/meeting\/auo".*xsi:type="auo:getTeleconferenceSessionResponse"/,
    );
    assert.deepEqual(answer.hints, []);
    assert.deepEqual(
      answer.bodyContents[0]?.children.map(({ name }) => name),
      [
        'accessControl',
        'metaData',
        'schedule',
        'teleconference',
        'tracking',
        'repeat',
        'remind',
        'fullAccessAttendees',
        'limitedAccessAttendees',
        'attendeeOptions',
        'telephony',
        'hostType',
      ],
    );
    for (const [path, value] of [
      ['accessControl/listing', 'PUBLIC'],
      ['accessControl/sessionPassword', '123456'],
      ['metaData/confName', 'Weekly <call>'],
      ['metaData/sessionType', '16'],
      ['schedule/startDate', '05/31/2027 10:00:00'],
      ['schedule/timeZoneID', '25'],
      ['schedule/duration', '30'],
      ['schedule/entryExitTone', 'BEEP'],
      ['schedule/hostWebExID', 'hostid'],
      ['teleconference/personalConferenceNumber', 'false'],
      ['teleconference/tollCallInNumber', '+1 408 1'],
      ['teleconference/tollFreeCallInNumber', '+1 800 1'],
      ['teleconference/intlLocalCallInNumber', '+49 69 1'],
      ['teleconference/globalNum/countryAlias', 'Germany'],
      ['teleconference/teleconfLocation', 'Room 1'],
      ['tracking/trackingCode1', 'one'],
      ['repeat/repeatType', 'WEEKLY'],
      ['repeat/dayInWeek/day', 'MONDAY'],
      ['repeat/expirationDate', '12/31/2027 00:00:00'],
      ['remind/minutesAhead', '15'],
      ['attendeeOptions/requireUcfDiagnosis', 'true'],
      ['attendeeOptions/requireAccount', 'true'],
      ['telephony/extTelephonyDescription', 'Call us'],
    ] as const) {
      assert.equal(answer.value(path), value, path);
    }
    assert.deepEqual(answer.texts('fullAccessAttendees/attendee/name'), ['anna']);
    assert.deepEqual(answer.texts('limitedAccessAttendees/attendee/name'), ['bert', 'carl']);
  });

  test('are protected by the names that meetings have for it too, with hints', async () => {
    const protectedBy = (listing: string) =>
      `<accessControl><meetingPassword>123456</meetingPassword>${listing}</accessControl>`;
    for (const listing of [
      '<listToPublic>false</listToPublic>',
      '<listStatus>UNLISTED</listStatus>',
      '<listStatus>PRIVATE</listStatus><listToPublic>true</listToPublic>',
    ]) {
      const created = await site().ok(CREATE, NAME + SCHEDULE + protectedBy(listing), HOST);
      assert.equal(created.hints.length, 2, created.hints.join());
      const answer = await get(created.value('sessionKey') ?? '');
      assert.equal(answer.value('accessControl/listing'), 'PRIVATE', listing);
      assert.equal(answer.value('accessControl/sessionPassword'), '123456');
    }
    const open = await create(protectedBy('<listToPublic>true</listToPublic>'));
    assert.equal((await get(open)).value('accessControl/listing'), 'PUBLIC');
    await set(open, protectedBy('<listStatus>UNLISTED</listStatus>'));
    assert.equal((await get(open)).value('accessControl/listing'), 'PRIVATE');
  });

  test('keep the three access codes that were drawn for them', async () => {
    const key = await create();
    const codes = async () => {
      const answer = await get(key);
      return ['subscriberAccessCode', 'participantFullAccessCode', 'participantLimitedAccessCode'].map(
        (code) => answer.value(`teleconference/${code}`),
      );
    };
    const drawn = await codes();
    assert.equal(new Set(drawn).size, 3);
    for (const code of drawn) assert.match(code ?? '', /^\d{9}$/);
    await set(key, '<metaData><confName>Renamed</confName></metaData>');
    assert.deepEqual(await codes(), drawn);
  });

  test("may be held on the host's own conference account", async () => {
    const account = {
      accountIndex: 2,
      subscriberAccessCode: '111',
      participantFullAccessCode: '222',
      participantLimitedAccessCode: '333',
    };
    const host = await site().person({ profile: { personalTeleconf: { accounts: [account] } } });
    const on = (index: number) => `<teleconference><accountIndex>${index}</accountIndex></teleconference>`;
    await site().refused('000909', CREATE, NAME + SCHEDULE + on(1), host);
    const key = await create(on(2), host);
    const answer = await get(key, host);
    assert.equal(answer.value('teleconference/personalConferenceNumber'), 'true');
    assert.equal(answer.value('teleconference/accountIndex'), '2');
    assert.equal(answer.value('teleconference/participantFullAccessCode'), '222');
    const own = '<teleconference><requestConferenceNumber>true</requestConferenceNumber></teleconference>';
    await site().ok(SET, `<sessionKey>${key}</sessionKey>${own}`, host);
    assert.equal((await get(key, host)).value('teleconference/personalConferenceNumber'), 'false');
  });

  test('change only in what is given', async () => {
    const key = await create(people('full', 'anna', 'dora') + people('limited', 'bert'));
    await set(key, `<accessControl><listing>PRIVATE</listing></accessControl>${people('limited', 'carl')}`);
    const answer = await get(key);
    assert.equal(answer.value('accessControl/listing'), 'PRIVATE');
    assert.equal(answer.value('schedule/startDate'), '05/31/2027 10:00:00');
    assert.deepEqual(answer.texts('fullAccessAttendees/attendee/email'), [
      'anna@example.com',
      'dora@example.com',
    ]);
    assert.deepEqual(answer.texts('limitedAccessAttendees/attendee/email'), ['carl@example.com']);
    await set(key, people('full', 'carl'));
    const moved = await get(key);
    assert.deepEqual(moved.texts('fullAccessAttendees/attendee/email'), []);
    assert.deepEqual(moved.texts('limitedAccessAttendees/attendee/email'), ['carl@example.com']);
  });

  test('are sessions like any other', async () => {
    const key = await create(people('limited', 'bert'));
    const attendees = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.deepEqual(attendees.texts('attendee/role'), ['LIMITED']);
    const meeting = await site().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    assert.equal(meeting.value('metaData/meetingType'), '16');
    await site().ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    await site().refused('060001', GET, `<sessionKey>${key}</sessionKey>`, HOST);
  });

  test('that CreateMeeting schedules have codes too; other meetings are none', async () => {
    const meeting = async (type: number) => {
      const content = `<metaData><confName>M</confName><meetingType>${type}</meetingType></metaData>${SCHEDULE}`;
      return (await site().ok('meeting.CreateMeeting', content, HOST)).value('meetingkey') ?? '';
    };
    const answer = await get(await meeting(16));
    assert.match(answer.value('teleconference/subscriberAccessCode') ?? '', /^\d{9}$/);
    const other = await meeting(3);
    await site().refused('060001', GET, `<sessionKey>${other}</sessionKey>`, HOST);
    await site().refused('060001', SET, `<sessionKey>${other}</sessionKey>${NAME}`, HOST);
  });

  test('belong to their host: nobody else sees or changes them, but administrators', async () => {
    const key = await create(people('full', 'guest'));
    const other = await site().person();
    for (const caller of [other, GUEST, CI_ADMIN]) {
      await site().refused('060001', GET, `<sessionKey>${key}</sessionKey>`, caller);
      await site().refused('060001', SET, `<sessionKey>${key}</sessionKey>${NAME}`, caller);
    }
    await get(key, ADMIN);
    await site().refused('000001', CREATE, NAME + SCHEDULE, GUEST);
  });

  test('are scheduled for a host who lets the caller', async () => {
    const [boss, helper] = [await site().person(), await site().person()];
    const forBoss =
      NAME + SCHEDULE.replace('</schedule>', `<hostWebExID>${boss.webExID}</hostWebExID></schedule>`);
    await site().refused('060021', CREATE, forBoss, helper);
    await site().refused('060019', CREATE, forBoss.replace(boss.webExID, 'nobody'), helper);
    await site().ok(
      'user.SetUser',
      `<webExId>${boss.webExID}</webExId><schedulingPermission>${helper.webExID}</schedulingPermission>`,
      boss,
    );
    const key = (await site().ok(CREATE, forBoss, helper)).value('sessionKey') ?? '';
    assert.equal((await get(key, boss)).value('schedule/hostWebExID'), boss.webExID);
  });

  test('are for sites and hosts that have them', async () => {
    const host = await site().person({ profile: { meetingTypes: [3] } });
    await site().refused('060901', CREATE, NAME + SCHEDULE, host);
    const typed = (type: number) =>
      NAME.replace('</metaData>', `<sessionType>${type}</sessionType></metaData>`) + SCHEDULE;
    await site().refused('060901', CREATE, typed(3), HOST);
    await site().ok(CREATE, typed(-1), HOST);
    const ci = { ...CI_ADMIN };
    await site().context.sites.change('acme-ci', { settings: { telephony: { audioOnly: false } } });
    await site().refused('060901', CREATE, NAME + SCHEDULE, ci);
  });

  for (const { what, number, content } of [
    { what: 'no name', number: '000901', content: SCHEDULE },
    { what: 'no start', number: '000901', content: NAME },
    { what: 'a date that is none', number: '000909', content: NAME + SCHEDULE.replace('05/31', '02/30') },
    { what: 'a duration of 0', number: '000905', content: NAME + SCHEDULE.replace('>30<', '>0<') },
    {
      what: 'a duration over the limit',
      number: '000909',
      content: NAME + SCHEDULE.replace('>30<', '>9999<'),
    },
    { what: 'an unknown time zone', number: '000909', content: NAME + SCHEDULE.replace('>25<', '>99<') },
    { what: 'an e-mail that is none', number: '000909', content: NAME + SCHEDULE + people('full', 'a b') },
    {
      what: 'a repeat that the schema does not have',
      number: '000906',
      content: `${NAME}${SCHEDULE}<repeat><repeatType>YEARLY</repeatType></repeat>`,
    },
  ]) {
    test(`refuse ${what}`, () =>
      site()
        .refused(number, CREATE, content, HOST)
        .then(() => {}));
  }
});
