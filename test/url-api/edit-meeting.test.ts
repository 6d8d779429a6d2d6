import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { getMeeting, scheduled } from '../xml-api/meeting/scheduled.ts';
import { call, listPortal, told, visitorAs } from './portal.ts';

/** EM changes a meeting as SetMeeting does. */

forProtocol('EM', (open) => {
  const site = sharedSite(open);
  let host: Visitor;
  before(async () => {
    await listPortal(site());
    host = await visitorAs(site(), 'hostid');
  });
  const edit = async (key: string, fields: Readonly<Record<string, string>>) =>
    told(await call(host, 'm.php', { AT: 'EM', MK: key, ...fields }));

  test('of a weekly series to another weekday takes the series along', async () => {
    const repeat = '<repeatType>WEEKLY</repeatType><dayInWeek><day>MONDAY</day></dayInWeek>';
    const key = await scheduled(site(), { startDate: '06/01/2026 10:00:00', timeZoneID: 20, repeat });
    assert.match(await edit(key, { YE: '2026', MO: '6', DA: '3', HO: '11', MI: '30' }), /ST=SUCCESS/);
    const meeting = await getMeeting(site(), key);
    assert.equal(meeting.value('schedule/startDate'), '06/03/2026 11:30:00');
    assert.deepEqual(meeting.texts('repeat/dayInWeek/day'), ['WEDNESDAY']);
    const scope =
      '<dateScope><startDateStart>06/08/2026 00:00:00</startDateStart><timeZoneID>20</timeZoneID></dateScope>';
    const listed = await site().ok('ep.LstsummarySession', `${scope}<sessionKey>${key}</sessionKey>`);
    assert.deepEqual(listed.texts('session/startTime'), ['06/10/2026 11:30:00']);
  });

  test('makes no meeting public where the site has all of them unlisted', async () => {
    const key = await scheduled(site());
    await site().context.sites.change('acme', { settings: { security: { allMeetingsUnlisted: true } } });
    try {
      // A new rule of security ends the browser sessions of before.
      host = await visitorAs(site(), 'hostid');
      assert.match(await edit(key, { MN: 'Renamed', LF: '1' }), /ST=SUCCESS/);
      const listed = await site().ok('ep.LstsummarySession', `<sessionKey>${key}</sessionKey>`);
      assert.equal(listed.value('session/listStatus'), 'UNLISTED');
    } finally {
      await site().context.sites.change('acme', { settings: { security: { allMeetingsUnlisted: false } } });
    }
  });
});
