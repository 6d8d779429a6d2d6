import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Answer, type Caller, elements, HOST, sharedSite, textOf } from '../../support/site.ts';
import { alternateHost, getMeeting, meeting, scheduled, setMeeting } from './scheduled.ts';

forProtocol('SetMeeting', (open) => {
  const site = sharedSite(open);

  const emails = (answer: Answer) =>
    answer.texts('participants/attendees/attendee/person/email').sort((a, b) => (a < b ? -1 : 1));

  /** What GetMeeting tells, without what SetMeeting is not told. */
  const whole = async (key: string, caller: Caller = HOST) => (await getMeeting(site(), key, caller)).text;

  test('takes the key under each of its names', async () => {
    const key = await scheduled(site());
    for (const name of ['meetingkey', 'meetingKey', 'sessionKey', 'sessionkey']) {
      await site().ok('meeting.SetMeeting', `<${name}>${key}</${name}>${meeting({ confName: name })}`, HOST);
      assert.equal((await getMeeting(site(), key)).value('metaData/confName'), name);
    }
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><sessionKey>${key}</sessionKey>`,
      HOST,
    );
    await site().refused('000901', 'meeting.SetMeeting', meeting({ confName: 'No key' }), HOST);
  });

  test('takes the key as mails print it, and so does every operation that takes one', async () => {
    const key = await scheduled(site(), { attendees: ['kim@acme.com'] });
    const printed = key.replace(/(\d{3})(?=\d)/g, '$1 ');
    assert.match(printed, /^\d{3} \d{3} \d/);
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${printed}</meetingkey>${meeting({ confName: 'Printed' })}`,
      HOST,
    );
    for (const [operation, element] of [
      ['meeting.GetMeeting', 'meetingKey'],
      ['meeting.LstMeeting', 'meetingKey'],
      ['meeting.LstsummaryMeeting', 'meetingKey'],
      ['meeting.GetjoinurlMeeting', 'sessionKey'],
      ['ep.LstsummarySession', 'sessionKey'],
      ['ep.GetSessionInfo', 'sessionKey'],
      ['attendee.LstMeetingAttendee', 'meetingKey'],
      ['meeting.DelMeeting', 'meetingKey'],
    ]) {
      const { hints } = await site().ok(String(operation), `<${element}>${printed}</${element}>`, HOST);
      assert.deepEqual(hints, [`<${element}> has its digits in groups: read as ${key}`]);
    }
  });

  test('answers with the two calendar links of the meeting', async () => {
    const created = await site().ok(
      'meeting.CreateMeeting',
      meeting({ confName: 'Links', startDate: '06/01/2026 10:00:00' }),
      HOST,
    );
    const changed = await setMeeting(site(), created.value('meetingkey') ?? '', { agenda: 'new' });
    for (const whose of ['iCalendarURL/host', 'iCalendarURL/attendee']) {
      assert.equal(changed.value(whose), created.value(whose));
    }
  });

  test('changes what is given and leaves the rest', async () => {
    const key = await scheduled(site(), {
      agenda: 'The agenda',
      password: 'secret1',
      timeZoneID: 25,
      duration: 30,
      attendees: ['kim@acme.com'],
      schedule: '<openTime>900</openTime>',
      more:
        '<enableOptions><chat>false</chat><voip>true</voip></enableOptions>' +
        '<tracking><trackingCode1>One</trackingCode1><trackingCode2>Two</trackingCode2></tracking>' +
        '<telephony><telephonySupport>OTHER</telephonySupport><extTelephonyDescription>Call me</extTelephonyDescription></telephony>' +
        '<attendeeOptions><registration>true</registration></attendeeOptions>',
    });
    await setMeeting(site(), key, {
      agenda: 'Another',
      more:
        '<enableOptions><voip>false</voip></enableOptions><tracking><trackingCode2>2</trackingCode2></tracking>' +
        '<telephony><extTelephonyDescription>Call us</extTelephonyDescription></telephony>',
    });
    const answer = await getMeeting(site(), key);
    const told = (path: string) => answer.value(path);
    assert.deepEqual(
      [
        'metaData/confName',
        'metaData/agenda',
        'accessControl/meetingPassword',
        'schedule/startDate',
        'schedule/timeZoneID',
        'schedule/duration',
        'schedule/openTime',
        'enableOptions/chat',
        'enableOptions/voip',
        'tracking/trackingCode1',
        'tracking/trackingCode2',
        'telephony/telephonySupport',
        'telephony/extTelephonyDescription',
        'attendeeOptions/registration',
      ].map(told),
      [
        'Review',
        'Another',
        'secret1',
        '06/01/2026 10:00:00',
        '25',
        '30',
        '900',
        'false',
        'false',
        'One',
        '2',
        'OTHER',
        'Call us',
        'true',
      ],
    );
    assert.deepEqual(emails(answer), ['kim@acme.com']);
  });

  test('an empty element changes nothing', async () => {
    const key = await scheduled(site(), { agenda: 'Stays', password: 'stays1', attendees: ['kim@acme.com'] });
    const before = await whole(key);
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><accessControl><meetingPassword/><isPublic/></accessControl><metaData><agenda></agenda></metaData>
       <participants><attendees></attendees></participants><schedule><startDate/><timeZoneID/></schedule><repeat/><remind/>`,
      HOST,
    );
    assert.equal(await whole(key), before);
  });

  test('takes the answer of GetMeeting back and changes nothing', async () => {
    const key = await scheduled(site(), {
      agenda: ' Kept to the last blank ',
      timeZoneID: 55,
      attendees: ['kim@acme.com', alternateHost('admin@acme.com')],
      repeat:
        '<repeatType>MONTHLY</repeatType><weekInMonth>2</weekInMonth><dayInWeek><day>TUESDAY</day></dayInWeek><afterMeetingNumber>7</afterMeetingNumber>',
      more:
        '<remind><enableReminder>true</enableReminder><emails><email>kim@acme.com</email></emails><minutesAhead>30</minutesAhead></remind>' +
        '<accessControl><listToPublic>false</listToPublic><isPublic>true</isPublic><meetingPassword>secret1</meetingPassword></accessControl>',
    });
    const before = await whole(key);
    const [, inside = ''] = /<serv:bodyContent [^>]*>(.*)<\/serv:bodyContent>/.exec(before) ?? [];
    await site().ok('meeting.SetMeeting', inside, HOST);
    assert.equal(await whole(key), before);
  });

  describe('the start', () => {
    const when = async (key: string) => {
      const answer = await getMeeting(site(), key);
      const list = await site().ok('ep.LstsummarySession', `<sessionKey>${key}</sessionKey>`, HOST);
      return [
        answer.value('schedule/startDate'),
        answer.value('schedule/timeZoneID'),
        list.value('session/startTime'),
      ];
    };

    test('moves alone, in the zone that it has', async () => {
      const key = await scheduled(site(), { timeZoneID: 25 });
      await setMeeting(site(), key, { startDate: '06/02/2026 11:00:00' });
      assert.deepEqual(await when(key), ['06/02/2026 11:00:00', '25', '06/02/2026 09:00:00']);
    });

    test('keeps its reading when the zone alone changes', async () => {
      const key = await scheduled(site(), { timeZoneID: 25 });
      await setMeeting(site(), key, { timeZoneID: 11 });
      assert.deepEqual(await when(key), ['06/01/2026 10:00:00', '11', '06/01/2026 14:00:00']);
    });
  });

  describe('a series', () => {
    const days = async (key: string) =>
      (await getMeeting(site(), key)).texts('repeat/dayInWeek/day').join(' ');

    const startsIn = async (key: string, from: string, to: string) => {
      const scope = `<dateScope><startDateStart>${from} 00:00:00</startDateStart><startDateEnd>${to} 23:59:59</startDateEnd><timeZoneID>4</timeZoneID></dateScope>`;
      const answer = await site().call(
        'ep.LstsummarySession',
        `<sessionKey>${key}</sessionKey>${scope}`,
        HOST,
      );
      return answer.value('session/startTime');
    };

    const weekly = (more = '') => `<repeatType>WEEKLY</repeatType>${more}`;

    test('that takes place on the day of its start moves along with it', async () => {
      // 1 June 2026 is a Monday.
      const key = await scheduled(site(), { repeat: weekly() });
      assert.equal(await days(key), 'MONDAY');
      await setMeeting(site(), key, { startDate: '06/03/2026 15:00:00' });
      assert.equal(await days(key), 'WEDNESDAY');
      assert.equal(await startsIn(key, '06/08/2026', '06/14/2026'), '06/10/2026 15:00:00');
      assert.equal(await startsIn(key, '06/08/2026', '06/09/2026'), undefined);
    });

    test('that takes place on other days as well keeps them', async () => {
      const key = await scheduled(site(), {
        repeat: weekly('<dayInWeek><day>MONDAY</day><day>FRIDAY</day></dayInWeek>'),
      });
      await setMeeting(site(), key, { startDate: '06/03/2026 15:00:00' });
      assert.equal(await days(key), 'MONDAY FRIDAY');
      assert.equal(
        (await getMeeting(site(), key)).value('schedule/startDate'),
        '06/05/2026 15:00:00',
        'it begins on the first of its days',
      );
    });

    test('keeps its days when another time of the same day is asked for', async () => {
      const key = await scheduled(site(), { repeat: weekly('<interval>2</interval>') });
      await setMeeting(site(), key, { startDate: '06/01/2026 15:00:00' });
      assert.equal(await days(key), 'MONDAY');
      assert.equal(await startsIn(key, '06/08/2026', '06/08/2026'), undefined);
      assert.equal(await startsIn(key, '06/15/2026', '06/15/2026'), '06/15/2026 15:00:00');
    });

    test('gets another end, and keeps its kind and its days, when the end alone is given', async () => {
      const key = await scheduled(site(), {
        repeat: weekly('<dayInWeek><day>MONDAY</day></dayInWeek><afterMeetingNumber>2</afterMeetingNumber>'),
      });
      await setMeeting(site(), key, { repeat: '<afterMeetingNumber>3</afterMeetingNumber>' });
      assert.equal(await days(key), 'MONDAY');
      assert.equal(await startsIn(key, '06/15/2026', '06/15/2026'), '06/15/2026 10:00:00');
      assert.equal(await startsIn(key, '06/22/2026', '06/22/2026'), undefined);
    });

    test('is not moved behind its end, unless it gets another', async () => {
      for (const listed of ['<day>MONDAY</day>', '<day>MONDAY</day><day>FRIDAY</day>']) {
        const until = (date: string) =>
          weekly(`<dayInWeek>${listed}</dayInWeek><expirationDate>${date} 00:00:00</expirationDate>`);
        const key = await scheduled(site(), { repeat: until('06/30/2026') });
        const moved = `<meetingkey>${key}</meetingkey>${meeting({ startDate: '07/06/2026 10:00:00' })}`;
        const answer = await site().refused('000909', 'meeting.SetMeeting', moved, HOST);
        assert.match(answer.reason ?? '', /expirationDate/);
        await setMeeting(site(), key, { startDate: '07/06/2026 10:00:00', repeat: until('07/31/2026') });
        assert.equal(await startsIn(key, '07/13/2026', '07/13/2026'), '07/13/2026 10:00:00');
        assert.equal(await startsIn(key, '06/08/2026', '06/08/2026'), undefined);
      }
    });

    test('becomes a single meeting, and a single meeting a series', async () => {
      const key = await scheduled(site(), { repeat: weekly() });
      await setMeeting(site(), key, { repeat: '<repeatType>NO_REPEAT</repeatType>' });
      assert.equal(await startsIn(key, '06/08/2026', '06/08/2026'), undefined);
      assert.equal(await startsIn(key, '06/01/2026', '06/01/2026'), '06/01/2026 10:00:00');
      await setMeeting(site(), key, { repeat: '<repeatType>DAILY</repeatType>' });
      assert.equal(await startsIn(key, '06/09/2026', '06/09/2026'), '06/09/2026 10:00:00');
    });
  });

  describe('the people', () => {
    test('are replaced when some are named, and stay when none is', async () => {
      const key = await scheduled(site(), { attendees: ['a@acme.com', 'b@acme.com'] });
      await setMeeting(site(), key, { attendees: ['B@acme.com', 'c@acme.com'] });
      assert.deepEqual(emails(await getMeeting(site(), key)), ['B@acme.com', 'c@acme.com']);
      await setMeeting(site(), key, { agenda: 'other' });
      await site().ok(
        'meeting.SetMeeting',
        `<meetingkey>${key}</meetingkey><participants><maxUserNumber>9</maxUserNumber></participants>`,
        HOST,
      );
      const answer = await getMeeting(site(), key);
      assert.deepEqual(emails(answer), ['B@acme.com', 'c@acme.com']);
      assert.equal(answer.value('participants/maxUserNumber'), '9');
    });

    test('keep their numbers when they stay', async () => {
      const key = await scheduled(site(), { attendees: ['a@acme.com', 'b@acme.com'] });
      const idOf = async (email: string) => {
        const answer = await getMeeting(site(), key);
        return textOf(
          answer
            .all('participants/attendees/attendee')
            .find((one) => textOf(one, 'person/email')?.toLowerCase() === email),
          'contactID',
        );
      };
      const before = await idOf('b@acme.com');
      await setMeeting(site(), key, { attendees: ['c@acme.com', 'B@ACME.com'] });
      assert.equal(await idOf('b@acme.com'), before);
      assert.notEqual(await idOf('c@acme.com'), before);
    });

    test('who are taken off do not see it any more', async () => {
      const person = await site().person({ email: 'off@acme.com' });
      const key = await scheduled(site(), { attendees: ['off@acme.com'] });
      assert.deepEqual(
        (await site().ok('meeting.LstsummaryMeeting', '', person)).texts('meeting/meetingKey'),
        [key],
      );
      await setMeeting(site(), key, { attendees: ['other@acme.com'] });
      await site().refused('000015', 'meeting.LstsummaryMeeting', '', person);
    });
  });

  describe('the host', () => {
    test('changes when an administrator says so: the new one manages it, the old one does not', async () => {
      const [from, to] = [await site().person(), await site().person()];
      const key = await scheduled(site(), {}, from);
      await setMeeting(site(), key, { hostWebExID: to.webExID }, ADMIN);
      assert.equal((await getMeeting(site(), key, to)).value('schedule/hostWebExID'), to.webExID);
      assert.deepEqual((await site().ok('ep.LstsummarySession', '', to)).texts('session/sessionKey'), [key]);
      await site().refused('000015', 'ep.LstsummarySession', '', from);
    });

    test('changes to nobody who does not let the caller schedule (060021), and to nobody unknown (060019)', async () => {
      const [from, to] = [await site().person(), await site().person()];
      const key = await scheduled(site(), {}, from);
      const change = (hostWebExID: string) =>
        `<meetingkey>${key}</meetingkey>${meeting({ hostWebExID, agenda: 'changed' })}`;
      await site().refused('060021', 'meeting.SetMeeting', change(to.webExID), from);
      await site().refused('060019', 'meeting.SetMeeting', change('nobody'), from);
      assert.equal((await getMeeting(site(), key, from)).value('metaData/agenda'), undefined);
    });

    test('stays when they are named', async () => {
      const person = await site().person();
      const key = await scheduled(site(), {}, person);
      await setMeeting(site(), key, { hostWebExID: person.webExID.toUpperCase() }, person);
      await getMeeting(site(), key, person);
    });
  });

  describe('gives a meeting to another host', () => {
    const given = (key: string, hostWebExID: string, caller: Caller) =>
      site().call('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${meeting({ hostWebExID })}`, caller);
    const hostOf = async (key: string) =>
      (await getMeeting(site(), key, ADMIN)).value('schedule/hostWebExID') ?? '';

    test('but not by an alternate host, to themselves or to somebody who lets them schedule', async () => {
      const alternate = await site().person({ webExId: 'stands-in', email: 'stands-in@acme.com' });
      const friend = await site().person({ profile: { schedulingPermission: 'stands-in' } });
      const key = await scheduled(site(), { attendees: [alternateHost('stands-in@acme.com')] });
      for (const wanted of [alternate, friend]) {
        assert.equal((await given(key, wanted.webExID, alternate)).exceptionID, '060021');
      }
      assert.equal(await hostOf(key), 'hostid');
      await setMeeting(site(), key, { confName: 'Renamed', hostWebExID: 'hostid' }, alternate);
    });

    test('by whoever scheduled it only while they may schedule for its host', async () => {
      const scheduler = await site().person({ webExId: 'gives-away' });
      const host = await site().person({ profile: { schedulingPermission: 'gives-away' } });
      const [one, two] = [
        await scheduled(site(), { hostWebExID: host.webExID }, scheduler),
        await scheduled(site(), { hostWebExID: host.webExID }, scheduler),
      ];
      assert.equal((await given(one, scheduler.webExID, scheduler)).result, 'SUCCESS');
      await site().ok(
        'user.SetUser',
        `<webExId>${host.webExID}</webExId><schedulingPermission></schedulingPermission>`,
        host,
      );
      assert.equal((await given(two, scheduler.webExID, scheduler)).exceptionID, '060021');
      assert.equal(await hostOf(two), host.webExID);
    });
  });

  describe('is held to the rules of CreateMeeting', () => {
    test('and nothing is changed when one is broken', async () => {
      const key = await scheduled(site(), { agenda: 'Stays' });
      const before = await whole(key);
      for (const [exceptionID, asked] of [
        ['000909', { duration: 100_000 }],
        ['000905', { duration: 0 }],
        ['000909', { startDate: '02/30/2026 10:00:00' }],
        ['000909', { timeZoneID: 99 }],
        ['060901', { meetingType: 4711 }],
        ['040007', { attendees: [alternateHost('nobody@acme.com')] }],
        ['000909', { attendees: ['not an address'] }],
        ['000909', { repeat: '<repeatType>DAILY</repeatType><interval>0</interval>' }],
        ['000906', { repeat: '<repeatType>HOURLY</repeatType>' }],
        ['000902', { password: '12345678901234567' }],
      ] as const) {
        const change = meeting({ ...asked, agenda: 'Changed' });
        await site().refused(
          exceptionID,
          'meeting.SetMeeting',
          `<meetingkey>${key}</meetingkey>${change}`,
          HOST,
        );
      }
      assert.equal(await whole(key), before);
    });

    test('but a type that the host has no longer stays', async () => {
      const person = await site().person({ profile: { meetingTypes: [1, 3] } });
      const key = await scheduled(site(), { meetingType: 1 }, person);
      await site().ok(
        'user.SetUser',
        `<webExId>${person.webExID}</webExId><meetingTypes><meetingType>3</meetingType></meetingTypes>`,
      );
      await setMeeting(site(), key, { agenda: 'new' }, person);
      const answer = await getMeeting(site(), key, person);
      assert.equal(answer.value('metaData/meetingType'), '1');
    });
  });

  describe('by somebody else', () => {
    test('is answered as if the meeting did not exist, and so are GetMeeting and DelMeeting', async () => {
      const key = await scheduled(site(), { attendees: ['guest@acme.com'] });
      const before = await whole(key);
      const callers: Caller[] = [
        await site().person(),
        await site().person({ privileges: { host: false, attendeeOnly: true } }),
        await site().person({ siteName: 'acme-basic' }),
        { ...ADMIN, siteName: 'acme-basic' },
        { ...HOST, siteName: 'acme-basic' },
      ];
      for (const caller of callers) {
        for (const [operation, name] of [
          ['meeting.SetMeeting', 'meetingkey'],
          ['meeting.GetMeeting', 'meetingKey'],
          ['meeting.DelMeeting', 'meetingKey'],
          ['meeting.GethosturlMeeting', 'sessionKey'],
          ['ep.DelSession', 'sessionKey'],
        ] as const) {
          const [there, nowhere] = [
            await site().refused('060001', operation, `<${name}>${key}</${name}>`, caller),
            await site().refused('060001', operation, `<${name}>999999998</${name}>`, caller),
          ];
          assert.equal(there.text, nowhere.text);
        }
      }
      assert.equal(await whole(key), before);
    });

    test('who may only read is read-only', async () => {
      const reader = await site().person({ privileges: { roSiteAdmin: true } });
      const key = await scheduled(site());
      await getMeeting(site(), key, reader);
      await site().refused('060001', 'meeting.SetMeeting', `<meetingkey>${key}</meetingkey>`, reader);
      await site().refused('060001', 'meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, reader);
    });
  });

  describe('two at once', () => {
    /** Everything of a meeting that the two changes speak of. */
    const change = (name: string, day: string): Parameters<typeof meeting>[0] => ({
      confName: name,
      agenda: name,
      password: name,
      startDate: `06/${day}/2026 10:00:00`,
      duration: Number(day),
      attendees: [`${name}1@acme.com`, `${name}2@acme.com`],
      more: `<tracking><trackingCode1>${name}</trackingCode1></tracking>`,
    });

    const state = async (key: string) => {
      const answer = await getMeeting(site(), key);
      return [
        ...[
          'metaData/confName',
          'metaData/agenda',
          'accessControl/meetingPassword',
          'tracking/trackingCode1',
        ].map((path) => answer.value(path)),
        answer.value('schedule/startDate'),
        answer.value('schedule/duration'),
        ...emails(answer),
      ];
    };

    const stateAfter = (name: string, day: string) => [
      ...[name, name, name, name, `06/${day}/2026 10:00:00`, day],
      ...[`${name}1@acme.com`, `${name}2@acme.com`],
    ];

    test('one wins whole', async () => {
      for (let round = 0; round < 5; round++) {
        const key = await scheduled(site(), { attendees: ['kim@acme.com'] });
        await Promise.all([
          setMeeting(site(), key, change('left', '11')),
          setMeeting(site(), key, change('right', '12'), ADMIN),
        ]);
        const found = await state(key);
        assert.deepEqual(found, found[0] === 'left' ? stateAfter('left', '11') : stateAfter('right', '12'));
      }
    });

    test('that speak of different things both stand', async () => {
      const key = await scheduled(site());
      await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          setMeeting(site(), key, {
            more: `<tracking><trackingCode${at + 1}>${at}</trackingCode${at + 1}></tracking>`,
          }),
        ),
      );
      const [tracking] = (await getMeeting(site(), key)).all('tracking');
      assert.deepEqual(
        tracking?.children.map(({ text }) => text),
        Array.from({ length: 10 }, (_, at) => String(at)),
      );
    });

    test('of which one deletes: the meeting is gone, and the other is answered either way', async () => {
      for (let round = 0; round < 5; round++) {
        const key = await scheduled(site(), { repeat: '<repeatType>DAILY</repeatType>' });
        const [changed, deleted] = await Promise.all([
          site().call(
            'meeting.SetMeeting',
            `<meetingkey>${key}</meetingkey>${meeting(change('late', '13'))}`,
            HOST,
          ),
          site().call('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, ADMIN),
        ]);
        assert.equal(deleted.result, 'SUCCESS');
        assert.ok(changed.result === 'SUCCESS' || changed.exceptionID === '060001', changed.text);
        await site().refused('060001', 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
      }
    });

    test('that both delete: one does, the other finds nothing', async () => {
      const key = await scheduled(site());
      const answers = await Promise.all(
        [HOST, ADMIN].map((caller) =>
          site().call('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, caller),
        ),
      );
      assert.deepEqual(answers.map(({ exceptionID }) => exceptionID ?? 'done').sort(), ['060001', 'done']);
    });
  });

  describe('a meeting that is in progress', () => {
    const running = async (isRunning: boolean, key: string) => {
      const { sites, sessions } = site().context;
      const session = await sessions.required(await sites.required('acme'), Number(key));
      const startedAt = isRunning ? site().clock.now() : null;
      await sessions.setLive(session, { startedAt, hostJoined: isRunning, participantsJoined: isRunning });
    };

    test('is neither changed nor deleted (060002), and can be again afterwards', async () => {
      const key = await scheduled(site());
      await running(true, key);
      const answer = await getMeeting(site(), key);
      assert.deepEqual(
        ['status', 'hostJoined', 'participantsJoined'].map((path) => answer.value(path)),
        ['INPROGRESS', 'true', 'true'],
      );
      for (const caller of [HOST, ADMIN]) {
        await site().refused('060002', 'meeting.SetMeeting', `<meetingkey>${key}</meetingkey>`, caller);
        await site().refused('060002', 'meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, caller);
        await site().refused('060002', 'ep.DelSession', `<sessionKey>${key}</sessionKey>`, caller);
      }
      await running(false, key);
      assert.equal((await getMeeting(site(), key)).value('status'), 'NOT_INPROGRESS');
      await setMeeting(site(), key, { agenda: 'afterwards' });
      await site().ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    });

    test('is still nobody else’s business', async () => {
      const key = await scheduled(site());
      await running(true, key);
      const stranger = await site().person();
      await site().refused('060001', 'meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, stranger);
    });
  });

  test('a key that was deleted is unknown to every operation', async () => {
    const key = await scheduled(site());
    await site().ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    for (const [operation, name] of [
      ['meeting.GetMeeting', 'meetingKey'],
      ['meeting.SetMeeting', 'meetingkey'],
      ['meeting.DelMeeting', 'meetingKey'],
      ['meeting.GethosturlMeeting', 'meetingKey'],
      ['meeting.GetjoinurlMeeting', 'sessionKey'],
      ['ep.GetSessionInfo', 'sessionKey'],
      ['ep.DelSession', 'sessionKey'],
    ] as const) {
      await site().refused('060001', operation, `<${name}>${key}</${name}>`, HOST);
    }
    await site().refused('000015', 'ep.LstsummarySession', `<sessionKey>${key}</sessionKey>`, HOST);
  });

  test('elements of GetMeeting that are not to be set are ignored', async () => {
    const key = await scheduled(site());
    const before = await whole(key);
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><status>INPROGRESS</status><hostJoined>true</hostJoined><hostKey>000000</hostKey><guestToken>x</guestToken><eventID>1</eventID>`,
      HOST,
    );
    const after = await getMeeting(site(), key);
    assert.equal(after.text, before);
    assert.equal(elements(after.bodyContents[0], 'status')[0]?.text, 'NOT_INPROGRESS');
  });
});
