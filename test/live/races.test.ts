import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { LEASE, type Live, SessionFull, SessionNotRunning } from '../../src/live/live.ts';
import { SessionInProgress, SessionNotFound } from '../../src/sessions/session.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, stranger } from './meeting-house.ts';

/** Things that happen at the same time, in one process and in two. */

forEachDatabase('at the same time', (_open, databases) => {
  let house: House;
  let nodes: readonly [Live, Live];
  before(async () => {
    const url = await databases.fresh();
    house = await meetingHouse(await databases.open(url));
    nodes = [house.live, house.process(await databases.open(url)).live];
  });

  for (const where of ['in one process', 'in two'] as const) {
    const one = () => nodes[0];
    const other = () => nodes[where === 'in two' ? 1 : 0];

    describe(where, () => {
      test('two hosts begin one run', async () => {
        for (let round = 0; round < 5; round++) {
          const { host, session } = await house.meeting();
          const deputy = { ...stranger('Deputy'), isHost: true };
          const place = { kind: 'session', session } as const;
          await Promise.all([
            one().enter(house.site, place, hostOf(host)),
            other().enter(house.site, place, deputy),
          ]);
          const usage = await house.usage(session);
          assert.equal(usage.attendances.length, 2);
          assert.equal((await one().running(house.site, session.sessionKey))?.participants, 2);
        }
      });

      test('one account that comes twice is there once', async () => {
        const { host, session } = await house.meeting();
        const place = { kind: 'session', session } as const;
        const [a, b] = await Promise.all([
          one().enter(house.site, place, hostOf(host)),
          other().enter(house.site, place, hostOf(host)),
        ]);
        assert.equal(a.stay.publicId, b.stay.publicId);
        const stays = [await one().stay(house.site, a.token), await one().stay(house.site, b.token)];
        assert.equal(stays.filter((stay) => stay).length, 1);
        assert.equal((await house.usage(session)).attendances.length, 1);
      });

      test('no more come in than there is room for', async () => {
        const { host, session } = await house.meeting({ document: { maxUserNumber: 3 } });
        const place = { kind: 'session', session } as const;
        await one().enter(house.site, place, hostOf(host));
        const comers = Array.from({ length: 8 }, (_, at) =>
          (at % 2 ? one() : other()).enter(house.site, place, stranger(`Guest${at}`)),
        );
        const results = await Promise.allSettled(comers);
        assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 2);
        for (const result of results) {
          if (result.status === 'rejected') assert.ok(result.reason instanceof SessionFull, result.reason);
        }
        const usage = await house.usage(session);
        assert.equal(usage.attendances.length, 3);
        await one().end(house.site, session.sessionKey);
        assert.equal((await house.usage(session)).peak, 3);
      });

      test('whoever comes while the host ends it is in no session, or was in it', async () => {
        for (let round = 0; round < 5; round++) {
          const { host, session } = await house.meeting();
          const place = { kind: 'session', session } as const;
          await one().enter(house.site, place, hostOf(host));
          const [came, ended] = await Promise.allSettled([
            other().enter(house.site, place, stranger('Ada')),
            one().end(house.site, session.sessionKey),
          ]);
          assert.deepEqual(ended, { status: 'fulfilled', value: true });
          const usage = await house.usage(session);
          assert.ok(usage.endedAt);
          if (came.status === 'fulfilled') {
            assert.equal((await one().stay(house.site, came.value.token))?.state, 'ENDED');
            assert.deepEqual(
              usage.attendances.map(({ endReason }) => endReason),
              ['ENDED', 'ENDED'],
            );
          } else {
            assert.ok(came.reason instanceof SessionNotRunning, came.reason);
            assert.equal(usage.attendances.length, 1);
          }
          assert.equal((await house.now(session))?.inProgress, false);
        }
      });

      test('the last two leave, and it ends once', async () => {
        for (let round = 0; round < 5; round++) {
          const { host, session } = await house.meeting();
          const place = { kind: 'session', session } as const;
          const a = await one().enter(house.site, place, hostOf(host));
          const b = await one().enter(house.site, place, stranger('Ada'));
          await Promise.all([one().leave(house.site, a.token), other().leave(house.site, b.token)]);
          assert.equal((await house.now(session))?.inProgress, false);
          const usage = await house.usage(session);
          assert.deepEqual([usage.endReason, usage.participants], ['LEFT', 2]);
        }
      });

      test('a lease that is renewed while others sweep is kept whole or lost whole', async () => {
        for (let round = 0; round < 8; round++) {
          const { host, session } = await house.meeting();
          const { token } = await one().enter(house.site, { kind: 'session', session }, hostOf(host));
          house.clock.advance({ milliseconds: LEASE });
          const [renewed] = await Promise.all([one().renew(house.site, token), other().sweep()]);
          const running = await one().running(house.site, session.sessionKey);
          const usage = await house.usage(session);
          assert.equal((await one().stay(house.site, token))?.state, renewed?.state);
          assert.equal(running !== undefined, renewed?.state === 'IN');
          assert.equal(usage.endedAt === null, renewed?.state === 'IN');
          assert.equal(usage.attendances[0]?.leftAt === null, renewed?.state === 'IN');
        }
      });

      test('a session is begun or deleted, never both', async () => {
        for (let round = 0; round < 5; round++) {
          const { host, session } = await house.meeting();
          const [came, removed] = await Promise.allSettled([
            other().enter(house.site, { kind: 'session', session }, hostOf(host)),
            house.sessions.remove(house.site, session.sessionKey, (current) => {
              if (current.inProgress) throw new SessionInProgress(session.sessionKey);
            }),
          ]);
          if (came.status === 'fulfilled') {
            assert.equal(removed.status, 'rejected');
            assert.equal((await house.now(session))?.inProgress, true);
          } else {
            assert.ok(came.reason instanceof SessionNotFound, came.reason);
            assert.equal(removed.status, 'fulfilled');
            assert.equal(await one().running(house.site, session.sessionKey), undefined);
            assert.deepEqual(await house.history.usagesOf(house.site, session.sessionKey), []);
          }
        }
      });
    });
  }
});
