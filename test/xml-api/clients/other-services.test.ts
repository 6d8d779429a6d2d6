import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { Visitor } from '../../browser/visitor.ts';
import { forProtocol } from '../../support/databases.ts';
import { elements, HOST, PASSWORD, sharedSite, type TestSite } from '../../support/site.ts';

/**
 * What learning platforms and portals do with trainings and events, each in the way that it writes and reads: Moodle's
 * plugin, Canvas' gem, a C# learning platform, and a portal in ColdFusion.
 */

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACES =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:serv="http://www.webex.com/schemas/2002/06/service"';

interface Client {
  readonly type: string;
  readonly context: string;
  readonly path?: string;
}

const byName = (person = HOST): string =>
  `<webExID>${person.webExID}</webExID><password>${PASSWORD}</password><siteName>acme</siteName>`;

/** A request as a client writes it. */
async function ask(site: TestSite, { type, context, path }: Client, operation: string, content: string) {
  const body =
    `${DECLARATION}<serv:message ${NAMESPACES}><header><securityContext>${context}</securityContext></header>` +
    `<body><bodyContent xsi:type="java:com.webex.service.binding.${operation}">${content}</bodyContent></body></serv:message>`;
  return site.post(body, { headers: { 'Content-Type': type }, ...(path !== undefined && { path }) });
}

async function succeeds(...asked: Parameters<typeof ask>) {
  const answer = await ask(...asked);
  assert.equal(answer.result, 'SUCCESS', `${asked[2]}: ${answer.exceptionID} ${answer.reason}`);
  return answer;
}

/** Canvas reads the first element whose name has the word in it, in whatever case. */
function loosely(text: string, word: string): string {
  const [, body = ''] = text.split('<serv:body>');
  const found = new RegExp(`<(?:\\w+:)?\\w*${word}\\w*>([^<]*)<`, 'i').exec(body);
  return found?.[1] ?? '';
}

