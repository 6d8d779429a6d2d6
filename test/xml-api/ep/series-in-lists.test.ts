import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, sharedSite, TestClock } from '../../support/site.ts';
import { scheduled, setMeeting } from '../meeting/scheduled.ts';

/** Series in lists: once each, by the first start within the dateScope, however far ahead that is. */

/** Elements of a dateScope in GMT; days begin at midnight. */
interface Scope {
  readonly startDateStart?: string;
  readonly startDateEnd?: string;
  readonly endDateStart?: string;
  readonly endDateEnd?: string;
}

forProtocol('series in lists', (open) => {
  const clock = new TestClock();
  const site = sharedSite(open, { clock });

  const dateScope = (scope: Scope) => {
    const bounds = Object.entries(scope).map(
      ([name, date]) => `<${name}>${date.includes(':') ? date : `${date} 00:00:00`}</${name}>`,
    );
    return `<dateScope>${bounds.join('')}<timeZoneID>20</timeZoneID></dateScope>`;
  };

  const starts = async (scope: Scope, caller: Caller, more = ''): Promise<string[]> =>
    (await site().call('ep.LstsummarySession', dateScope(scope) + more, caller)).texts('session/startTime');

  /** A host with one series in GMT, from the morning of 1 June 2026. */
  const hostOf = async (repeat: string, confName = 'Series') => {
    const host = await site().person();
    const key = await scheduled(site(), { repeat, timeZoneID: 20, duration: 60, confName }, host);
    return { host, key };
  };

  const daily = '<repeatType>DAILY</repeatType>';

  describe('an endless one', () => {
    test('is found as far ahead when it was renamed meanwhile', async () => {
      const { host, key } = await hostOf(daily);
      await setMeeting(site(), key, { confName: 'Renamed' }, host);
      const scope = { startDateStart: '03/01/2032', startDateEnd: '03/08/2032' };
      assert.deepEqual(await starts(scope, host), ['03/01/2032 10:00:00']);
    });

    test('is found no more when it became a single session', async () => {
      const { host, key } = await hostOf(daily);
      await setMeeting(site(), key, { repeat: '<repeatType>NO_REPEAT</repeatType>' }, host);
      assert.deepEqual(await starts({ startDateStart: '03/01/2032' }, host), []);
      assert.deepEqual(await starts({ startDateStart: '06/01/2026' }, host), ['06/01/2026 10:00:00']);
    });

    for (const [ahead, from, to] of [
      ['next month', '07/01/2026', '07/08/2026'],
      ['in two years', '03/01/2028', '03/08/2028'],
      ['in three years', '03/01/2029', '03/08/2029'],
      ['in six years', '03/01/2032', '03/08/2032'],
      ['in twenty years', '03/01/2046', '03/08/2046'],
      ['at the end of the calendar', '12/20/2100', '12/27/2100'],
    ] as const) {
      test(`is found ${ahead}`, async () => {
        const { host } = await hostOf(daily);
        const scope = { startDateStart: from, startDateEnd: to };
        assert.deepEqual(await starts(scope, host), [`${from} 10:00:00`]);
        assert.deepEqual(await starts({ startDateStart: from }, host), [`${from} 10:00:00`]);
        // Once more, and by the other list.
        assert.deepEqual(await starts(scope, host), [`${from} 10:00:00`]);
        const meetings = await site().ok('meeting.LstsummaryMeeting', dateScope(scope), host);
        assert.deepEqual(meetings.texts('meeting/startDate'), [`${from} 10:00:00`]);
      });
    }

    test('is found near after it was asked for far, and the other way round', async () => {
      const { host } = await hostOf(daily);
      for (const date of [
        '03/01/2040',
        '03/01/2030',
        '03/01/2045',
        '06/05/2026',
        '03/02/2040',
        '03/01/2035',
      ]) {
        assert.deepEqual(await starts({ startDateStart: date }, host), [`${date} 10:00:00`]);
      }
    });

    test('is found by its end', async () => {
      const { host } = await hostOf(daily);
      assert.deepEqual(await starts({ endDateStart: '03/01/2040 10:30:00' }, host), ['03/01/2040 10:00:00']);
      assert.deepEqual(await starts({ endDateStart: '03/01/2040 11:00:01' }, host), ['03/02/2040 10:00:00']);
      const day = { startDateStart: '03/01/2040', endDateEnd: '03/01/2040 10:59:59' };
      assert.deepEqual(await starts(day, host), []);
    });

    test('is found with years between its starts', async () => {
      const { host } = await hostOf('<repeatType>YEARLY</repeatType><interval>4</interval>');
      assert.deepEqual(await starts({ startDateStart: '06/02/2026' }, host), ['06/01/2030 10:00:00']);
      assert.deepEqual(await starts({ startDateStart: '06/02/2030' }, host), ['06/01/2034 10:00:00']);
      assert.deepEqual(await starts({ startDateStart: '06/02/2026', startDateEnd: '05/31/2030' }, host), []);
      assert.deepEqual(await starts({ startDateStart: '06/02/2030', startDateEnd: '05/31/2034' }, host), []);
    });

    test('is found where it was moved to, and nowhere else', async () => {
      const { host, key } = await hostOf('<repeatType>WEEKLY</repeatType>');
      const week = { startDateStart: '03/05/2040', startDateEnd: '03/11/2040 23:59:59' };
      assert.deepEqual(await starts(week, host), ['03/05/2040 10:00:00']);
      await setMeeting(site(), key, { startDate: '06/03/2026 15:00:00' }, host);
      assert.deepEqual(await starts(week, host), ['03/07/2040 15:00:00']);
      assert.deepEqual(await starts({ startDateStart: '06/01/2026' }, host), ['06/03/2026 15:00:00']);
    });

    test('is found by administrators too, and in no list of another site', async () => {
      const { key } = await hostOf(daily, 'Of administrators');
      const scope = dateScope({ startDateStart: '03/01/2041', startDateEnd: '03/02/2041' });
      const named = `${scope}<confName>Of administrators</confName>`;
      const answer = await site().ok('ep.LstsummarySession', named, ADMIN);
      assert.deepEqual(answer.texts('session/sessionKey'), [key]);
      await site().refused('000015', 'ep.LstsummarySession', named, { ...ADMIN, siteName: 'acme-basic' });
    });
  });

  test('one with many starts counts once, by the first within the scope', async () => {
    const { host } = await hostOf(daily);
    const scope = { startDateStart: '06/10/2026 10:00:01', startDateEnd: '07/31/2026' };
    const answer = await site().ok('ep.LstsummarySession', dateScope(scope), host);
    assert.equal(answer.value('matchingRecords/total'), '1');
    assert.deepEqual(answer.texts('session/startTime'), ['06/11/2026 10:00:00']);
  });

  test('one that ends is not found behind its end', async () => {
    const { host } = await hostOf(`${daily}<afterMeetingNumber>900</afterMeetingNumber>`);
    const last = new Date(Date.UTC(2026, 5, 1) + 899 * 86_400_000);
    const date = `${String(last.getUTCMonth() + 1).padStart(2, '0')}/${String(last.getUTCDate()).padStart(2, '0')}/${last.getUTCFullYear()}`;
    assert.deepEqual(await starts({ startDateStart: date }, host), [`${date} 10:00:00`]);
    assert.deepEqual(await starts({ startDateStart: `${date} 10:00:01` }, host), []);
  });

  test('single meetings and series stand in one order', async () => {
    const host = await site().person();
    const at = (confName: string, startDate: string, repeat = '') =>
      scheduled(site(), { confName, startDate, repeat, timeZoneID: 20 }, host);
    await at('second', '06/09/2026 09:00:00');
    await at('first', '06/01/2026 10:00:00', '<repeatType>WEEKLY</repeatType>');
    await at('third', '06/02/2026 10:00:00', '<repeatType>WEEKLY</repeatType>');
    const names = async (order: string) =>
      (
        await site().ok('ep.LstsummarySession', dateScope({ startDateStart: '06/08/2026' }) + order, host)
      ).texts('session/confName');
    const by = (word: string, direction: string) =>
      `<order><orderBy>${word}</orderBy><orderAD>${direction}</orderAD></order>`;
    assert.deepEqual(await names(''), ['first', 'second', 'third']);
    assert.deepEqual(await names(by('STARTTIME', 'DESC')), ['third', 'second', 'first']);
    assert.deepEqual(await names(by('CONFNAME', 'DESC')), ['third', 'second', 'first']);
    assert.deepEqual(await names(`<recurrence>true</recurrence>`), ['first', 'third']);
    assert.deepEqual(await names(`<recurrence>false</recurrence>`), ['second']);
  });

  test('years later, they are still found', async () => {
    const { host } = await hostOf(daily);
    for (const year of [2028, 2029, 2033]) {
      clock.advance({ milliseconds: Date.UTC(year, 7, 1) - clock.now() });
      assert.deepEqual(
        await starts({ startDateStart: `08/01/${year}`, startDateEnd: `08/02/${year}` }, host),
        [`08/01/${year} 10:00:00`],
      );
    }
  });
});
