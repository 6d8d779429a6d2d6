import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parseSiteTime, toInstant } from '../../../src/time/site-time.ts';
import { zoneOf } from '../../../src/time/time-zones.ts';
import { held } from '../../history/held.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Answer, HOST, PASSWORD, sharedSite, textOf } from '../../support/site.ts';

/** How reporting programs of others walk through the history, written anew: what they ask, and what they need back. */

const BEGIN = Date.UTC(2026, 4, 4, 8, 0);
const ADA = { name: 'Ada', email: 'ada@example.com' };
const BEN = { name: 'Ben', email: 'ben@example.com' };

/** Row, start and end of the lists that a collector of reports asks for. */
const COLLECTED = {
  LstmeetingusageHistory: ['meetingUsageHistory', 'meetingStartTime', 'meetingEndTime'],
  LstmeetingattendeeHistory: ['meetingAttendeeHistory', 'joinTime', 'leaveTime'],
  LsteventsessionHistory: ['eventSessionHistory', 'sessionStartTime', 'sessionEndTime'],
  LsteventattendeeHistory: ['eventAttendeeHistory', 'startTime', 'endTime'],
  LsttrainingsessionHistory: ['trainingSessionHistory', 'sessionStartTime', 'sessionEndTime'],
  LsttrainingattendeeHistory: ['trainingAttendeeHistory', 'startTime', 'endTime'],
  LstsupportsessionHistory: ['supportSessionHistory', 'sessionStartTime', 'sessionEndTime'],
  LstsupportattendeeHistory: ['supportAttendeeHistory', 'startTime', 'endTime'],
} as const;

