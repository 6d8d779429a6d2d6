import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTENDEE_ORDERS } from '../../../src/sessions/lists/attendee-list.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, CI_ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';
import { each, schedule, somebody } from './meetings.ts';

const LIST = 'attendee.LstMeetingAttendee';

forProtocol('LstMeetingAttendee', (open) => {
  const site = sharedSite(open);
  const invited = (...people: readonly string[]) => schedule(site(), { attendees: each('attendee', people) });

  test('writes a row in the order of the schema, after how many there are', async () => {
    const key = await invited(somebody('Anna'));
    const answer = await site().ok(LIST, `<meetingKey>${key}</meetingKey>`, HOST);
    const [content] = answer.bodyContents;
    assert.deepEqual(
      content?.children.map(({ name }) => name),
      ['matchingRecords', 'attendee'],
    );
    assert.deepEqual(
      answer.all('attendee')[0]?.children.map(({ name }) => name),
      [
        'person',
        'contactID',
        'joinStatus',
        'meetingKey',
        'language',
        'role',
        'languageID',
        'attendeeId',
        'confID',
        'status',
        'registerID',
      ],
    );
    assert.match(
      answer.text,
      /<att:status><att:invited>true<\/att:invited><att:registered>false<\/att:registered><att:rejected>false<\/att:rejected><att:accepted>false<\/att:accepted><\/att:status>/,
    );
  });

  test('writes a name beside every e-mail, an empty one for somebody without', async () => {
    const key = await invited(
      '<person><email>nameless@example.com</email></person>',
      somebody('Anna'),
      '<person><firstName>Bert</firstName><lastName>Bold</lastName><email>bert@example.com</email></person>',
    );
    const answer = await site().ok(LIST, `<sessionKey>${key}</sessionKey>`, HOST);
    assert.deepEqual(answer.texts('attendee/person/name'), ['', 'Anna', 'Bert Bold']);
    assert.deepEqual(answer.texts('attendee/person/email'), [
      'nameless@example.com',
      'anna@example.com',
      'bert@example.com',
    ]);
  });

  test('finds the session by its confID and filters by joinStatus', async () => {
    const key = await invited(
      somebody('Anna'),
      somebody('Bert', undefined, '<joinStatus>ACCEPT</joinStatus>'),
    );
    const all = await site().ok(LIST, `<sessionKey>${key}</sessionKey>`, HOST);
    const confID = all.value('attendee/confID');
    const accepted = await site().ok(LIST, `<confID>${confID}</confID><joinStatus>ACCEPT</joinStatus>`, HOST);
    assert.deepEqual(accepted.texts('attendee/person/name'), ['Bert']);
    assert.equal(accepted.value('matchingRecords/total'), '1');
    await site().refused(
      '000015',
      LIST,
      `<sessionKey>${key}</sessionKey><joinStatus>REJECT</joinStatus>`,
      HOST,
    );
  });

  test('gives one page at a time and 000015 behind the last', async () => {
    const names = Array.from({ length: 25 }, (_, at) => `P${String(at).padStart(2, '0')}`);
    const key = await invited(...names.map((name) => somebody(name)));
    const page = (control: string) =>
      site().call(LIST, `<sessionKey>${key}</sessionKey><listControl>${control}</listControl>`, HOST);
    const first = await page('');
    assert.deepEqual(first.texts('attendee/person/name'), names.slice(0, 10));
    assert.deepEqual(
      ['total', 'returned', 'startFrom'].map((name) => first.value(`matchingRecords/${name}`)),
      ['25', '10', '1'],
    );
    const last = await page('<startFrom>21</startFrom><maximumNum>10</maximumNum>');
    assert.deepEqual(last.texts('attendee/person/name'), names.slice(20));
    assert.equal(last.value('matchingRecords/returned'), '5');
    assert.equal((await page('<startFrom>26</startFrom>')).exceptionID, '000015');
  });

  test('orders by up to three words, each way', async () => {
    const at = (name: string, city: string, company: string) =>
      `<person><name>${name}</name><company>${company}</company><address><city>${city}</city></address>` +
      `<email>${name}@example.com</email></person>`;
    const key = await invited(at('c', 'Bonn', 'x'), at('B', 'Aachen', 'X'), at('a', 'Bonn', 'y'));
    const named = async (order: string) => {
      const answer = await site().ok(LIST, `<sessionKey>${key}</sessionKey><order>${order}</order>`, HOST);
      return answer.texts('attendee/person/name').join('');
    };
    const by = (word: string, direction = 'ASC') =>
      `<orderBy>${word}</orderBy><orderAD>${direction}</orderAD>`;
    assert.equal(await named(''), 'cBa');
    assert.equal(await named(by('ATTENDEENAME')), 'aBc');
    assert.equal(await named(by('ATTENDEENAME', 'DESC')), 'cBa');
    assert.equal(await named(by('CITY', 'DESC') + by('ATTENDEENAME')), 'acB');
    assert.equal(await named(by('COMPANY') + by('CITY') + by('EMAIL')), 'Bca');
    assert.equal(await named(by('NONSENSE') + by('ATTENDEENAME')), 'aBc');
    for (const word of ATTENDEE_ORDERS) assert.equal((await named(by(word))).length, 3, word);
  });

  test('is for those who manage the session and for administrators', async () => {
    const reader = await site().person({ privileges: { host: false, roSiteAdmin: true } });
    const other = await site().person();
    const key = await invited(somebody('Gus', 'guest@acme.com'));
    for (const caller of [HOST, ADMIN, reader])
      await site().ok(LIST, `<sessionKey>${key}</sessionKey>`, caller);
    for (const caller of [other, GUEST, CI_ADMIN]) {
      const answer = await site().refused('060001', LIST, `<sessionKey>${key}</sessionKey>`, caller);
      assert.ok(!answer.text.includes('guest@acme.com'));
    }
  });

  test('says 000015 for nobody, 060001 for an unknown session, 000901 for none', async () => {
    await site().refused('000015', LIST, `<sessionKey>${await invited()}</sessionKey>`, HOST);
    await site().refused('060001', LIST, '<sessionKey>123456789</sessionKey>', HOST);
    await site().refused('060001', LIST, '<confID>1</confID>', HOST);
    await site().refused('000901', LIST, '', HOST);
  });
});
