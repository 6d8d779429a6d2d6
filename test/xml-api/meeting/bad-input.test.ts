import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Answer, type Caller, HOST, sharedSite, xml } from '../../support/site.ts';
import { type Asked, getMeeting, meeting, scheduled } from './scheduled.ts';

const START = { confName: 'Review', startDate: '06/01/2026 10:00:00' };

forProtocol('bad input about meetings', (open) => {
  const site = sharedSite(open);

  const create = (asked: Asked, caller: Caller = HOST) =>
    site().call('meeting.CreateMeeting', meeting({ ...START, ...asked }), caller);

  const refused = async (exceptionID: string, reason: RegExp, asked: Asked) => {
    const answer = await create(asked);
    assert.equal(answer.exceptionID, exceptionID, JSON.stringify(asked));
    assert.match(answer.reason ?? '', reason);
  };

  const startOf = async (startDate: string) => {
    const key = await scheduled(site(), { startDate, timeZoneID: 25 });
    return (await getMeeting(site(), key)).value('schedule/startDate');
  };

  describe('a date', () => {
    test('that does not exist is refused', async () => {
      for (const startDate of [
        '02/30/2027 10:00:00',
        '02/29/2027 10:00:00',
        '13/01/2027 10:00:00',
        '00/10/2027 10:00:00',
        '06/31/2027 10:00:00',
        '06/01/2027 24:00:00',
        '06/01/2027 10:60:00',
        '06/01/2027 10:00:60',
        '06/01/0027 10:00:00',
        '06/01/9999 10:00:00',
        '2027-06-01 10:00:00',
        '2027-06-01T10:00:00Z',
        '01.06.2027 10:00',
        '06/01/2027 10:00:00 PM',
        'tomorrow',
        'null',
        '0',
        '-1',
      ]) {
        await refused('000909', /startDate: must be a date of the form MM\/DD\/YYYY HH:mm:ss/, { startDate });
      }
    });

    test('without leading zeros is taken', async () => {
      assert.equal(await startOf('1/2/2027 3:4:5'), '01/02/2027 03:04:05');
      assert.equal(await startOf('6/28/2028 00:00:00'), '06/28/2028 00:00:00');
      assert.equal(await startOf('  6/28/2028\n  10:00:00  '), '06/28/2028 10:00:00');
    });

    test('in the past is taken: clients rely on it', async () => {
      assert.equal(await startOf('1/1/2000 11:22:30'), '01/01/2000 11:22:30');
    });

    test('that the clocks skip is taken as an hour later', async () => {
      assert.equal(await startOf('03/29/2026 02:30:00'), '03/29/2026 03:30:00');
    });

    test('must be there', async () => {
      for (const startDate of ['', '<schedule/>', '<schedule><startDate></startDate></schedule>']) {
        const content = `<metaData><confName>No date</confName></metaData>${startDate}`;
        const answer = await site().call('meeting.CreateMeeting', content, HOST);
        assert.equal(answer.exceptionID, '000901');
        assert.match(answer.reason ?? '', /startDate/);
      }
    });
  });

  test('a zone that there is not is refused', async () => {
    await refused('000909', /timeZoneID: must be from 0 to 61/, { timeZoneID: 62 });
    await refused('000909', /timeZone: is not the label of a time zone/, { timeZone: 'Middle Earth' });
    await refused('000904', /timeZoneID: must be a number/, {
      schedule: '<timeZoneID>Europe/Berlin</timeZoneID>',
    });
  });

  test('a duration must be a whole number of minutes that the type allows', async () => {
    for (const [duration, exceptionID] of [
      [0, '000905'],
      [-30, '000905'],
      ['1.5', '000904'],
      ['an hour', '000904'],
      ['01:00', '000904'],
      [1441, '000909'],
      ['99999999999999999999', '000905'],
    ] as const) {
      await refused(exceptionID, /duration: must be/, { duration });
    }
    const key = await scheduled(site(), { duration: 1440 });
    assert.equal((await getMeeting(site(), key)).value('schedule/duration'), '1440');
  });

  describe('a key', () => {
    const operations = [
      ['meeting.GetMeeting', 'meetingKey'],
      ['meeting.SetMeeting', 'meetingkey'],
      ['meeting.DelMeeting', 'meetingKey'],
      ['meeting.GethosturlMeeting', 'sessionKey'],
      ['meeting.GetjoinurlMeeting', 'sessionKey'],
      ['ep.DelSession', 'sessionKey'],
      ['ep.GetSessionInfo', 'sessionKey'],
    ] as const;

    test('that is no number, or missing, is refused by what is wrong with it', async () => {
      for (const [operation, name] of operations) {
        for (const [key, exceptionID] of [
          ['null', '000904'],
          ['12 3x', '000904'],
          ['0x10', '000904'],
          ['1e9', '000904'],
          ["1' or '1'='1", '000904'],
          ['0', '000905'],
          ['-1', '000905'],
          ['99999999999999999999', '000905'],
          ['', '000901'],
        ] as const) {
          await site().refused(exceptionID, operation, `<${name}>${key}</${name}>`, HOST);
        }
        await site().refused('000901', operation, '', HOST);
      }
    });

    test('that is no session’s is not found, however long', async () => {
      for (const [operation, name] of operations) {
        for (const key of ['1', '999999999', '12345678901', String(Number.MAX_SAFE_INTEGER)]) {
          await site().refused('060001', operation, `<${name}>${key}</${name}>`, ADMIN);
        }
      }
    });

    test('of another site is not found, not even by its administrator', async () => {
      const key = await scheduled(site(), { confName: 'Secret plans' });
      const other = { ...ADMIN, siteName: 'acme-basic' };
      for (const [operation, name] of operations) {
        const answer = await site().refused('060001', operation, `<${name}>${key}</${name}>`, other);
        assert.doesNotMatch(answer.text, /Secret/);
      }
      assert.equal((await getMeeting(site(), key)).value('metaData/confName'), 'Secret plans');
    });
  });

  describe('a name', () => {
    const nameOf = async (key: string) => (await getMeeting(site(), key)).value('metaData/confName');

    test('must be there and show something', async () => {
      await site().refused(
        '000901',
        'meeting.CreateMeeting',
        '<schedule><startDate>06/01/2026 10:00:00</startDate></schedule>',
        HOST,
      );
      for (const confName of ['', '   ', '\n\t']) {
        const answer = await create({ confName });
        assert.equal(answer.exceptionID, '000901', JSON.stringify(confName));
      }
      await refused('000909', /confName: must have a visible character/, { confName: '\u0085\u009f' });
    });

    test('has at most 512 characters, whatever they are', async () => {
      for (const letter of ['x', 'ü', '😀']) {
        const longest = letter.repeat(512);
        assert.equal(await nameOf(await scheduled(site(), { confName: longest })), longest);
        await refused('000902', /confName: is longer than 512/, { confName: `${longest}${letter}` });
      }
    });

    test('comes back as it went, markup and all', async () => {
      for (const confName of [
        '<script>alert(1)</script>',
        ']]> & <![CDATA[x]]> &lt; &#60;',
        "Robert'); drop table session; --",
        'null',
        'a\u00a0b\u200b\u202ec',
        'two\nlines\tand a tab',
        '☃ ü 中文 🎄',
        '%s %d {0} $1 \\0 \\n',
        'BEGIN:VEVENT\nATTENDEE:mailto:x@acme.com',
      ]) {
        const key = await scheduled(site(), { confName });
        assert.equal(await nameOf(key), confName);
        const list = await site().ok('meeting.LstsummaryMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
        assert.equal(list.value('meeting/confName'), confName);
        const info = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST);
        assert.equal(info.value('metaData/confName'), confName);
        await site().ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
      }
    });

    test('with characters that XML forbids is not read at all', async () => {
      for (const character of ['\u0000', '\u0008', '\u001b', '&#0;', '&#27;', '&#xFFFE;', '\uffff']) {
        const content = `<metaData><confName>a${character}b</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>`;
        await site().refused('000000', 'meeting.CreateMeeting', content, HOST);
      }
    });
  });

  test('an agenda has at most 2500 characters, and is kept to the last blank', async () => {
    const agenda = ` ${'x'.repeat(2497)} \n`;
    assert.equal(agenda.length, 2500);
    const key = await scheduled(site(), { agenda });
    assert.equal((await getMeeting(site(), key)).value('metaData/agenda'), agenda);
    await refused('000902', /agenda: is longer than 2500/, { agenda: 'x'.repeat(2501) });
  });

  describe('people', () => {
    test('need an address, and one that mail can be sent to', async () => {
      const person = (email: string) => ({ attendees: [`<attendee><person>${email}</person></attendee>`] });
      await refused('000901', /email/, person('<name>Kim</name>'));
      for (const email of [
        'kim',
        'kim@',
        '@acme.com',
        'kim@acme.com, lee@acme.com',
        'kim@acme.com;lee@acme.com',
        'Kim &lt;kim@acme.com&gt;',
        'kim@acme.com\nBcc: lee@acme.com',
        'kim@acme.com&#13;&#10;Subject: x',
        'k im@acme.com',
        `${'k'.repeat(250)}@acme.com`,
      ]) {
        await refused('000909', /e-?mail/i, person(`<email>${email}</email>`));
      }
    });

    test('who are named twice come once: the last one counts', async () => {
      const attendee = (name: string, email: string) =>
        `<attendee><person><name>${name}</name><email>${email}</email></person></attendee>`;
      const key = await scheduled(site(), {
        attendees: [attendee('Kim', 'kim@acme.com'), attendee('Lee', 'KIM@acme.com')],
      });
      const answer = await getMeeting(site(), key);
      assert.deepEqual(answer.texts('participants/attendees/attendee/person/name'), ['Lee']);
    });

    test('are as many as the site allows, and no more', async () => {
      const people = (number: number) => Array.from({ length: number }, (_, at) => `p${at}@acme.com`);
      await refused('060903', /too many attendees/, { attendees: people(1001) });
      // A message of that size is not even read.
      await refused('000000', /there are more than 20000 elements/, { attendees: people(10_000) });
      const siteName = 'small';
      await site().context.sites.create({
        siteName,
        siteID: 8_800_001,
        type: 3,
        settings: { scheduling: { inviteLimit: 5 } },
      });
      const host = await site().person({ siteName });
      const key = await scheduled(site(), { attendees: people(5) }, host);
      assert.equal((await getMeeting(site(), key, host)).all('participants/attendees/attendee').length, 5);
      assert.equal((await create({ attendees: people(6) }, host)).exceptionID, '060903');
      const more = `<meetingkey>${key}</meetingkey>${meeting({ attendees: people(6) })}`;
      await site().refused('060903', 'meeting.SetMeeting', more, host);
    });
  });

  describe('what other elements say', () => {
    for (const [why, asked, exceptionID] of [
      ['a maxUserNumber of 0', '<participants><maxUserNumber>0</maxUserNumber></participants>', '000905'],
      ['an openTime below 0', '<schedule><openTime>-1</openTime></schedule>', '000905'],
      ['an unknown tone', '<schedule><entryExitTone>GONG</entryExitTone></schedule>', '000909'],
      ['a boolean that is none', '<enableOptions><chat>maybe</chat></enableOptions>', '000903'],
      [
        'an unknown telephony',
        '<telephony><telephonySupport>PIGEON</telephonySupport></telephony>',
        '000906',
      ],
      [
        'a tracking code of 129',
        `<tracking><trackingCode1>${'x'.repeat(129)}</trackingCode1></tracking>`,
        '000902',
      ],
      ['a reminder to nobody', '<remind><emails><email>nobody</email></emails></remind>', '000909'],
      [
        'a participantLimit below 0',
        '<attendeeOptions><participantLimit>-1</participantLimit></attendeeOptions>',
        '000905',
      ],
    ] as const) {
      test(`${why} is refused`, async () => {
        const content = `<metaData><confName>M</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>${asked}`;
        const merged = asked.startsWith('<schedule>')
          ? content.replace('</schedule><schedule>', '')
          : content;
        await site().refused(exceptionID, 'meeting.CreateMeeting', merged, HOST);
      });
    }

    test('is said once: a second time would take the place of the first', async () => {
      const person = (email: string) => `<person><name>A</name><email>${email}</email></person>`;
      const invited = (email: string) => `<attendee>${person(email)}</attendee>`;
      const key = await scheduled(site(), { attendees: ['first@acme.com'] });
      const before = (await getMeeting(site(), key)).text;
      for (const [element, more] of [
        [
          'participants/attendees',
          `<participants><attendees>${invited('first@acme.com')}</attendees><attendees>${invited('b@acme.com')}</attendees></participants>`,
        ],
        [
          'participants',
          `<participants><attendees>${invited('b@acme.com')}</attendees></participants>`.repeat(2),
        ],
        [
          'participants/attendees/attendee/person',
          `<participants><attendees><attendee>${person('a@acme.com')}${person('b@acme.com')}</attendee></attendees></participants>`,
        ],
        ['metaData', '<metaData><confName>M</confName></metaData>'.repeat(2)],
        [
          'schedule/startDate',
          `<schedule>${'<startDate>06/01/2026 10:00:00</startDate>'.repeat(2)}</schedule>`,
        ],
      ]) {
        const changed = `<meetingkey>${key}</meetingkey>${more}`;
        const answer = await site().refused('000908', 'meeting.SetMeeting', changed, HOST);
        assert.equal(answer.reason, `An element is given too often: ${element}: may be given once`);
      }
      assert.equal((await getMeeting(site(), key)).text, before);
    });

    test('is taken as absent when text should be there and only elements are', async () => {
      await scheduled(site(), {
        more: '<remind><enableReminder>\n<emails><email>hostid@acme.com</email></emails>\n</enableReminder></remind>',
      });
    });

    test('is ignored when nobody knows it', async () => {
      const key = await scheduled(site(), {
        more: '<accessControlType>x</accessControlType><x><y>z</y></x><greeting>hi</greeting>',
      });
      await getMeeting(site(), key);
    });

    test('is kept when it says nothing that matters', async () => {
      const key = await scheduled(site(), { more: '<metaData2/>', agenda: xml('&<>') });
      const { result }: Answer = await getMeeting(site(), key);
      assert.equal(result, 'SUCCESS');
    });
  });

  describe('a list', () => {
    for (const operation of ['meeting.LstMeeting', 'meeting.LstsummaryMeeting', 'ep.LstsummarySession']) {
      test(`${operation}: wrong dates and numbers are refused, odd pages are not`, async () => {
        await scheduled(site());
        for (const [asked, exceptionID] of [
          ['<dateScope><startDateStart>02/30/2026 00:00:00</startDateStart></dateScope>', '000909'],
          ['<dateScope><endDateEnd>soon</endDateEnd></dateScope>', '000909'],
          ['<dateScope><timeZoneID>99</timeZoneID></dateScope>', '000909'],
          ['<listControl><startFrom>x</startFrom></listControl>', '000904'],
          ['<listControl><startFrom>-1</startFrom></listControl>', '000905'],
          ['<listControl><maximumNum>-5</maximumNum></listControl>', '000905'],
          ['<listControl><startFrom>999999999</startFrom></listControl>', '000015'],
          ['<meetingKey>null</meetingKey>', '000904'],
          ['<order><orderAD>UP</orderAD></order>', '000906'],
          [
            '<dateScope><startDateStart>06/02/2026 00:00:00</startDateStart><startDateEnd>06/01/2026 00:00:00</startDateEnd></dateScope>',
            '000015',
          ],
        ] as const) {
          await site().refused(exceptionID, operation, asked, HOST);
        }
        for (const asked of [
          '<listControl><startFrom>0</startFrom><maximumNum>0</maximumNum></listControl>',
          '<listControl><startFrom></startFrom><maximumNum/><listMethod>OR</listMethod></listControl>',
          '<order><orderBy>HOSTNAME</orderBy><orderAD>ASC</orderAD></order>',
          '<order></order><dateScope></dateScope><dataScope>x</dataScope>',
          '<dateScope><timeZoneID>-1</timeZoneID></dateScope>',
        ]) {
          await site().ok(operation, asked, HOST);
        }
      });
    }
  });
});