forProtocol('A client of trainings and events', (open) => {
  const shared = sharedSite(open);
  let own = '';
  before(async () => {
    const { sites } = shared().context;
    const { siteID } = await sites.change('acme', { settings: { partnerID: 'partner-7' } });
    own = `<siteID>${siteID}</siteID><partnerID>partner-7</partnerID>`;
  });

  describe("Moodle's plugin", () => {
    const MOODLE: Client = { type: 'text/xml charset=UTF-8', context: byName() };
    const training = (rest: string) =>
      '<accessControl><listing>UNLISTED</listing><sessionPassword>lesson1</sessionPassword>' +
      '<enforcePassword>FALSE</enforcePassword></accessControl>' +
      `<schedule>${rest}<openTime>20</openTime><duration>45</duration></schedule>` +
      '<metaData><confName>Algebra, 3rd lesson</confName><agenda>Rings</agenda></metaData>' +
      '<enableOptions><attendeeSendVideo>true</attendeeSendVideo></enableOptions>' +
      '<telephony><telephonySupport>CALLIN</telephonySupport></telephony>' +
      '<repeat><repeatType>SINGLE</repeatType></repeat>';

    test('schedules a training, begins it, tells of it and takes it off', async () => {
      const site = shared();
      const start = '<startDate>06/01/2026 14:00:00</startDate><timeZoneID>20</timeZoneID>';
      const made = await succeeds(site, MOODLE, 'training.CreateTrainingSession', training(start));
      assert.match(made.text, /<train:sessionkey>\d{9,}<\/train:sessionkey>/);
      const sessionkey = made.value('sessionkey') ?? '';
      assert.match(made.value('additionalInfo/guestToken') ?? '', /^[0-9a-f]{32}$/);
      const key = `<sessionKey>${sessionkey}</sessionKey>`;

      const told = await succeeds(site, MOODLE, 'training.GetTrainingSession', key);
      assert.match(told.value('eventID') ?? '', /^\d+$/);
      assert.match(told.value('hostKey') ?? '', /^\d{6}$/);
      assert.deepEqual(
        ['schedule/startDate', 'schedule/openTime', 'accessControl/listing'].map((path) => told.value(path)),
        ['06/01/2026 14:00:00', '20', 'UNLISTED'],
      );

      // A lesson of the past keeps its start: it is changed without one.
      await succeeds(
        site,
        MOODLE,
        'training.SetTrainingSession',
        key + training('<timeZoneID>20</timeZoneID>'),
      );
      const info = await succeeds(site, MOODLE, 'ep.GetSessionInfo', key);
      assert.equal(info.value('hostKey'), told.value('hostKey'));
      assert.equal(info.value('accessControl/sessionPassword'), 'lesson1');
      assert.ok(URL.canParse(info.value('meetingLink') ?? ''));
      assert.equal(info.value('metaData/serviceType'), 'TrainingCenter');

      const host = await succeeds(site, MOODLE, 'meeting.GethosturlMeeting', key);
      const way = new URL(host.value('hostMeetingURL') ?? '');
      const done = `${site.url}/acme/`;
      const MU = `${way.searchParams.get('MU')}&BU=${encodeURIComponent(done)}`;
      way.searchParams.set('MU', MU);
      const teacher = new Visitor(site.url);
      const { target } = await teacher.get(`${way.pathname}${way.search}&BU=${encodeURIComponent(done)}`);
      const begun = await teacher.get(`${target?.pathname}${target?.search}`);
      assert.equal(begun.target?.pathname, '/acme/room.php');
      const open = await succeeds(site, MOODLE, 'ep.LstOpenSession', '');
      assert.deepEqual(open.texts('services/serviceType'), ['TrainingCenter']);
      assert.deepEqual(open.texts('services/sessions/sessionKey'), [sessionkey]);

      const room = begun.target;
      const ended = await teacher.post(`${room?.pathname}${room?.search}`, { DO: 'END' });
      assert.match(ended.results, /AT=HM&ST=SUCCESS/);
      await succeeds(site, MOODLE, 'training.DelTrainingSession', key);
      // Deleted already is as good.
      assert.equal((await ask(site, MOODLE, 'training.DelTrainingSession', key)).exceptionID, '060001');
    });

    test('is told that the host is unknown, or that it may not schedule for them', async () => {
      const site = shared();
      const other = await site.person();
      const of = (webExID: string) =>
        training(
          `<startDate>06/01/2026 14:00:00</startDate><timeZoneID>20</timeZoneID><hostWebExID>${webExID}</hostWebExID>`,
        );
      for (const [webExID, exceptionID] of [
        ['nobody-at-all', '060019'],
        [other.webExID, '060021'],
      ] as const) {
        const answer = await ask(site, MOODLE, 'training.CreateTrainingSession', of(webExID));
        assert.equal(answer.exceptionID, exceptionID);
      }
    });
  });

  describe("Canvas' gem", () => {
    const CANVAS: Client = { type: 'application/xml', context: byName() };

    test('schedules a training for now, and gets both of its addresses', async () => {
      const site = shared();
      const made = await succeeds(
        site,
        CANVAS,
        'training.CreateTrainingSession',
        '<metaData><confName>Office hours</confName></metaData>' +
          '<accessControl><sessionPassword>canvas1</sessionPassword></accessControl>' +
          '<schedule><startDate/><timeZoneID>4</timeZoneID><duration>30</duration></schedule>' +
          '<attendees><participants><participant><person><email>stella@example.com</email></person></participant></participants></attendees>' +
          '<attendeeOptions><emailInvitations>true</emailInvitations></attendeeOptions>',
      );
      const key = `<sessionKey>${loosely(made.text, 'sessionkey')}</sessionKey>`;
      const told = await succeeds(site, CANVAS, 'training.GetTrainingSession', key);
      assert.equal(loosely(told.text, 'confname'), 'Office hours');
      assert.match(loosely(told.text, 'startdate'), /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
      assert.equal(told.value('status'), 'NOT_INPROGRESS');
      for (const [operation, element] of [
        ['meeting.GethosturlMeeting', 'hostMeetingURL'],
        ['meeting.GetjoinurlMeeting', 'joinMeetingURL'],
      ] as const) {
        const answer = await succeeds(site, CANVAS, operation, key);
        assert.equal(elements(answer.bodyContents[0], element).length, 1);
        assert.ok(URL.canParse(answer.value(element) ?? ''));
      }
      const people = await succeeds(site, CANVAS, 'attendee.LstMeetingAttendee', key);
      assert.deepEqual(people.texts('attendee/person/email'), ['stella@example.com']);
    });
  });

  describe('A learning platform in C#', () => {
    // A form by its header, XML by its body.
    const lms = (email = 'host@acme.com'): Client => ({
      type: 'application/x-www-form-urlencoded',
      context: `<email>${email}</email><password>${PASSWORD}</password>${own}`,
    });

    test('looks whether a training is still there, and puts its learners into it', async () => {
      const site = shared();
      const teacher = await site.person({ email: 'teacher@acme.com' });
      const client = lms('teacher@acme.com');
      const made = await succeeds(
        site,
        client,
        'training.CreateTrainingSession',
        '<metaData><confName>Induction</confName></metaData>' +
          '<schedule><startDate>06/02/2026 09:00:00</startDate><timeZoneID>4</timeZoneID></schedule>' +
          '<attendeeOptions><registration>true</registration></attendeeOptions>' +
          '<attendees><participants><participant><person><name>Ada</name><email>ada@example.com</email></person></participant></participants></attendees>',
      );
      const key = `<sessionKey>${made.value('sessionkey')}</sessionKey>`;
      const there = await succeeds(site, client, 'training.GetTrainingSession', key);
      assert.deepEqual(there.texts('attendees/participants/participant/person/email'), ['ada@example.com']);
      assert.match(
        there.text,
        /<train:attendees>.*<sess:participants><sess:participant><sess:person>.*<com:email>ada@example\.com/,
      );

      const person = (name: string) =>
        `<person><name>${name}</name><email>${name.toLowerCase()}@example.com</email></person>`;
      await succeeds(
        site,
        client,
        'attendee.CreateMeetingAttendee',
        `${person('Bob')}<joinStatus>ACCEPT</joinStatus>${key}`,
      );
      const registered = await succeeds(
        site,
        client,
        'attendee.RegisterMeetingAttendee',
        `<attendees>${person('Cyd')}<joinStatus>REGISTER</joinStatus>${key}</attendees>`,
      );
      assert.match(registered.value('register/attendeeID') ?? '', /^\d+$/);
      const people = await succeeds(site, client, 'attendee.LstMeetingAttendee', key);
      assert.deepEqual(
        people
          .all('attendee')
          .map((one) => [elements(one, 'person/email')[0]?.text, elements(one, 'joinStatus')[0]?.text]),
        [
          ['ada@example.com', 'INVITE'],
          ['bob@example.com', 'ACCEPT'],
          ['cyd@example.com', 'REGISTER'],
        ],
      );
      await site.ok('training.DelTrainingSession', key, teacher);
      const gone = await ask(site, client, 'training.GetTrainingSession', key);
      assert.deepEqual([gone.exceptionID, gone.reason], ['060001', 'Corresponding Meeting not found']);
    });
  });

  describe('A portal in ColdFusion', () => {
    const CF: Client = { type: 'text/xml', context: byName() };

    test('lists what comes, enrols a visitor, and finds them by the event', async () => {
      const site = shared();
      const made = await succeeds(
        site,
        CF,
        'event.CreateEvent',
        '<accessControl><listing>PUBLIC</listing></accessControl><metaData><sessionName>Open house</sessionName></metaData>' +
          '<schedule><startDate>06/03/2026 18:00:00</startDate><duration>90</duration><timeZoneID>7</timeZoneID></schedule>',
      );
      const sessionKey = made.value('sessionKey') ?? '';
      const list = await succeeds(
        site,
        CF,
        'event.LstsummaryEvent',
        '<listControl><serv:startFrom>1</serv:startFrom><serv:maximumNum>75</serv:maximumNum><serv:listMethod>AND</serv:listMethod></listControl>' +
          '<order><orderBy>STARTTIME</orderBy><orderAD>ASC</orderAD></order>' +
          '<dateScope><startDateStart>06/01/2026 00:00:00</startDateStart><timeZoneID>7</timeZoneID></dateScope>',
      );
      assert.match(list.text, /xsi:type="event:lstsummaryEventResponse"/);
      const row = list.all('event').find((one) => elements(one, 'sessionKey')[0]?.text === sessionKey);
      const read =
        'sessionKey sessionName sessionType hostWebExID startDate endDate timeZoneID duration description status panelists listStatus';
      for (const name of read.split(' ')) assert.equal(elements(row, name).length, 1, name);
      assert.equal(elements(row, 'endDate')[0]?.text, '06/03/2026 19:30:00');

      const key = `<sessionKey>${sessionKey}</sessionKey>`;
      const info = await succeeds(site, CF, 'ep.GetSessionInfo', key);
      // Numbers have to fit 32 bits there.
      assert.ok(Number(info.value('confID')) < 2 ** 31, info.value('confID'));
      const enrolled = await succeeds(
        site,
        CF,
        'attendee.RegisterMeetingAttendee',
        `<attendees><person><name>Vi Sitor</name><email>vi@example.com</email></person><joinStatus>ACCEPT</joinStatus>${key}</attendees>`,
      );
      for (const name of ['attendeeID', 'registerID']) {
        const number = Number(enrolled.value(`register/${name}`));
        assert.ok(number > 0 && number < 2 ** 31, name);
      }
      const people = await succeeds(site, CF, 'attendee.LstMeetingAttendee', key);
      assert.deepEqual(people.texts('attendee/person/email'), ['vi@example.com']);
      const status = await succeeds(site, CF, 'attendee.GetEnrollmentInfo', key);
      assert.deepEqual(status.texts('session/attendee/status'), ['APPROVED']);
    });
  });
});
