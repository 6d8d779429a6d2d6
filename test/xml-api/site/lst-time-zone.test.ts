import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forSqlite } from '../../support/databases.ts';
import { elements, GUEST, sharedSite, textOf } from '../../support/site.ts';

forSqlite('LstTimeZone', (open) => {
  const site = sharedSite(open);
  const list = (content: string) => site().ok('site.LstTimeZone', content, GUEST);
  const offset = async (id: number, date: string) =>
    (await list(`<timeZoneID>${id}</timeZoneID><date>${date}</date>`)).value('timeZone/gmtOffset');

  test('lists 62 zones, from 0 to 61', async () => {
    const answer = await list('');
    assert.deepEqual(
      answer.texts('timeZone/timeZoneID'),
      Array.from({ length: 62 }, (_, id) => String(id)),
    );
    assert.match(answer.text, /<ns1:timeZone><ns1:timeZoneID>0<\/ns1:timeZoneID><ns1:gmtOffset>/);
  });

  test('lists those that are asked for, once each', async () => {
    const answer = await list(
      '<timeZoneID>25</timeZoneID><timeZoneID>4</timeZoneID><timeZoneID>25</timeZoneID>',
    );
    assert.deepEqual(answer.texts('timeZone/timeZoneID'), ['4', '25']);
  });

  test('tells the offset on the date, daylight saving included', async () => {
    assert.equal(await offset(4, '01/15/2026 12:00:00'), '-480');
    assert.equal(await offset(4, '7/15/2026 12:00:00'), '-420');
    assert.equal(await offset(25, '07/15/2026 12:00:00'), '120');
    // Samoa crossed the date line: id 1 is Pago Pago, which did not.
    assert.equal(await offset(1, '07/15/2026'), '-660');
  });

  test('takes the date in GMT, to the minute of the change', async () => {
    assert.equal(await offset(4, '03/08/2026 09:59:59'), '-480');
    assert.equal(await offset(4, '03/08/2026 10:00:00'), '-420');
  });

  test('takes now when there is no date', async () => {
    const now = async () => (await list('<timeZoneID>4</timeZoneID>')).all('timeZone')[0];
    assert.equal(textOf(await now(), 'fallInDST'), 'false');
    site().clock.advance({ days: 30 });
    assert.equal(textOf(await now(), 'fallInDST'), 'true');
  });

  test('names each zone by its offset and its places', async () => {
    const answer = await list('<timeZoneID>0</timeZoneID><date>01/15/2026</date>');
    assert.deepEqual(
      answer.all('timeZone')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['timeZoneID', '0'],
        ['gmtOffset', '-720'],
        ['description', 'GMT-12:00, Dateline (Eniwetok)'],
        ['shortName', 'Eniwetok'],
        ['hideTimeZoneName', 'false'],
        ['fallInDST', 'false'],
      ],
    );
  });

  test('does not know other zones, nor dates that do not exist', async () => {
    await site().refused('000015', 'site.LstTimeZone', '<timeZoneID>62</timeZoneID>', GUEST);
    const mixed = await list('<timeZoneID>62</timeZoneID><timeZoneID>4</timeZoneID>');
    assert.equal(elements(mixed.bodyContents[0], 'timeZone').length, 1);
    await site().refused('000909', 'site.LstTimeZone', '<date>02/30/2026</date>', GUEST);
    await site().refused('000904', 'site.LstTimeZone', '<timeZoneID>PST</timeZoneID>', GUEST);
  });

  test('is for accounts of a site', async () => {
    await site().refused('030901', 'site.LstTimeZone', '', { siteName: 'acme' });
  });
});
