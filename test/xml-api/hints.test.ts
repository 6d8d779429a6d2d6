import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Tolerated } from '../../src/xml-api/tolerated.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, bodyContent, HOST, message, PASSWORD, sharedSite } from '../support/site.ts';

/** What was tolerated is told with the answer, and a site may refuse it. */

const HEADER = 'x-parlance-hints';
const WHEN =
  '<metaData><confName>M</confName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>';

describe('the header of what was tolerated', () => {
  const header = (...notes: string[]) => {
    const tolerated = new Tolerated();
    for (const note of notes) tolerated.hint(note);
    return tolerated.header;
  };

  test('tells how many hints there are, and the first', () => {
    assert.equal(header('one', 'two'), '2;first="one"');
  });

  test('has printable ASCII alone, its quotes and backslashes escaped', () => {
    const odd = header('a\r\nSet-Cookie: x="y" \\ \u0000\u007f ü ☃ 😀');
    assert.match(odd, /^1;first="[\x20-\x7e]*"$/);
    assert.match(odd, /x=\\"y\\" \\\\ /);
  });

  test('stays short, whatever a message holds', () => {
    const tolerated = new Tolerated();
    for (let i = 0; i < 1_000; i++) tolerated.hint('"'.repeat(100_000));
    assert.ok(tolerated.header.length < 500);
    assert.match(tolerated.header, /^41;/);
  });
});

