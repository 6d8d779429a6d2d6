import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import { openHistory } from '../../src/history/history.ts';
import { type EndedAttendance, type EndedUsage, openHistoryList } from '../../src/history/history-list.ts';
import {
  ATTENDANCE_ORDERS,
  type AttendanceOrder,
  type HistoryOrder,
  USAGE_ORDERS,
  type UsageOrder,
} from '../../src/history/history-order.ts';
import type { HistorySearch, Span } from '../../src/history/history-search.ts';
import type { Site } from '../../src/sites/site.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forProtocol } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** Lists against what a plain filter and a plain sort of everything give, for some hundred searches that are drawn. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGIN = Date.UTC(2026, 0, 1);
const SERVICES = ['MeetingCenter', 'EventCenter'] as const;
const NAMES = ['Alpha', 'alphabet', 'Beta', 'ΟΔΟΣ', 'οδος 2', 'Gamma'];
const PEOPLE = ['Ada', 'ben', 'Carl', 'dora'];
const ACCOUNTS = [undefined, 'Initech', 'Globex'];

forProtocol('a list of the history', (open) => {
  const draw = drawn(7);
  let database: Database;
  let site: Site;
  let other: Site;
  const usages: EndedUsage[] = [];
  const stays: EndedAttendance[] = [];

  before(async () => {
    database = await open();
    const sites = openSites(database, new TestClock());
    site = await sites.create({ siteName: 'listed', siteID: 8_600_011, type: 3 });
    other = await sites.create({ siteName: 'other', siteID: 8_600_012, type: 3 });
    const history = openHistory(database);
    let stayID = 0;
    for (let id = 1; id <= 150; id++) {
      const startedAt = BEGIN + draw(12 * 24) * HOUR + draw(60) * 60_000;
      const endedAt = startedAt + draw(draw(10) === 0 ? 100 : 3) * HOUR + draw(60) * 60_000;
      const name = pick(NAMES);
      const address = {
        city: pick(['Rome', 'oslo', 'Bern']),
        state: pick(['X', 'y']),
        country: pick(['IT', 'no']),
      };
      await database.write(async (tx) => {
        await history.begin(tx, {
          id,
          site: draw(10) === 0 ? other.id : site.id,
          sessionKey: 100_000_000 + draw(40),
          confID: 200_000_000 + draw(40),
          confName: name,
          service: pick(SERVICES),
          sessionType: 3,
          isAudioOnly: draw(5) === 0,
          hasVoices: false,
          host: {
            id: 1 + draw(3),
            userId: 5,
            webExId: 'host',
            firstName: pick(PEOPLE),
            lastName: 'H',
            email: 'h@x.com',
          },
          timeZoneID: 4,
          startAt: startedAt,
          duration: 60,
          startedAt,
          details: {
            tracking: {},
            isPersonalRoom: false,
            account: pick(ACCOUNTS),
            assistService: { assistRequest: pick(['a', 'b']), assistConfirm: pick(['c', 'd']) },
          },
        });
        for (let n = draw(4); n > 0; n--) {
          stayID += 1;
          const joinedAt = startedAt + draw(10) * 60_000;
          await history.join(tx, {
            id: stayID,
            usage: id,
            via: 'WEB',
            name: pick(PEOPLE),
            email: 'p@x.com',
            account: null,
            attendee: null,
            isHost: false,
            joinedAt: Math.min(joinedAt, endedAt),
            details: { company: pick(['Acme', 'zeta', 'Mid']), address, invited: false, registered: false },
          });
        }
        // A few still run.
        if (draw(12) === 0) return;
        const expected = { invited: draw(4), registered: draw(4) };
        await history.end(tx, id, { at: endedAt, reason: 'ENDED', peak: 1, expected });
      });
    }
    const keys = [...Array(40).keys()].map((at) => 100_000_000 + at);
    for (const owner of [site, other]) {
      for (const key of keys) {
        for (const usage of await history.usagesOf(owner, key)) {
          if (usage.endedAt === null) continue;
          const ended = { ...usage, endedAt: usage.endedAt };
          usages.push(ended);
          for (const stay of await history.attendancesOf(usage)) {
            stays.push({ ...stay, leftAt: stay.leftAt ?? 0, session: ended });
          }
        }
      }
    }
    assert.ok(usages.length > 120 && stays.length > 150);
  });

  function pick<T>(from: readonly T[]): T {
    return from[draw(from.length)] as T;
  }

  function span(): Span | undefined {
    const from = BEGIN + draw(14 * 24) * HOUR;
    const whole = Math.floor(from / DAY) * DAY;
    return pick<Span | undefined>([
      undefined,
      undefined,
      { from, to: from + draw(5 * 24) * HOUR },
      { from: whole, to: whole + DAY - 1 },
      { from: whole, to: whole + 3 * DAY - 1 },
      { from: from + 1, to: from + HOUR },
      { from },
      { to: from },
      { from, to: from - HOUR },
    ]);
  }

  function search(): HistorySearch {
    const rarely = <T>(value: T) => (draw(5) === 0 ? value : undefined);
    return {
      service: pick(SERVICES),
      host: rarely(1 + draw(3)),
      withAudioOnly: draw(2) === 0,
      since: rarely(BEGIN + draw(10) * DAY + draw(3)),
      method: pick(['AND', 'OR'] as const),
      criteria: {
        started: span(),
        ended: span(),
        sessionKey: rarely(100_000_000 + draw(40)),
        confID: rarely(200_000_000 + draw(40)),
        confName: rarely(pick(['alpha', 'Οδος', 'b', 'nothing'])),
        account: rarely('INITECH'),
      },
    };
  }

  function orderOf<W extends string>(words: readonly W[]): HistoryOrder<W>[] {
    return Array.from({ length: draw(4) }, () => ({ by: pick(words), descending: draw(2) === 0 }));
  }

  for (const [how, few] of [
    ['sorted as they are found', undefined],
    ['read in their order', 0],
  ] as const) {
    test(`tells of sessions, ${how}`, async () => {
      const list = openHistoryList(database, few);
      let hits = 0;
      for (let round = 0; round < 250; round++) {
        const [wanted, order] = [search(), orderOf(USAGE_ORDERS)];
        const all = usages
          .filter((usage) => fits(usage, wanted, site))
          .sort(by(order, USAGE_VALUES, ({ startedAt }) => startedAt));
        const [startFrom, maximumNum] = [1 + draw(20), 1 + draw(30)];
        const found = await list.sessions(site, wanted, { startFrom, maximumNum, order });
        const said = JSON.stringify({ round, wanted, order, startFrom, maximumNum });
        assert.equal(found.total, all.length, said);
        hits += found.rows.length > 0 ? 1 : 0;
        assert.deepEqual(
          found.rows.map(({ id }) => id),
          all.slice(startFrom - 1, startFrom - 1 + maximumNum).map(({ id }) => id),
          said,
        );
      }
      assert.ok(hits > 60, `only ${hits} found something`);
    });

    test(`tells of people, ${how}`, async () => {
      const list = openHistoryList(database, few);
      let hits = 0;
      for (let round = 0; round < 250; round++) {
        const [wanted, order] = [search(), orderOf(ATTENDANCE_ORDERS)];
        const all = stays
          .filter(({ session }) => fits(session, wanted, site))
          .sort(by(order, ATTENDANCE_VALUES, ({ joinedAt }) => joinedAt));
        const [startFrom, maximumNum] = [1 + draw(20), 1 + draw(30)];
        const found = await list.attendances(site, wanted, { startFrom, maximumNum, order });
        const said = JSON.stringify({ round, wanted, order, startFrom, maximumNum });
        assert.equal(found.total, all.length, said);
        hits += found.rows.length > 0 ? 1 : 0;
        assert.deepEqual(
          found.rows.map(({ id }) => id),
          all.slice(startFrom - 1, startFrom - 1 + maximumNum).map(({ id }) => id),
          said,
        );
      }
      assert.ok(hits > 60, `only ${hits} found something`);
    });
  }
});

