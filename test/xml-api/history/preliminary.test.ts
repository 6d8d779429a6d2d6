import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { formatSiteTime, GMT } from '../../../src/time/site-time.ts';
import { held } from '../../history/held.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';

/** What is told of events as soon as they have ended. */

const LISTS = ['history.LstEventSessionPreliminaryHistory', 'history.LstEventAttendeePreliminaryHistory'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

forProtocol('the preliminary history of events', (open) => {
  const site = sharedSite(open);
  let key = 0;
  before(async () => {
    const ada = { who: { name: 'Ada', email: 'ada@example.com' }, from: 5, to: 20 };
    ({ sessionKey: key } = await held(site(), { service: 'event', confName: 'Launch', people: [ada] }));
  });

  const started = (from: number, to: number) =>
    `<startTimeScope><sessionStartTimeStart>${formatSiteTime(from, GMT)}</sessionStartTimeStart>` +
    `<sessionStartTimeEnd>${formatSiteTime(to, GMT)}</sessionStartTimeEnd></startTimeScope>`;

  test('wants something that narrows it', async () => {
    for (const list of LISTS) {
      const answer = await site().refused(
        '000047',
        list,
        '<listControl><maximumNum>5</maximumNum></listControl>',
        HOST,
      );
      assert.equal(
        answer.reason,
        'At least one filter by confID, confName, sessionKey, and startTimeScope must be provided',
      );
      await site().refused('000047', list, '<startTimeScope/><confName/><sessionKey/>', HOST);
    }
  });

  test('does not reach further back than 14 days', async () => {
    const now = site().clock.now();
    for (const list of LISTS) {
      const answer = await site().refused('000018', list, started(now - 14 * DAY - 1000, now), HOST);
      assert.equal(answer.reason, 'Date range cannot be over 14 days');
      const end =
        '<startTimeScope><sessionStartTimeEnd>05/05/2026 00:00:00</sessionStartTimeEnd></startTimeScope>';
      await site().refused('000018', list, end, HOST);
      await site().ok(list, started(now - 14 * DAY, now), HOST);
    }
  });

  test('tells of the event, and of who was there', async () => {
    const [session = '', attendee = ''] = LISTS;
    const of = `<sessionKey>${key}</sessionKey>`;
    const event = await site().ok(session, of, HOST);
    assert.equal(event.value('eventSessionPreliminaryHistory/confName'), 'Launch');
    assert.equal(event.value('eventSessionPreliminaryHistory/totalParticipants'), '2');
    const people = await site().ok(attendee, of, HOST);
    assert.deepEqual(people.texts('eventAttendeePreliminaryHistory/attendeeName'), ['Holly Host', 'Ada']);
    assert.deepEqual(people.texts('eventAttendeePreliminaryHistory/duration'), ['60', '15']);
  });

  test('is of one`s own events, and of those of a host whom an administrator names', async () => {
    const other = await site().person();
    for (const list of LISTS) {
      await site().refused('000015', list, `<sessionKey>${key}</sessionKey>`, ADMIN);
      await site().ok(list, `<sessionKey>${key}</sessionKey><hostWebExID>hostid</hostWebExID>`, ADMIN);
      await site().refused(
        '000015',
        list,
        `<sessionKey>${key}</sessionKey><hostWebExID>hostid</hostWebExID>`,
        other,
      );
    }
  });
});