forProtocol('hints', (open) => {
  const site = sharedSite(open);

  test('are told by a header of the answer, and none is told by none', async () => {
    const quiet = await site().ok('user.GetUser', '<webExId>hostid</webExId>');
    assert.equal(quiet.headers.get(HEADER), null);
    const odd = await site().ok('user.GetUser', '<webExID>hostid</webExID><nonsense/>');
    assert.equal(odd.headers.get(HEADER), '2;first="<webExID> is read as <webExId>"');
    const refused = await site().refused('030001', 'user.GetUser', '<webExId>nobody</webExId><nonsense/>');
    assert.match(
      refused.headers.get(HEADER) ?? '',
      /^1;first="<nonsense> is not an element of <bodyContent>/,
    );
    const unread = await site().post('<message><header/><boddy/></message>');
    assert.equal(unread.exceptionID, '000912');
    assert.match(unread.headers.get(HEADER) ?? '', /first="<boddy> .* did you mean <body>\?"$/);
  });

  test('name the element that was probably meant, or the one that it belongs into', async () => {
    for (const [asked, hint] of [
      [
        '<acessControl/>',
        'CAUTION: <acessControl> is not an element of <bodyContent>: ignored; did you mean <accessControl>?',
      ],
      [
        '<accessControlType/>',
        'CAUTION: <accessControlType> is not an element of <bodyContent>: ignored; did you mean <accessControl>?',
      ],
      [
        '<accessControl><meetingPasword>secret1</meetingPasword></accessControl>',
        'CAUTION: <meetingPasword> is not an element of <accessControl>: ignored; did you mean <meetingPassword>?',
      ],
      [
        '<accessControl><members>secret1</members></accessControl>',
        'CAUTION: <members> is not an element of <accessControl>: ignored',
      ],
      [
        '<meetingPassword>secret1</meetingPassword>',
        'CAUTION: <meetingPassword> is not an element of <bodyContent>: ignored; it belongs into <accessControl>',
      ],
      [
        '<telephoney/>',
        '<telephoney> is not an element of <bodyContent>: ignored; did you mean <telephony>?',
      ],
      [
        '<confName>x</confName>',
        '<confName> is not an element of <bodyContent>: ignored; it belongs into <metaData>',
      ],
      ['<strange/>', '<strange> is not an element of <bodyContent>: ignored'],
    ] as const) {
      const { hints } = await site().ok('meeting.CreateMeeting', WHEN + asked, HOST);
      assert.deepEqual(hints, [hint]);
    }
    const outside = await site().post(
      message(bodyContent('ep.GetAPIVersion')).replaceAll('securityContext', 'securtyContext'),
    );
    assert.match(outside.hints[0] ?? '', /^CAUTION: <securtyContext> .* did you mean <securityContext>\?$/);
  });

  test('name the operation that was probably meant', async () => {
    for (const [type, meant] of [
      ['java:com.webex.service.binding.user.GetUsr', 'user.GetUser'],
      ['java:com.webex.service.binding.event.GetMeeting', 'meeting.GetMeeting'],
    ] as const) {
      const { hints } = await site().refused('000911', type, '');
      assert.deepEqual(hints, [
        `the type "${type}" is unknown; did you mean "java:com.webex.service.binding.${meant}"?`,
      ]);
    }
    assert.deepEqual((await site().refused('000911', 'user.CreateCake', '')).hints, []);
  });

  test('about what was to be protected come first, and are warnings in the log', async () => {
    const answer = await site().ok('meeting.CreateMeeting', `<strange/>${WHEN}<acessControl/>`, HOST);
    assert.match(answer.headers.get(HEADER) ?? '', /^2;first="CAUTION: <acessControl> /);
    const levelOf = (line: string | undefined) => (JSON.parse(line ?? '{}') as { level?: number }).level;
    assert.equal(levelOf(site().log.findLast((line) => line.includes('acessControl'))), 40);
    await site().ok('meeting.CreateMeeting', `<strange/>${WHEN}`, HOST);
    assert.equal(levelOf(site().log.findLast((line) => line.includes('<strange>'))), 30);
  });

  test('tell no value that was sent, least of all a secret', async () => {
    const secret = 'H1dden-Secret';
    const answer = await site().call(
      'user.CreateUser',
      `<pasword>${secret}</pasword><password2>${secret}</password2><email>x@acme.com<x>${secret}</x></email><security><passwort>${secret}</passwort></security>`,
      { ...ADMIN, password: PASSWORD },
    );
    assert.ok(answer.hints.length >= 4);
    assert.ok(!`${answer.headers.get(HEADER)} ${answer.hints.join()}`.includes(secret));
  });

  test('are not looked into for every one of very many', async () => {
    const many = Array.from({ length: 15_000 }, (_, at) => `<acessControl${at}/>`).join('');
    const answer = await site().ok('meeting.CreateMeeting', WHEN + many, HOST);
    assert.equal(answer.hints.length, 41);
  });

  describe('where the site is strict', () => {
    const STRICT = { siteName: 'strict', webExID: 'strict', password: PASSWORD };

    test('an unknown element is refused, and nothing is changed', async () => {
      await site().context.sites.create({ siteName: 'strict', siteID: 8_600_000, type: 3 });
      await site().person({ siteName: 'strict', webExId: 'strict' });
      await site().ok('meeting.CreateMeeting', `${WHEN}<acessControl/>`, STRICT);
      await site().context.sites.change('strict', { settings: { xmlAPI: { strict: true } } });
      for (const [asked, reason] of [
        [
          '<acessControl/>',
          'acessControl: is not an element of <bodyContent>; did you mean <accessControl>?',
        ],
        ['<accessControl><x/></accessControl>', 'x: is not an element of <accessControl>'],
      ] as const) {
        const answer = await site().refused('000910', 'meeting.CreateMeeting', WHEN + asked, STRICT);
        assert.equal(answer.reason, `An element is unknown: ${reason}`);
      }
      const list = await site().ok('meeting.LstsummaryMeeting', '', STRICT);
      assert.equal(list.all('meeting').length, 1);
      await site().ok('meeting.CreateMeeting', WHEN, HOST);
    });

    test('one in the envelope is refused with every operation, one in an operation with that alone', async () => {
      const get = bodyContent('user.GetUser', '<webExId>strict</webExId>');
      const odd = bodyContent('user.GetUser', '<webExId>strict</webExId><odd/>');
      const results = async (text: string) =>
        (await site().post(text)).responses.map(({ children }) => children[0]?.text);
      assert.deepEqual(await results(message(get + odd + get, STRICT)), ['SUCCESS', 'FAILURE', 'SUCCESS']);
      const inEnvelope = message(get + get, STRICT).replace('<webExID>', '<odd/><webExID>');
      assert.deepEqual(await results(inEnvelope), ['FAILURE', 'FAILURE']);
    });

    test('other spellings that are understood are taken as before', async () => {
      const answer = await site().ok('user.GetUser', '<WEBEXID>strict</WEBEXID>', STRICT);
      assert.deepEqual(answer.hints, ['<WEBEXID> is read as <webExId>']);
    });
  });
});
