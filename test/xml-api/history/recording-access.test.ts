import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { NewAccess } from '../../../src/recordings/recording-access.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';

/** Recordings and who looked at them, told as the room of recordings has written it down. */

const LIST = 'history.LstrecordaccessHistory';
const DETAIL = 'history.LstrecordaccessDetailHistory';

forProtocol('the history of recordings', (open) => {
  const site = sharedSite(open);
  let other = HOST;

  test('of a site where nothing was recorded is no record', async () => {
    for (const caller of [ADMIN, HOST]) {
      await site().refused('000015', LIST, '', caller);
      await site().refused('000015', DETAIL, '<recordID>1</recordID>', caller);
    }
  });

  before(async () => {
    other = await site().person();
  });

  const may = (day: number, hour = 12) => Date.UTC(2026, 4, day, hour);

  test('is written by whoever records and hands out', async () => {
    const { database, accessHistory, sites, accounts } = site().context;
    const acme = await sites.required('acme');
    const host = (await accounts.required(acme, 'hostid')).id;
    const others = (await accounts.required(acme, other.webExID)).id;
    const by = { name: 'Ada', email: 'ada@example.com', registeredAt: null, details: {} };
    const looks: NewAccess[] = [
      { ...by, recordID: 11, accessedAt: may(5), downloaded: false, viewed: true },
      { ...by, recordID: 11, accessedAt: may(20), downloaded: true, viewed: false },
      {
        ...by,
        recordID: 11,
        accessedAt: may(21),
        registeredAt: may(19),
        downloaded: false,
        viewed: true,
        details: { registration: { firstName: 'Ada', customFields: [{ label: 'Why?', value: 'So' }] } },
      },
      { ...by, recordID: 12, accessedAt: may(6), downloaded: false, viewed: true },
    ];
    await database.write(async (tx) => {
      for (const [recordID, recordName, of, createdAt] of [
        [11, 'Safety', host, may(3)],
        [12, 'Arithmetic', host, may(4)],
        [13, 'Other things', others, may(2)],
      ] as const) {
        await accessHistory.made(tx, acme, { recordID, recordName, host: of, createdAt });
      }
      for (const look of looks) await accessHistory.accessed(tx, acme, look);
    });
    const answer = await site().ok(LIST, '', HOST);
    const told = ['recordID', 'recordName', 'creationTime', 'registered', 'downloaded', 'viewed'].map(
      (name) => answer.texts(`recordAccessHistory/${name}`),
    );
    assert.deepEqual(told, [
      ['11', '12'],
      ['Safety', 'Arithmetic'],
      ['05/03/2026 12:00:00', '05/04/2026 12:00:00'],
      ['1', '0'],
      ['1', '0'],
      ['2', '1'],
    ]);
  });

  const ids = async (content: string, caller = ADMIN) =>
    (await site().ok(LIST, content, caller)).texts('recordAccessHistory/recordID');
  const order = (by: string, ad: string) => `<order><orderBy>${by}</orderBy><orderAD>${ad}</orderAD></order>`;

  test('tells an administrator of all, or of one host, and everybody else of their own', async () => {
    assert.deepEqual(await ids(''), ['13', '11', '12']);
    assert.deepEqual(await ids(`<hostWebExID>${other.webExID}</hostWebExID>`), ['13']);
    assert.deepEqual(await ids('<hostWebExID>hostid</hostWebExID>', other), ['13']);
    await site().refused('000015', LIST, '<hostWebExID>nobody</hostWebExID>');
    const elsewhere = { ...ADMIN, siteName: 'acme-basic' };
    await site().refused('000015', LIST, '', elsewhere);
    await site().refused('000015', DETAIL, '<recordID>11</recordID>', elsewhere);
    await site().refused('000015', DETAIL, '<recordID>11</recordID>', other);
  });

  test('is sorted by every word of the schema', async () => {
    assert.deepEqual(await ids(order('RECORDID', 'DESC')), ['13', '12', '11']);
    assert.deepEqual(await ids(order('UPLOADTIME', 'ASC')), ['13', '11', '12']);
    assert.deepEqual(await ids(order('RECORDNAME', 'ASC')), ['12', '13', '11']);
  });

  test('is narrowed by when recordings were made and looked at, and by how their names begin', async () => {
    const created =
      '<creationTimeScope><creationTimeStart>05/04/2026 00:00:00</creationTimeStart><creationTimeEnd>05/05/2026 00:00:00</creationTimeEnd></creationTimeScope>';
    const viewed =
      '<viewTimeScope><viewTimeStart>05/19/2026 00:00:00</viewTimeStart><viewTimeEnd>06/19/2026 00:00:00</viewTimeEnd></viewTimeScope>';
    assert.deepEqual(await ids(created), ['12']);
    assert.deepEqual(await ids('<recordName>arith</recordName>'), ['12']);
    await site().refused('000015', LIST, created + viewed);
    const either = '<listControl><listMethod>OR</listMethod></listControl>';
    assert.deepEqual(await ids(created + viewed + either), ['11', '12']);
    const answer = await site().ok(LIST, viewed);
    assert.deepEqual(answer.texts('recordAccessHistory/viewed'), ['1']);
    assert.deepEqual(answer.texts('recordAccessHistory/downloaded'), ['1']);
    await site().refused(
      '000909',
      LIST,
      '<viewTimeScope><viewTimeStart>soon</viewTimeStart></viewTimeScope>',
    );
  });

  test('tells who looked, and what they wrote where that is asked for', async () => {
    const plain = await site().ok(DETAIL, '<recordID>11</recordID><timeZoneID>25</timeZoneID>', HOST);
    assert.deepEqual(plain.texts('recordDetail/accessTime'), [
      '05/05/2026 14:00:00',
      '05/20/2026 14:00:00',
      '05/21/2026 14:00:00',
    ]);
    assert.deepEqual(plain.texts('recordDetail/registered'), ['false', 'false', 'true']);
    assert.deepEqual(plain.texts('recordDetail/downloaded'), ['false', 'true', 'false']);
    assert.deepEqual(plain.all('recordDetail/regFields'), []);
    const whole = await site().ok(
      DETAIL,
      '<recordID>11</recordID><returnRegFields>true</returnRegFields>',
      HOST,
    );
    assert.deepEqual(whole.texts('recordDetail/regFields/firstName'), ['Ada']);
    assert.deepEqual(whole.texts('recordDetail/regFields/customFields/value'), ['So']);
    const page = '<recordID>11</recordID><listControl><startFrom>4</startFrom></listControl>';
    await site().refused('000015', DETAIL, page, HOST);
  });
});