function fits(usage: EndedUsage, { criteria, ...search }: HistorySearch, site: Site): boolean {
  if (usage.site !== site.id || usage.service !== search.service) return false;
  if (search.host !== undefined && usage.host.id !== search.host) return false;
  if (!search.withAudioOnly && usage.isAudioOnly) return false;
  if (search.since !== undefined && usage.endedAt < search.since) return false;
  const { started, ended, sessionKey, confID, confName, account } = criteria;
  const within = (at: number, of: Span) => at >= (of.from ?? at) && at <= (of.to ?? at);
  const key = (name: string) => name.toLowerCase().replaceAll('ς', 'σ');
  const answers = [
    started && within(usage.startedAt, started),
    ended && within(usage.endedAt, ended),
    sessionKey === undefined ? undefined : usage.sessionKey === sessionKey,
    confID === undefined ? undefined : usage.confID === confID,
    confName === undefined ? undefined : key(usage.confName).startsWith(key(confName)),
    account === undefined ? undefined : lower(usage.details.account) === lower(account),
  ].filter((answer) => answer !== undefined);
  if (answers.length === 0) return true;
  return search.method === 'AND' ? answers.every((one) => one) : answers.some((one) => one);
}

type Value = string | number;

const lower = (text = '') => text.toLowerCase();

