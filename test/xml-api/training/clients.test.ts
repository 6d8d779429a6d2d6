import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { type Answer, HOST, PASSWORD, sharedSite } from '../../support/site.ts';

/** Trainings in the forms in which clients are known to send and read them, written anew. */

const SERV = 'xmlns:serv="http://www.webex.com/schemas/2002/06/service"';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const CREDENTIALS = '<webExID>hostid</webExID><password>P@ssword123</password><siteName>acme</siteName>';

forProtocol('trainings as clients send them', (open) => {
  const site = sharedSite(open);

  /** A whole message, as a client writes it. */
  function message(type: string, content: string, { root = 'serv:message', credentials = CREDENTIALS } = {}) {
    return (
      `<?xml version="1.0" encoding="UTF-8"?><${root} ${XSI} ${SERV}><header><securityContext>${credentials}` +
      `</securityContext></header><body><bodyContent xsi:type="${type}">${content}</bodyContent></body></${root}>`
    );
  }

  async function sent(operation: string, content: string): Promise<Answer> {
    const answer = await site().post(
      message(`java:com.webex.service.binding.training.${operation}`, content),
    );
    assert.equal(answer.result, 'SUCCESS', `${answer.exceptionID} ${answer.reason}`);
    return answer;
  }

  const whole = (key: string) =>
    site().ok('training.GetTrainingSession', `<sessionKey>${key}</sessionKey>`, HOST);

  test('by a course plugin: unlisted, with its own password, a deputy, and again when it has begun', async () => {
    const deputy = await site().person({ email: 'deputy.teacher@acme.com' });
    const said = (name: string) =>
      `<metaData><confName>${name}</confName><agenda>&lt;p&gt;What we do&lt;/p&gt;</agenda></metaData>` +
      '<enableOptions><attendeeSendVideo>true</attendeeSendVideo></enableOptions>' +
      '<telephony><telephonySupport>CALLIN</telephonySupport></telephony>' +
      `<presenters><participants><participant><person><name>Dee</name><email>deputy.teacher@acme.com</email>` +
      `<webExId>${deputy.webExID}</webExId><type>MEMBER</type></person><role>HOST</role></participant></participants></presenters>` +
      '<repeat><repeatType>SINGLE</repeatType></repeat>';
    const access =
      '<accessControl><listing>UNLISTED</listing><sessionPassword>abc123</sessionPassword>' +
      '<enforcePassword>FALSE</enforcePassword></accessControl>';
    const created = await sent(
      'CreateTrainingSession',
      `${access}<schedule><startDate>06/01/2026 14:00:00</startDate><timeZoneID>20</timeZoneID>` +
        `<openTime>20</openTime><duration>45</duration><hostWebExID>hostid</hostWebExID></schedule>${said('Unit 1')}`,
    );
    const key = created.value('sessionkey') ?? '';
    assert.ok(created.value('additionalInfo/guestToken'));
    assert.deepEqual(
      created.hints.filter((hint) => !hint.includes('attendeeSendVideo')),
      [],
    );
    const told = await whole(key);
    assert.equal(told.value('schedule/openTime'), '20');
    assert.equal(told.value('accessControl/listing'), 'UNLISTED');
    assert.equal(told.value('metaData/agenda'), '<p>What we do</p>');
    assert.equal(told.value('presenters/participants/participant/role'), 'HOST');

    await sent('SetTrainingSession', `<sessionKey>${key}</sessionKey>${access}${said('Unit 1, again')}`);
    const after = await whole(key);
    assert.equal(after.value('metaData/confName'), 'Unit 1, again');
    assert.equal(after.value('schedule/startDate'), told.value('schedule/startDate'));
    for (const path of ['sessionKey', 'eventID', 'hostKey', 'guestToken']) assert.ok(after.value(path), path);
    const info = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.ok(info.value('meetingLink'));
  });

  test('by a learning platform that reads whatever element has a name in it', async () => {
    const created = await sent(
      'CreateTrainingSession',
      '<metaData><confName>Conference 7</confName></metaData><accessControl><sessionPassword>s3cret-Word</sessionPassword>' +
        '</accessControl><schedule><startDate/><timeZoneID>4</timeZoneID><duration>60</duration></schedule>' +
        '<attendees><participants><participant><person><email>Learner@Example.com</email></person></participant>' +
        '</participants></attendees><attendeeOptions><emailInvitations>true</emailInvitations></attendeeOptions>',
    );
    const told = await whole(created.value('sessionkey') ?? '');
    const first = (name: string) => new RegExp(`<(?:\\w+:)?${name}>([^<]*)<`, 'i').exec(told.text)?.[1];
    assert.equal(first('sessionkey'), created.value('sessionkey'));
    assert.equal(first('confname'), 'Conference 7');
    assert.match(first('startdate') ?? '', /^03\/04\/2026 \d\d:30:00$/);
    assert.equal(first('status'), 'NOT_INPROGRESS');
    assert.equal(told.value('attendees/participants/participant/person/email'), 'learner@example.com');
  });

  test('by a scheduler that then asks for the two addresses, each the first text of the body', async () => {
    const created = await sent(
      'CreateTrainingSession',
      '<accessControl><sessionPassword>s3cret-Word</sessionPassword></accessControl>' +
        '<schedule><startDate>06/01/2026 10:00:00</startDate><duration>60</duration><timeZoneID>41</timeZoneID><openTime>5</openTime></schedule>' +
        '<metaData><confName>Lecture</confName><agenda>Agenda</agenda><description>About</description></metaData>' +
        '<attendeeOptions><participantLimit>100</participantLimit><emailInvitations>true</emailInvitations></attendeeOptions>' +
        '<remind><enableReminder>true</enableReminder><sendEmail>true</sendEmail><minutesAhead>15</minutesAhead></remind>' +
        '<enableOptions><chat>true</chat><poll>true</poll><audioVideo>true</audioVideo></enableOptions>',
    );
    const key = created.value('sessionkey') ?? '';
    for (const operation of ['GethosturlMeeting', 'GetjoinurlMeeting']) {
      const answer = await site().ok(`meeting.${operation}`, `<sessionKey>${key}</sessionKey>`, HOST);
      assert.match(answer.bodyContents[0]?.children[0]?.text ?? '', /^http/, operation);
    }
  });

  test('by an academy: thirty switches, one with a line end in it, telephony without its kind, the zone by its label', async () => {
    const switches = [
      ['chat', 'true'],
      ['poll', 'true'],
      ['audioVideo', 'true\n'],
      ['fileShare', 'false'],
      ['presentation', 'true'],
      ['applicationShare', 'TRUE'],
      ['desktopShare', 'true'],
      ['webTour', '1'],
      ['trainingSessionRecord', 'true'],
      ['annotation', 'true'],
      ['importDocument', 'true'],
      ['saveDocument', 'true'],
      ['printDocument', 'true'],
      ['pointer', 'true'],
      ['switchPage', 'true'],
      ['fullScreen', 'true'],
      ['thumbnail', 'true'],
      ['zoom', 'true'],
      ['copyPage', 'true'],
      ['rcAppShare', 'true'],
      ['rcDesktopShare', 'true'],
      ['rcWebTour', 'true'],
      ['attendeeRecordTrainingSession', 'false'],
      ['voip', 'true'],
      ['faxIntoTrainingSession', 'false'],
      ['autoDeleteAfterMeetingEnd', 'false'],
      ['supportQandA', 'true'],
      ['supportFeedback', 'true'],
      ['supportPanelists', 'true'],
      ['muteOnEntry', 'true'],
    ] as const;
    const created = await sent(
      'CreateTrainingSession',
      '<accessControl><listing>PUBLIC</listing><sessionPassword>Pass1234</sessionPassword></accessControl>' +
        '<schedule><startDate>06/01/2026 19:00:00</startDate><timeZone>GMT+05:30, India (Bombay)</timeZone><duration>120</duration>' +
        '<entryExitTone>NOTONE</entryExitTone><openTime>45</openTime></schedule>' +
        '<metaData><confName>Economics + 100%</confName><greeting>Welcome</greeting></metaData>' +
        `<enableOptions>${switches.map(([name, on]) => `<${name}>${on}</${name}>`).join('')}</enableOptions>` +
        '<telephony><numPhoneLines>4</numPhoneLines><extTelephonyURL>String</extTelephonyURL>' +
        '<extTelephonyDescription>String</extTelephonyDescription></telephony>',
    );
    const told = await whole(created.value('sessionkey') ?? '');
    for (const [name, on] of switches) {
      const isOn = ['true', '1'].includes(on.trim().toLowerCase());
      assert.equal(told.value(`enableOptions/${name}`), String(isOn), name);
    }
    assert.equal(told.value('schedule/timeZoneID'), '41');
    assert.equal(told.value('schedule/openTime'), '45');
  });

  test('by a Java client: groups in the order of the alphabet, and empty elements for what is unset', async () => {
    const created = await sent(
      'CreateTrainingSession',
      '<accessControl><enforcePassword/><listing>PUBLIC</listing><sessionPassword/></accessControl>' +
        '<attendeeOptions><auto>true</auto><emailInvitations>false</emailInvitations><maxRegistrations>25</maxRegistrations>' +
        '<participantLimit/><registration>true</registration><registrationCloseDate>05/30/2026 12:00:00</registrationCloseDate>' +
        '<registrationPWD>enrol</registrationPWD><request>false</request></attendeeOptions>' +
        '<attendees><participants/></attendees><enableOptions/><handsOnLab/>' +
        '<metaData><agenda/><confName>Course A</confName><description/><sessionType/></metaData>' +
        '<presenters/><remind/><repeat><repeatSession/><repeatType>SINGLE</repeatType></repeat>' +
        '<schedule><duration>60</duration><startDate>06/01/2026 10:00:00</startDate><timeZoneID>45</timeZoneID></schedule>' +
        '<telephony/><tracking/>',
    );
    const told = await whole(created.value('additionalInfo/sessionkey') ?? '');
    const option = (name: string) => told.value(`attendeeOptions/${name}`);
    assert.deepEqual(
      ['registration', 'auto', 'registrationPWD', 'maxRegistrations', 'registrationCloseDate'].map(option),
      ['true', 'true', 'enrol', '25', '05/30/2026 12:00:00'],
    );
  });

  test('by a school: no audio with an account index, one place, lines that end in LF alone', async () => {
    const content = [
      '<accessControl><sessionPassword>111111</sessionPassword></accessControl>',
      '<schedule><startDate>06/01/2026 20:00:00</startDate><timeZoneID>45</timeZoneID><duration>45</duration></schedule>',
      '<metaData><confName>一对一</confName><defaultHighestMT>true</defaultHighestMT></metaData>',
      '<telephony><telephonySupport>NONE</telephonySupport><tspAccountIndex>1</tspAccountIndex></telephony>',
      '<attendees><participants><participant><person><name>Student</name><email>s@example.com</email></person></participant></participants></attendees>',
      '<attendeeOptions><emailInvitations>TRUE</emailInvitations><participantLimit>1</participantLimit></attendeeOptions>',
    ].join('\n');
    const body = message('java:com.webex.service.binding.training.CreateTrainingSession', content);
    const bytes = Buffer.from(body);
    const { host } = new URL(site().url);
    const raw = await site().raw(
      `POST /WBXService/XMLService HTTP/1.0\r\nHost: ${host}\r\nContent-Type: text/xml\r\n` +
        `Content-Length: ${bytes.length}\r\n\r\n${body}`,
    );
    const key = /<train:sessionkey>(\d+)</.exec(raw)?.[1];
    assert.ok(key, raw);
    const told = await whole(key);
    assert.equal(told.value('metaData/confName'), '一对一');
    assert.deepEqual(
      told.all('telephony').flatMap(({ children }) => children.map(({ name }) => name)),
      ['telephonySupport'],
    );
  });

  test('by a platform that posts a form with the site by its number, looks whether it is there and adds people', async () => {
    const created = await sent(
      'CreateTrainingSession',
      '<metaData><confName>Onboarding</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>' +
        '<attendeeOptions><registration>true</registration></attendeeOptions>',
    );
    const key = created.value('sessionkey') ?? '';
    const credentials = `<siteID>5941234563</siteID><partnerID>x</partnerID><webExID>hostid</webExID><password>${PASSWORD}</password><email>hostid@acme.com</email>`;
    const post = async (type: string, content: string) => {
      const body = message(type, content, { credentials });
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await site().post(body, { headers });
      assert.equal(answer.result, 'SUCCESS', `${answer.exceptionID} ${answer.reason}`);
      return answer;
    };
    await post(
      'java:com.webex.service.binding.training.GetTrainingSession',
      `<sessionKey>${key}</sessionKey>`,
    );
    const person = (name: string) =>
      `<person><name>${name}</name><email>${name}@Example.com</email></person>`;
    await post(
      'java:com.webex.service.binding.attendee.CreateMeetingAttendee',
      `${person('Ann')}<joinStatus>ACCEPT</joinStatus><sessionKey>${key}</sessionKey>`,
    );
    await post(
      'java:com.webex.service.binding.attendee.RegisterMeetingAttendee',
      `<attendees>${person('Ben')}<joinStatus>REGISTER</joinStatus><sessionKey>${key}</sessionKey></attendees>`,
    );
    const told = await whole(key);
    assert.deepEqual(told.texts('attendees/participants/participant/person/email'), [
      'ann@example.com',
      'ben@example.com',
    ]);
    assert.deepEqual(told.texts('attendees/participants/participant/joinStatus'), ['ACCEPT', 'REGISTER']);
    await post(
      'java:com.webex.service.binding.training.DelTrainingSession',
      `<sessionKey>${key}</sessionKey>`,
    );
  });

  test('by a list reader that takes the first child of a row for its key', async () => {
    const host = await site().person();
    const content =
      '<metaData><confName>Row</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>';
    const key = (await site().ok('training.CreateTrainingSession', content, host)).value('sessionkey');
    const list = await site().ok('training.LstsummaryTrainingSession', '', host);
    const [row] = list.all('trainingSession');
    assert.equal(row?.children[0]?.text, key);
    assert.match(
      list.text,
      /<train:trainingSession><train:sessionKey>\d+<\/train:sessionKey><train:confName>/,
    );
    const read = [
      'confName',
      'meetingType',
      'hostWebExID',
      'listStatus',
      'duration',
      'startDate',
      'timeZone',
      'status',
    ];
    for (const name of read) assert.ok(list.value(`trainingSession/${name}`), name);
  });
});
