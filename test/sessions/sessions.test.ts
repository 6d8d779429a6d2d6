import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { type Random, systemRandom } from '../../src/random.ts';
import type { Session } from '../../src/sessions/session.ts';
import { countedStatements } from '../support/counted-statements.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type Kept, keptSite } from './kept.ts';

/** Draws the numbers that it is told to, in turn, and what the system draws behind them. */
function drawing(digits: Readonly<Record<number, readonly number[]>>): Random {
  const left = new Map(Object.entries(digits).map(([count, numbers]) => [Number(count), [...numbers]]));
  return {
    ...systemRandom,
    digits: (count) => left.get(count)?.shift() ?? systemRandom.digits(count),
  };
}

async function all<T>(database: Database, query: RawBuilder<T>): Promise<T[]> {
  return database.all(query.compile(database.builder));
}

forEachDatabase('the sessions of a site', (open) => {
  const remove = (kept: Kept, key: number) => kept.sessions.remove(kept.site, key, () => {});

  describe('the key of a session', () => {
    test('has nine digits, and is drawn again when somebody has it', async () => {
      const database = await open();
      const host = await (await keptSite(database)).host('anna');
      const again = await keptSite(database, drawing({ 9: [111_111_111, 111_111_111, 222_222_222] }));
      const one = await again.schedule(host);
      const two = await again.schedule(host);
      assert.equal(one.sessionKey, 111_111_111);
      assert.equal(two.sessionKey, 222_222_222);
    });

    test('is never used again, not even after the session is gone', async () => {
      const database = await open();
      const kept = await keptSite(database);
      const host = await kept.host('anna');
      const { sessionKey } = await kept.schedule(host);
      await remove(kept, sessionKey);
      const again = await keptSite(database, drawing({ 9: [sessionKey, 333_333_333] }));
      assert.equal((await again.schedule(host)).sessionKey, 333_333_333);
    });

    test('is never that of a personal room, nor a room’s that of a session', async () => {
      const database = await open();
      const kept = await keptSite(database);
      const host = await kept.host('anna');
      const room = Number(host.accessCode);
      assert.ok(room > 0);
      const again = await keptSite(database, drawing({ 9: [room, 444_444_444] }));
      assert.equal((await again.schedule(host)).sessionKey, 444_444_444);

      // A new account draws its userId and the key of its room.
      const next = await keptSite(database, drawing({ 9: [555_555_555, 444_444_444, 666_666_666] }));
      assert.equal((await next.host('bert')).accessCode, '666666666');
    });

    test('is unique on the whole installation, whatever the site', async () => {
      const database = await open();
      const kept = await keptSite(database);
      const { sessionKey } = await kept.schedule(await kept.host('anna'));
      const elsewhere = await kept.sites.create({ siteName: 'elsewhere', siteID: 8_600_002, type: 3 });
      const guest = await kept.host('anna', elsewhere);
      const again = await keptSite(database, drawing({ 9: [sessionKey, 777_777_777] }));
      assert.equal((await again.schedule(guest, {}, elsewhere)).sessionKey, 777_777_777);
      assert.equal(await kept.sessions.find(elsewhere, sessionKey), undefined);
    });
  });

  test('every other number and token of a session is its own', async () => {
    const kept = await keptSite(await open());
    const host = await kept.host('anna');
    const made: Session[] = [];
    for (let at = 0; at < 20; at++) made.push(await kept.schedule(host));
    for (const read of [
      (one: Session) => one.confID,
      (one: Session) => one.eventID,
      (one: Session) => one.hostToken,
      (one: Session) => one.attendeeToken,
    ]) {
      assert.equal(new Set(made.map((one) => read(one))).size, made.length);
    }
    const [one] = made;
    assert.ok(one);
    const { sessions, site } = kept;
    for (const whose of ['host', 'attendee'] as const) {
      const found = await sessions.findByToken(site, one[`${whose}Token`]);
      assert.deepEqual([found?.of, found?.session.sessionKey], [whose, one.sessionKey]);
    }
    assert.equal((await sessions.findByConfID(site, one.confID))?.sessionKey, one.sessionKey);
    assert.equal((await sessions.findByEventID(site, one.eventID))?.sessionKey, one.sessionKey);
    for (const wrong of ['', 'x', '0'.repeat(32), one.hostToken.slice(1), `${one.hostToken}0`]) {
      assert.equal(await sessions.findByToken(site, wrong), undefined);
    }
    // The last digits of a link cannot be guessed from another link of the session.
    const mixed = one.hostToken.slice(0, 16) + one.attendeeToken.slice(16);
    assert.equal(await sessions.findByToken(site, mixed), undefined);
  });

  describe('the kept counts', () => {
    /** Both ways of counting, without types that nothing is of. */
    const counts = async (database: Database) => {
      type Count = { service: string; session_type: number; sessions: number };
      const kept = await all(
        database,
        sql<Count>`select service, session_type, sessions from session_count where sessions <> 0
          order by service, session_type`,
      );
      const counted = await all(
        database,
        sql<Count>`select service, session_type, count(*) as sessions from session
          group by service, session_type order by service, session_type`,
      );
      return { kept, counted };
    };

    test('are what counting finds, after sessions came, went and changed their type', async () => {
      const database = await open();
      const kept = await keptSite(database);
      const host = await kept.host('anna');
      const keys: number[] = [];
      for (let at = 0; at < 12; at++) {
        const session = await kept.schedule(host, {
          sessionType: [1, 3, 9][at % 3],
          service: at % 3 === 2 ? 'EventCenter' : 'MeetingCenter',
        });
        keys.push(session.sessionKey);
      }
      for (const key of keys.slice(0, 2)) await remove(kept, key);
      for (const key of keys.slice(3, 5)) {
        await kept.sessions.change(kept.site, key, () => ({ sessionType: 16 }));
        await kept.sessions.change(kept.site, key, () => ({ confName: 'Renamed' }));
      }
      const found = await counts(database);
      assert.deepEqual(found.kept, found.counted);
      assert.deepEqual(
        found.kept.map(({ session_type, sessions }) => [session_type, sessions]),
        [
          [9, 4],
          [1, 2],
          [3, 2],
          [16, 2],
        ],
      );
    });

    test('stand when types are swapped at once, in either order', async () => {
      const database = await open();
      const kept = await keptSite(database);
      const host = await kept.host('anna');
      const made = [];
      for (let at = 0; at < 12; at++) made.push(await kept.schedule(host, { sessionType: at % 2 ? 1 : 3 }));
      for (let round = 0; round < 3; round++) {
        await Promise.all(
          made.map(({ sessionKey }) =>
            kept.sessions.change(kept.site, sessionKey, ({ sessionType }) => ({
              sessionType: sessionType === 1 ? 3 : 1,
            })),
          ),
        );
      }
      const found = await counts(database);
      assert.deepEqual(found.kept, found.counted);
      assert.deepEqual(
        found.kept.map(({ sessions }) => sessions),
        [6, 6],
      );
    });

    test('stand when everything happens at once, and when some of it comes to nothing', async () => {
      const database = await open();
      const kept = await keptSite(database);
      const host = await kept.host('anna');
      const made = await Promise.all(Array.from({ length: 10 }, () => kept.schedule(host)));
      await Promise.allSettled([
        ...made.slice(0, 5).flatMap(({ sessionKey }) => [remove(kept, sessionKey), remove(kept, sessionKey)]),
        ...made
          .slice(3, 8)
          .map(({ sessionKey }) => kept.sessions.change(kept.site, sessionKey, () => ({ sessionType: 1 }))),
        ...made.slice(8).map(({ sessionKey }) =>
          kept.sessions.change(kept.site, sessionKey, () => {
            throw new Error('refused');
          }),
        ),
        ...Array.from({ length: 5 }, () => kept.schedule(host, { sessionType: 1 })),
      ]);
      const found = await counts(database);
      assert.deepEqual(found.kept, found.counted);
      assert.equal(
        found.counted.reduce((sum, { sessions }) => sum + sessions, 0),
        10,
      );
    });
  });

  test('a deleted session leaves no row behind but its key', async () => {
    const database = await open();
    const kept = await keptSite(database);
    const host = await kept.host('anna');
    const usual = await kept.schedule(host);
    const { sessionKey } = await kept.schedule(host, {
      document: { ...usual.document, repeat: { repeatType: 'DAILY', interval: 1 } },
    });
    await kept.sessions.addAttendees(
      kept.site,
      [
        {
          sessionKey,
          attendee: {
            email: 'kim@acme.com',
            name: 'Kim',
            role: 'ATTENDEE',
            joinStatus: 'INVITE',
            details: { type: 'VISITOR', languageID: 1 },
          },
        },
      ],
      () => {},
    );
    await remove(kept, sessionKey);
    await remove(kept, usual.sessionKey);
    for (const table of ['session', 'attendee', 'session_member', 'occurrence']) {
      const [row] = await all(
        database,
        sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`,
      );
      assert.equal(row?.rows, 0, table);
    }
    const used = await all(database, sql<{ session_key: number }>`select session_key from used_key`);
    assert.ok(used.some(({ session_key }) => session_key === sessionKey));
  });

  test('a series that is renamed keeps its starts, and new ones come in few statements', async () => {
    const { database, statements } = countedStatements(await open());
    const kept = await keptSite(database);
    const host = await kept.host('anna');
    const usual = await kept.schedule(host);
    const daily = { ...usual.document, repeat: { repeatType: 'DAILY', interval: 1 } } as const;
    const onStarts = () => statements.splice(0).filter((text) => /"occurrence"/.test(text));
    onStarts();
    const { sessionKey } = await kept.schedule(host, { document: daily });
    assert.ok(onStarts().length <= 2);
    await kept.sessions.change(kept.site, sessionKey, () => ({ confName: 'Renamed' }));
    assert.deepEqual(onStarts(), []);
    await kept.sessions.change(kept.site, sessionKey, () => ({ startAt: usual.startAt + 1_800_000 }));
    assert.ok(onStarts().length <= 3);
  });

  test('a series that is changed while a list works it out has no start of before', async () => {
    const database = await open();
    const kept = await keptSite(database);
    const host = await kept.host('anna');
    const usual = await kept.schedule(host);
    const daily = { ...usual.document, repeat: { repeatType: 'DAILY', interval: 1 } } as const;
    const { sessionKey, id } = await kept.schedule(host, { document: daily });
    kept.clock.advance({ days: 1000 });
    const window = { startFrom: kept.clock.now() };
    const startAt = usual.startAt + 1_800_000;
    await Promise.all([
      kept.sessions.workOutFor(kept.site, window, undefined),
      kept.sessions.change(kept.site, sessionKey, () => ({ startAt })),
      kept.sessions.workOutFor(kept.site, window, undefined),
    ]);
    const starts = await all(
      database,
      sql<{ start_at: number }>`select start_at from occurrence where session = ${id}`,
    );
    const ofDay = (at: number) => new Date(at).getUTCMinutes();
    assert.deepEqual(new Set(starts.map(({ start_at }) => ofDay(start_at))), new Set([ofDay(startAt)]));
  });
});