const USAGE_VALUES: Readonly<Record<UsageOrder, (usage: EndedUsage) => Value>> = {
  STARTTIME: ({ startedAt }) => startedAt,
  SESSIONSTARTTIME: ({ startedAt }) => startedAt,
  CONFNAME: ({ confName }) => lower(confName).replaceAll('ς', 'σ'),
  CONFID: ({ confID }) => confID,
  HOSTNAME: ({ host }) => lower(host.name),
  TOTALATTENDEE: ({ attendees }) => attendees,
  TOTALINVITED: ({ invited }) => invited,
  TOTALREGISTERED: ({ registered }) => registered,
  ASSISTREQUEST: ({ details }) => details.assistService?.assistRequest ?? '',
  ASSISTCONFIRM: ({ details }) => details.assistService?.assistConfirm ?? '',
};

const ATTENDANCE_VALUES: Readonly<Record<AttendanceOrder, (stay: EndedAttendance) => Value>> = {
  STARTTIME: ({ joinedAt }) => joinedAt,
  NAME: ({ name }) => lower(name),
  ATTENDEENAME: ({ name }) => lower(name),
  COMPANY: ({ details }) => lower(details.company),
  COUNTRY: ({ details }) => lower(details.address?.country),
  STATE: ({ details }) => lower(details.address?.state),
  CITY: ({ details }) => lower(details.address?.city),
  SESSIONKEY: ({ session }) => session.sessionKey,
  CONFID: ({ session }) => session.confID,
  CONFNAME: ({ session }) => lower(session.confName).replaceAll('ς', 'σ'),
};

function by<T extends { readonly id: number }, W extends string>(
  order: readonly HistoryOrder<W>[],
  values: Readonly<Record<W, (row: T) => Value>>,
  start: (row: T) => number,
): (one: T, other: T) => number {
  const compare = (a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0);
  const isByStart = order.every(({ by: word }) => word.endsWith('STARTTIME'));
  const down = isByStart && order[0]?.descending ? -1 : 1;
  return (one, other) => {
    for (const { by: word, descending } of isByStart ? [] : order) {
      const difference = compare(values[word](one), values[word](other));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return down * (start(one) - start(other) || one.id - other.id);
  };
}

/** The same numbers in every run. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
