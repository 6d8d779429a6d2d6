import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import { openHistory } from '../../src/history/history.ts';
import { openHistoryList } from '../../src/history/history-list.ts';
import { openHistorySweeper } from '../../src/history/history-sweeper.ts';
import type { ServiceType } from '../../src/sites/service-type.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forProtocol } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** What a site keeps of its history no longer is gone, and what it keeps is told as before. */

const DAY = 86_400_000;
const FIRST_PAGE = { startFrom: 1, maximumNum: 1, order: [] };

forProtocol('a history that is kept for 30 days', (open, { fresh }) => {
  let database: Database;
  let other: Database;
  before(async () => {
    const url = await fresh();
    database = await open(url);
    other = database.dialect === 'postgres' ? await open(url) : database;
  });

  test('loses what is older, by two processes at once, and no more', async () => {
    const clock = new TestClock();
    const sites = openSites(database, clock);
    const history = openHistory(database);
    const list = openHistoryList(database);
    const keeping = await sites.create({
      siteName: 'keeping',
      siteID: 8_600_021,
      type: 3,
      settings: { history: { keptDays: 30 } },
    });
    const forEver = await sites.create({ siteName: 'for-ever', siteID: 8_600_022, type: 3 });
    let id = 0;
    for (let at = 0; at < 700; at++) {
      const endedAt = clock.now() - (at % 60) * DAY;
      const service: ServiceType = at % 3 === 0 ? 'EventCenter' : 'MeetingCenter';
      await database.write(async (tx) => {
        id += 1;
        await history.begin(tx, {
          id,
          site: at % 10 === 0 ? forEver.id : keeping.id,
          sessionKey: 1,
          confID: 1,
          confName: 'Old',
          service,
          sessionType: 3,
          isAudioOnly: false,
          hasVoices: false,
          host: { id: 1, userId: 1, webExId: 'h', firstName: 'H', lastName: 'H', email: 'h@x.com' },
          timeZoneID: 4,
          startAt: null,
          duration: null,
          startedAt: endedAt - DAY / 2,
          details: { tracking: {}, isPersonalRoom: false },
        });
        const person = {
          via: 'WEB',
          name: 'P',
          email: 'p@x.com',
          account: null,
          attendee: null,
          isHost: false,
        } as const;
        const details = { invited: false, registered: false };
        for (const n of [1, 2]) {
          await history.join(tx, {
            ...person,
            id: 2 * id + n - 2,
            usage: id,
            joinedAt: endedAt - DAY / 2,
            details,
          });
        }
        const expected = { invited: 0, registered: 0 };
        await history.end(tx, id, { at: endedAt, reason: 'ENDED', peak: 2, expected });
      });
    }
    const faults: unknown[] = [];
    const report = (error: unknown) => faults.push(error);
    const sweepers = [database, other].map((on) =>
      openHistorySweeper({ database: on, clock, sites: openSites(on, clock), report }),
    );
    await Promise.all(sweepers.map((sweeper) => sweeper.sweep()));
    assert.deepEqual(faults, []);

    const kept = { [keeping.siteName]: 0, [forEver.siteName]: 0 };
    for (const site of [keeping, forEver]) {
      for (const service of ['MeetingCenter', 'EventCenter'] as const) {
        const search = { service, withAudioOnly: true, method: 'AND', criteria: {} } as const;
        const listed = await list.sessions(site, search, FIRST_PAGE);
        // A second criterion is counted row by row, and says the same as the counts that are kept.
        const counted = await list.sessions(site, { ...search, criteria: { confName: 'o' } }, FIRST_PAGE);
        assert.equal(listed.total, counted.total, `${site.siteName} ${service}`);
        const people = await list.attendances(site, search, FIRST_PAGE);
        assert.equal(people.total, 2 * listed.total);
        kept[site.siteName] = (kept[site.siteName] ?? 0) + listed.total;
      }
    }
    const expected = Array.from({ length: 700 }, (_, at) => at);
    assert.deepEqual(kept, {
      keeping: expected.filter((at) => at % 10 !== 0 && at % 60 <= 30).length,
      'for-ever': 70,
    });
    const stays = await database.all(database.builder.selectFrom('attendance').select('id').compile());
    assert.equal(stays.length, 2 * Object.values(kept).reduce((sum, one) => sum + one, 0));
  });

  test('is told as far back as the site says', async () => {
    const clock = new TestClock();
    const sites = openSites(database, clock);
    const site = await sites.required('for-ever');
    assert.deepEqual(site.settings.history, { toldDays: 0, keptDays: 0, keepsChat: false });
    await assert.rejects(sites.change('for-ever', { settings: { history: { toldDays: -1 } } }), /toldDays/);
    await assert.rejects(
      sites.change('for-ever', { settings: { history: { keptDays: 36_501 } } }),
      /keptDays/,
    );
  });
});
