import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';
import {
  type Asked,
  changed,
  getTraining,
  participants,
  scheduled,
  setTraining,
  training,
} from './trainings.ts';

forProtocol('a training', (open) => {
  const site = sharedSite(open);
  let sites = 0;

  /** A site with these settings and a host on it. */
  const hostWith = async (settings: object, person: object = {}) => {
    const siteName = `train-${++sites}`;
    await site().context.sites.create({ siteName, siteID: 8_600_000 + sites, type: 3, settings });
    return site().person({ ...person, siteName });
  };

  /** What GetTrainingSession tells at these paths of a new training. */
  const told = async (asked: Asked, paths: readonly string[], caller = HOST) => {
    const answer = await getTraining(site(), await scheduled(site(), asked, caller), caller);
    return paths.map((path) => answer.value(path));
  };

  test('is answered with its key, and with the token of its guests', async () => {
    const content = training({ confName: 'Course', startDates: ['06/01/2026 10:00:00'] });
    const answer = await site().ok('training.CreateTrainingSession', content, HOST);
    const [key] = answer.texts('sessionkey');
    assert.match(key ?? '', /^\d{9}$/);
    assert.deepEqual(answer.texts('additionalInfo/sessionkey'), [key]);
    assert.match(answer.value('additionalInfo/guestToken') ?? '', /^[0-9a-f]{32}$/);
    assert.deepEqual(
      answer.bodyContents[0]?.children.map(({ name }) => name),
      ['sessionkey', 'additionalInfo'],
    );
    const whole = await getTraining(site(), key ?? '');
    assert.equal(whole.value('guestToken'), answer.value('additionalInfo/guestToken'));
    assert.match(whole.value('hostKey') ?? '', /^\d{6}$/);
    assert.match(whole.text, /<sess:accessControl>/);
    assert.match(
      whole.text,
      /<train:metaData><sess:confName>Course<|<train:metaData>\s*<sess:confName>Course</,
    );
  });

  test('opens minutes before its start, and that is what the session knows in seconds', async () => {
    const key = await scheduled(site(), { schedule: '<openTime>20</openTime>' });
    assert.equal((await getTraining(site(), key)).value('schedule/openTime'), '20');
    const acme = await site().context.sites.required('acme');
    const session = await site().context.sessions.required(acme, Number(key));
    assert.equal((await site().context.sessions.withDocument(session)).document.openTime, 1200);
  });

  test('begins now when its start is empty', async () => {
    const [start, zone] = await told({ startDates: [''], schedule: '<timeZoneID>20</timeZoneID>' }, [
      'schedule/startDate',
      'schedule/timeZoneID',
    ]);
    assert.equal(zone, '20');
    assert.match(start ?? '', /^03\/0\d\/2026 /);
  });

  test('keeps what is said of it', async () => {
    const asked = {
      accessControl: '<listing>UNLISTED</listing><sessionPassword>pass-w0rd</sessionPassword>',
      schedule:
        '<duration>90</duration><timeZone>GMT+05:30, India (Bombay)</timeZone><entryExitTone>BEEP</entryExitTone>' +
        '<destinationURL>www.example.com</destinationURL><joinTeleconfBeforeHost>false</joinTeleconfBeforeHost>',
      metaData:
        '<agenda>First\nSecond</agenda><description>What we learn</description><greeting>Hello</greeting>' +
        '<location>Room 2</location><invitation>Come</invitation><defaultHighestMT>false</defaultHighestMT>' +
        '<enableGreeting>true</enableGreeting>',
      more:
        '<enableOptions><attendeeList>true</attendeeList><chat>false</chat><trainingSessionRecord>true</trainingSessionRecord>' +
        '<attendeeBreakoutSession>true</attendeeBreakoutSession><HQvideo>true</HQvideo></enableOptions>' +
        '<tracking><trackingCode2>Sales</trackingCode2></tracking>' +
        '<remind><enableReminder>true</enableReminder><minutesAhead>30</minutesAhead></remind>' +
        '<psoFields><psoField1>P-1</psoField1></psoFields>' +
        '<assistService><assistRequest>Consult</assistRequest></assistService>' +
        '<preAssignBreakout><enable>true</enable><attendeeAssign>MANUAL</attendeeAssign>' +
        '<numSessions>3</numSessions><attendeesPerSess>5</attendeesPerSess></preAssignBreakout>',
    };
    const expected = {
      'accessControl/listing': 'UNLISTED',
      'accessControl/sessionPassword': 'pass-w0rd',
      'schedule/duration': '90',
      'schedule/timeZoneID': '41',
      'schedule/entryExitTone': 'BEEP',
      'schedule/destinationURL': 'www.example.com',
      'schedule/joinTeleconfBeforeHost': 'false',
      'metaData/agenda': 'First\nSecond',
      'metaData/description': 'What we learn',
      'metaData/greeting': 'Hello',
      'metaData/location': 'Room 2',
      'metaData/invitation': 'Come',
      'metaData/defaultHighestMT': 'false',
      'metaData/enableGreeting': 'true',
      'enableOptions/attendeeList': 'true',
      'enableOptions/chat': 'false',
      'enableOptions/poll': 'true',
      'enableOptions/trainingSessionRecord': 'true',
      'enableOptions/attendeeBreakoutSession': 'true',
      'enableOptions/presenterBreakoutSession': 'false',
      'enableOptions/HQvideo': 'true',
      'tracking/trackingCode2': 'Sales',
      'remind/enableReminder': 'true',
      'remind/minutesAhead': '30',
      'psoFields/psoField1': 'P-1',
      'assistService/assistRequest': 'Consult',
      'preAssignBreakout/enable': 'true',
      'preAssignBreakout/attendeeAssign': 'MANUAL',
      'preAssignBreakout/numSessions': '3',
      'preAssignBreakout/attendeesPerSess': '5',
      status: 'NOT_INPROGRESS',
      hostType: '1019001',
    };
    const paths = Object.keys(expected);
    assert.deepEqual(
      Object.fromEntries((await told(asked, paths)).map((value, at) => [paths[at], value])),
      expected,
    );
  });

  describe('is of the session type', () => {
    const TWO_TYPES = { sessionTypes: { 21: { serviceType: 'TrainingCenter', name: 'Training 3000' } } };
    const own = (meetingTypes: readonly number[]) => ({ profile: { meetingTypes } });

    test('that is named, or else the highest that its host has', async () => {
      const host = await hostWith(TWO_TYPES, own([3, 11, 21]));
      const type = ['metaData/sessionType'];
      assert.deepEqual(await told({ metaData: '<sessionType>11</sessionType>' }, type, host), ['11']);
      assert.deepEqual(await told({ metaData: '<sessionType>-1</sessionType>' }, type, host), ['21']);
      assert.deepEqual(await told({}, type, host), ['21']);
      assert.deepEqual(await told({ metaData: '<defaultHighestMT>false</defaultHighestMT>' }, type, host), [
        '11',
      ]);
    });

    test('that its host has, and of no other', async () => {
      const host = await hostWith(TWO_TYPES, own([3, 11]));
      const content = (metaData: string) =>
        training({ confName: 'Course', startDates: ['06/01/2026 10:00:00'], metaData });
      for (const type of [21, 3, 99]) {
        const asked = content(`<sessionType>${type}</sessionType>`);
        await site().refused('060901', 'training.CreateTrainingSession', asked, host);
      }
      const without = await hostWith({}, own([3]));
      await site().refused('060901', 'training.CreateTrainingSession', content(''), without);
    });
  });

  test('begins with a template of its service', async () => {
    const { accounts, sessionTemplates, sites: all } = site().context;
    const acme = await all.required('acme');
    const host = await accounts.required(acme, 'hostid');
    await sessionTemplates.save(
      acme,
      host,
      { name: 'Quiet class', serviceType: 'TrainingCenter' },
      { enableOptions: { chat: false }, openTime: 600 },
    );
    const use = '<sessionTemplate><use>quiet class</use></sessionTemplate>';
    const paths = [
      'enableOptions/chat',
      'enableOptions/poll',
      'schedule/openTime',
      'metaData/sessionTemplate/use',
    ];
    assert.deepEqual(await told({ metaData: use }, paths), ['false', 'true', '10', 'quiet class']);
    const content = training({
      confName: 'Course',
      startDates: ['06/01/2026 10:00:00'],
      metaData: '<sessionTemplate><use>None</use></sessionTemplate>',
    });
    const answer = await site().call('training.CreateTrainingSession', content, HOST);
    assert.equal(answer.result, 'FAILURE');
  });

  test('may have a password that the site refuses, where enforcePassword is FALSE', async () => {
    const host = await hostWith({ security: { strictMeetingPasswords: true } });
    const asked = (enforce: string) => ({
      accessControl: `<sessionPassword>abc</sessionPassword>${enforce}`,
    });
    const content = training({ confName: 'Course', startDates: ['06/01/2026 10:00:00'], ...asked('') });
    const refused = await site().refused('000909', 'training.CreateTrainingSession', content, host);
    assert.match(refused.reason ?? '', /sessionPassword/);
    const key = await scheduled(site(), asked('<enforcePassword>FALSE</enforcePassword>'), host);
    await setTraining(site(), key, { confName: 'Renamed' }, host);
    assert.equal((await getTraining(site(), key, host)).value('accessControl/sessionPassword'), 'abc');
  });

  describe('has people', () => {
    const PRESENTERS = 'presenters/participants/participant';
    const ATTENDEES = 'attendees/participants/participant';

    test('who present and who attend, their addresses in small letters', async () => {
      const more =
        participants('presenters', ['Pia@Example.com', 'Admin@Acme.com HOST']) +
        participants('attendees', ['Anna@Example.com']);
      const answer = await getTraining(site(), await scheduled(site(), { more }));
      assert.deepEqual(answer.texts(`${PRESENTERS}/person/email`).sort(), [
        'admin@acme.com',
        'pia@example.com',
      ]);
      assert.deepEqual(answer.texts(`${PRESENTERS}/role`).sort(), ['HOST', 'PRESENTER']);
      assert.deepEqual(answer.texts(`${ATTENDEES}/person/email`), ['anna@example.com']);
      assert.deepEqual(answer.texts(`${ATTENDEES}/role`), ['ATTENDEE']);
    });

    test('who are replaced by those who are named, presenters and attendees apart', async () => {
      const key = await scheduled(site(), {
        more:
          participants('presenters', ['pia@example.com']) + participants('attendees', ['anna@example.com']),
      });
      await setTraining(site(), key, { more: participants('presenters', ['paul@example.com']) });
      const answer = await getTraining(site(), key);
      assert.deepEqual(answer.texts(`${PRESENTERS}/person/email`), ['paul@example.com']);
      assert.deepEqual(answer.texts(`${ATTENDEES}/person/email`), ['anna@example.com']);
    });

    test('of whom alternate hosts see and change it, and need an account', async () => {
      const deputy = await site().person({ email: 'deputy@acme.com' });
      const key = await scheduled(site(), { more: participants('presenters', ['deputy@acme.com HOST']) });
      await setTraining(site(), key, { confName: 'Deputised' }, deputy);
      assert.equal((await getTraining(site(), key, deputy)).value('metaData/confName'), 'Deputised');
      await site().refused('000001', 'training.GetTrainingSession', `<sessionKey>${key}</sessionKey>`, ADMIN);
      const asked = changed(key, { more: participants('presenters', ['nobody@example.com HOST']) });
      await site().refused('040007', 'training.SetTrainingSession', asked, HOST);
    });

    test('who answer in all the words of the schema', async () => {
      const person = (email: string, joinStatus: string) =>
        `<participant><person><email>${email}</email></person><joinStatus>${joinStatus}</joinStatus></participant>`;
      const people = [
        person('a@example.com', 'ACCEPTINVITE'),
        person('b@example.com', 'REJECTREGISTER'),
        person('c@example.com', 'REGISTER'),
      ];
      const more = `<attendees><participants>${people.join('')}</participants></attendees>`;
      const answer = await getTraining(site(), await scheduled(site(), { more }));
      assert.deepEqual(answer.texts(`${ATTENDEES}/joinStatus`), ['ACCEPT', 'REJECT', 'REGISTER']);
    });
  });

  test('is deleted once, by those whose it is, and found by no other service', async () => {
    const key = await scheduled(site());
    const one = `<sessionKey>${key}</sessionKey>`;
    await site().refused('060001', 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    await site().refused('000001', 'training.DelTrainingSession', one, ADMIN);
    const answer = await site().ok('training.DelTrainingSession', one, HOST);
    assert.deepEqual(answer.bodyContents[0]?.children, []);
    await site().refused('060001', 'training.DelTrainingSession', one, HOST);
    await site().refused('060001', 'training.GetTrainingSession', one, HOST);
  });

  test('is not a meeting: the operations of trainings find no meeting', async () => {
    const content =
      '<metaData><confName>Review</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>';
    const key = (await site().ok('meeting.CreateMeeting', content, HOST)).value('meetingkey') ?? '';
    for (const operation of ['GetTrainingSession', 'SetTrainingSession', 'DelTrainingSession']) {
      await site().refused('060001', `training.${operation}`, `<sessionKey>${key}</sessionKey>`, HOST);
    }
  });

  for (const [why, content, exceptionID] of [
    ['no name', '<schedule><startDate>06/01/2026 10:00:00</startDate></schedule>', '000901'],
    ['no start', '<metaData><confName>Course</confName></metaData>', '000901'],
    [
      'more minutes than a day before it',
      training({ confName: 'C', startDates: [''], schedule: '<openTime>1441</openTime>' }),
      '000905',
    ],
    [
      'a long agenda',
      training({ confName: 'C', startDates: [''], metaData: `<agenda>${'a'.repeat(2501)}</agenda>` }),
      '000902',
    ],
    [
      'a long password',
      training({
        confName: 'C',
        startDates: [''],
        accessControl: `<sessionPassword>${'a'.repeat(17)}</sessionPassword>`,
      }),
      '000902',
    ],
    [
      'an address that is none',
      training({ confName: 'C', startDates: [''], more: participants('attendees', ['nobody']) }),
      '000909',
    ],
    [
      'a close date that is none',
      training({
        confName: 'C',
        startDates: [''],
        more: '<attendeeOptions><registrationCloseDate>soon</registrationCloseDate></attendeeOptions>',
      }),
      '000909',
    ],
    [
      'fewer than no registrations',
      training({
        confName: 'C',
        startDates: [''],
        more: '<attendeeOptions><maxRegistrations>-1</maxRegistrations></attendeeOptions>',
      }),
      '000905',
    ],
  ] as const) {
    test(`is refused with ${why}, and nothing of it is there`, async () => {
      const host = await site().person();
      const answer = await site().call('training.CreateTrainingSession', content, host);
      assert.equal(answer.exceptionID, exceptionID, answer.reason);
      await site().refused('000015', 'training.LstsummaryTrainingSession', '', host);
    });
  }
});

forProtocol('a list of trainings', (open) => {
  const site = sharedSite(open);

  test('is whole or short, in the order that is asked for, and its own rows last', async () => {
    const host = await site().person({ timeZoneID: 4 });
    for (const [confName, startDate] of [
      ['Beta', '06/02/2026 10:00:00'],
      ['Alpha', '06/03/2026 10:00:00'],
      ['Gamma', '06/01/2026 10:00:00'],
    ] as const) {
      await scheduled(site(), { confName, startDates: [startDate] }, host);
    }
    const byName = '<order><orderBy>CONFNAME</orderBy><orderAD>DESC</orderAD></order>';
    for (const [operation, name] of [
      ['training.LstTrainingSession', 'trainingSession/metaData/confName'],
      ['training.LstsummaryTrainingSession', 'trainingSession/confName'],
    ] as const) {
      const answer = await site().ok(operation, byName, host);
      assert.deepEqual(answer.texts(name), ['Gamma', 'Beta', 'Alpha']);
      assert.equal(answer.bodyContents[0]?.children.at(-1)?.name, 'matchingRecords');
      const page = '<listControl><startFrom>2</startFrom><maximumNum>1</maximumNum></listControl>';
      const second = await site().ok(operation, page, host);
      assert.deepEqual(second.texts(name), ['Beta']);
      assert.equal(second.value('matchingRecords/total'), '3');
    }
  });

  test('is of one host, and of the whole site for administrators', async () => {
    const host = await site().person();
    const key = await scheduled(site(), {}, host);
    const other = await site().person();
    await site().refused('000015', 'training.LstsummaryTrainingSession', '', other);
    const asked = `<hostWebExID>${host.webExID}</hostWebExID>`;
    const list = await site().ok('training.LstsummaryTrainingSession', asked, ADMIN);
    assert.deepEqual(list.texts('trainingSession/sessionKey'), [key]);
    const one = await site().ok('training.LstTrainingSession', `<sessionKey>${key}</sessionKey>`, ADMIN);
    assert.equal(one.value('trainingSession/schedule/hostWebExID'), host.webExID);
  });

  test('has in a row what clients read of it, in its order', async () => {
    const host = await site().person();
    await scheduled(site(), {}, host);
    const list = await site().ok('training.LstsummaryTrainingSession', '', host);
    const [row] = list.all('trainingSession');
    assert.deepEqual(
      row?.children.map(({ name }) => name),
      [
        'sessionKey',
        'confName',
        'meetingType',
        'hostWebExID',
        'otherHostWebExID',
        'timeZoneID',
        'timeZone',
        'status',
        'startDate',
        'duration',
        'listStatus',
      ],
    );
  });
});