/** The only form that the collector reads, always as UTC. */
function utc(time: string | undefined): number {
  const match = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)$/.exec(time ?? '');
  assert.ok(match, `the time is written as ${time}`);
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function written(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year} ${time.slice(0, 8)}`;
}

forProtocol('the history, as it is walked through', (open) => {
  const site = sharedSite(open);
  const keys: number[] = [];

  before(async () => {
    const { clock } = site();
    clock.turnTo(BEGIN);
    for (let day = 0; day < 3; day++) {
      for (const service of ['meeting', 'event', 'training', 'support'] as const) {
        const session = await held(site(), {
          service,
          confName: `${service} ${3 - day}`,
          minutes: 4,
          people: [
            { who: ADA, from: 0, to: 1, address: '198.51.100.7' },
            { who: BEN, from: 1, to: 2 },
            { who: ADA, from: 3 },
          ],
        });
        if (service === 'event') keys.push(session.sessionKey);
      }
      clock.turnTo(BEGIN + (day + 1) * 86_400_000);
    }
  });

  /** All pages, until one has fewer rows than were asked for, or there is none. */
  async function collected(list: keyof typeof COLLECTED, asked: string, page: number) {
    const rows: { row: string; start: number; end: number }[] = [];
    for (let startFrom = 1; ; startFrom += page) {
      // Its prefix is bound nowhere.
      const control = `<listControl><serv:startFrom>${startFrom}</serv:startFrom><serv:maximumNum>${page}</serv:maximumNum><serv:listMethod>AND</serv:listMethod></listControl>`;
      const answer = await site().call(`history.${list}`, control + asked, ADMIN);
      if (answer.result === 'FAILURE') {
        assert.deepEqual([answer.exceptionID, answer.reason], ['000015', 'Sorry, no record found']);
        return rows;
      }
      const [element, start, end] = COLLECTED[list];
      for (const row of answer.all(element)) {
        const [from, to] = [utc(textOf(row, start)), utc(textOf(row, end))];
        rows.push({ row: JSON.stringify(row), start: from, end: to });
      }
      if (Number(answer.value('matchingRecords/returned')) < page) return rows;
    }
  }

  const order = (by: string) => `<order><orderBy>${by}</orderBy><orderAD>ASC</orderAD></order>`;

  for (const list of Object.keys(COLLECTED) as (keyof typeof COLLECTED)[]) {
    test(`of ${list} by its ends, window after window, is whole and in order`, async () => {
      const by = order(list === 'LstsupportsessionHistory' ? 'CONFID' : 'STARTTIME');
      const seen = new Set<string>();
      let checkpoint = BEGIN - 1000;
      for (let window = 1; window <= 3; window++) {
        const until = BEGIN + window * 86_400_000;
        const scope = `<endTimeScope><sessionEndTimeStart>${written(checkpoint)}</sessionEndTimeStart><sessionEndTimeEnd>${written(until)}\n</sessionEndTimeEnd></endTimeScope>`;
        const rows = await collected(list, by + scope, 2);
        assert.ok(rows.length > 0);
        if (by.includes('STARTTIME')) {
          const starts = rows.map(({ start }) => start);
          assert.deepEqual(starts, starts.toSorted());
        }
        for (const { row, end } of rows) {
          seen.add(row);
          checkpoint = Math.max(checkpoint, end);
        }
      }
      assert.equal(seen.size, list.includes('attendee') ? 12 : 3);
    });

    test(`of ${list} by its starts, in the order of names or of starts`, async () => {
      const scope = `<startTimeScope><sessionStartTimeStart>${written(BEGIN)}</sessionStartTimeStart><sessionStartTimeEnd>${written(BEGIN + 2 * 86_400_000 - 1000)}</sessionStartTimeEnd></startTimeScope>`;
      // The schema of support sessions knows the second by another word.
      for (const by of ['CONFNAME', 'STARTTIME']) {
        const rows = await collected(list, order(by) + scope, 500);
        assert.equal(rows.length, list.includes('attendee') ? 8 : 2);
        // Those of the second day have the smaller names.
        const starts = rows.map(({ start }) => start);
        const [first = 0, last = 0] = [starts[0], starts.at(-1)];
        if (by === 'CONFNAME') assert.ok(first > last);
        else assert.deepEqual(starts, starts.toSorted());
      }
    });
  }

  test('of meetings without any scope, for a spreadsheet of minutes', async () => {
    const control =
      '<listControl><serv:startFrom>1</serv:startFrom><serv:maximumNum>100</serv:maximumNum><serv:listMethod>OR</serv:listMethod></listControl>';
    const usage = await site().ok('history.LstmeetingusageHistory', control + order('STARTTIME'), ADMIN);
    const numbers = ['duration', 'totalParticipants', 'totalPeopleMinutes', 'totalVoipMinutes'];
    const ofPhones = [
      'totalCallInMinutes',
      'totalCallInTollfreeMinutes',
      'totalCallOutDomestic',
      'totalCallOutInternational',
    ];
    const [row] = usage.all('meetingUsageHistory');
    assert.deepEqual(
      [...numbers, ...ofPhones].map((name) => Number(textOf(row, name) ?? Number.NaN)),
      [4, 4, 7, 7, 0, 0, 0, 0],
    );
    for (const name of ['sessionKey', 'confName', 'hostWebExID']) assert.ok(textOf(row, name), name);
    const people = await site().ok('history.LstmeetingattendeeHistory', control + order('STARTTIME'), ADMIN);
    for (const one of people.all('meetingAttendeeHistory')) {
      for (const name of ['meetingKey', 'confName', 'joinTime', 'leaveTime', 'name', 'email']) {
        assert.ok(textOf(one, name), name);
      }
      for (const name of ['duration', 'voipDuration']) assert.match(textOf(one, name) ?? '', /^\d+$/, name);
      assert.notEqual(textOf(one, 'ipAddress'), undefined);
    }
  });

  test('of events in small pages at once, with who looked at them and for how long', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((startFrom) =>
        site().ok(
          'history.LsteventsessionHistory',
          `<listControl><startFrom>${startFrom}</startFrom><maximumNum>2</maximumNum></listControl>`,
          HOST,
        ),
      ),
    );
    const found = new Map<string, { start: number; end: number }>();
    for (const [at, page] of pages.entries()) {
      assert.equal(page.value('matchingRecords/startFrom'), String(at + 1));
      assert.ok(page.text.includes('<history:eventSessionHistory>'));
      for (const row of page.all('eventSessionHistory')) {
        const [start, end] = ['sessionStartTime', 'sessionEndTime'].map((name) => utc(textOf(row, name)));
        assert.equal(zoneOf(Number(textOf(row, 'timezone'))).iana, 'America/Los_Angeles');
        found.set(textOf(row, 'sessionKey') ?? '', { start: start ?? 0, end: end ?? 0 });
      }
    }
    assert.deepEqual([...found.keys()].sort(), keys.map(String).sort());
    const [key = 0] = keys;
    const people = await site().ok(
      'history.LsteventattendeeHistory',
      `<sessionKey>${key}</sessionKey>`,
      HOST,
    );
    const viewings = new Map<string, number>();
    for (const row of people.all('eventAttendeeHistory')) {
      const email = textOf(row, 'attendeeEmail') ?? '';
      viewings.set(email, (viewings.get(email) ?? 0) + Number(textOf(row, 'duration')));
      const times = ['startTime', 'endTime'].map((name) =>
        toInstant(parseSiteTime(textOf(row, name) ?? '') ?? assert.fail(name), { iana: 'UTC' }),
      );
      assert.ok(times.every((at) => at >= (found.get(String(key))?.start ?? 0)));
    }
    assert.deepEqual(Object.fromEntries(viewings), {
      'hostid@acme.com': 4,
      'ada@example.com': 2,
      'ben@example.com': 1,
    });
  });

  test('of people in events by both scopes and three orders, with empty elements around', async () => {
    const caller = {
      webExID: 'hostid',
      password: PASSWORD,
      siteID: '5941234567',
      siteName: 'acme',
      partnerID: '',
      email: '',
    };
    const scopes =
      `<startTimeScope><sessionStartTimeStart>${written(BEGIN)}</sessionStartTimeStart><sessionStartTimeEnd>${written(BEGIN + 86_400_000)}</sessionStartTimeEnd></startTimeScope>` +
      `<endTimeScope><sessionEndTimeStart>${written(BEGIN)}</sessionEndTimeStart><sessionEndTimeEnd>${written(BEGIN + 86_400_000)}</sessionEndTimeEnd></endTimeScope>`;
    const pairs = ['STARTTIME', 'ATTENDEENAME', 'SESSIONKEY'].map(
      (by) => `<orderBy>${by}</orderBy><orderAD>ASC</orderAD>`,
    );
    const { siteID: _, ...context } = caller;
    const answer = await site().ok(
      'history.LsteventattendeeHistory',
      `<listControl><startFrom>1</startFrom><maximumNum>500</maximumNum><listMethod>AND</listMethod></listControl><order>${pairs.join('')}</order>${scopes}<sessionKey/><confName/>`,
      context,
    );
    assert.deepEqual(answer.texts('eventAttendeeHistory/attendeeName'), ['Ada', 'Holly Host', 'Ben', 'Ada']);
  });

  test('reaches back as far as the site says', async () => {
    const { sites } = site().context;
    const total = async (list: string, caller = ADMIN) => {
      const answer: Answer = await site().call(`history.${list}`, '', caller);
      return Number(answer.value('matchingRecords/total') ?? 0);
    };
    assert.equal(await total('LsteventsessionHistory'), 3);
    for (const [toldDays, sessions] of [
      [3, 3],
      [2, 2],
      [1, 1],
      [0, 3],
    ]) {
      await sites.change('acme', { settings: { history: { toldDays } } });
      assert.equal(await total('LsteventsessionHistory'), sessions);
      assert.equal(await total('LsteventattendeeHistory', HOST), 4 * (sessions ?? 0));
    }
  });

  test('is nothing of another host or of another site, by whatever it is asked for', async () => {
    const other = await site().person();
    const [key = 0] = keys;
    const { confID } = await site().context.sessions.required(
      await site().context.sites.required('acme'),
      key,
    );
    const asked = [
      '',
      `<sessionKey>${key}</sessionKey>`,
      `<meetingKey>${key}</meetingKey>`,
      `<confID>${confID}</confID>`,
      '<confName>e</confName>',
      '<hostWebExID>hostid</hostWebExID>',
      `<listControl><listMethod>OR</listMethod></listControl><confName>m</confName><sessionKey>${key}</sessionKey><hostWebExID>hostid</hostWebExID>`,
    ];
    for (const list of Object.keys(COLLECTED)) {
      for (const content of asked) {
        await site().refused('000015', `history.${list}`, content, other);
        await site().refused('000015', `history.${list}`, content, { ...ADMIN, siteName: 'acme-basic' });
      }
    }
    for (const list of ['LsteventsessionHistory', 'LsteventattendeeHistory']) {
      for (const [name, exceptionID] of [
        ['<startTimeScope><sessionStartTimeStart>soon</sessionStartTimeStart></startTimeScope>', '000909'],
        ['<endTimeScope><sessionEndTimeEnd>13/13/2026</sessionEndTimeEnd></endTimeScope>', '000909'],
        ['<sessionKey>abc</sessionKey>', '000904'],
        ['<listControl><startFrom>-1</startFrom></listControl>', '000905'],
        ['<listControl><startFrom>1000000</startFrom></listControl>', '000015'],
      ] as const) {
        await site().refused(exceptionID, `history.${list}`, name, HOST);
      }
    }
    await site().refused('000909', 'history.LsteventsessionHistory', '<timeZoneID>99</timeZoneID>', HOST);
  });
});
