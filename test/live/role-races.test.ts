import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Live, NotInRoom, RemovedFromSession, type Stay } from '../../src/live/live.ts';
import { leadsRoom, runsRoom } from '../../src/policies/room.ts';
import { AccessDenied } from '../../src/refusal.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, stranger } from './meeting-house.ts';

/** Hosts of one room who act at the same time, in one process and in two. */

forEachDatabase('hosts at the same time', (_open, databases) => {
  let house: House;
  let nodes: readonly [Live, Live];
  before(async () => {
    const url = await databases.fresh();
    house = await meetingHouse(await databases.open(url));
    nodes = [house.live, house.process(await databases.open(url)).live];
  });

  const fits = ({ sends }: Stay) => sends;
  const only = (may: (stay: Stay) => boolean) => (doer: Stay) => {
    if (!may(doer)) throw new AccessDenied('not theirs');
  };
  const outcomes = (results: readonly PromiseSettledResult<unknown>[]) =>
    results.map((result) => {
      if (result.status === 'fulfilled') return 'done';
      const refused = result.reason instanceof AccessDenied || result.reason instanceof NotInRoom;
      assert.ok(refused, result.reason);
      return 'refused';
    });

  for (const where of ['in one process', 'in two'] as const) {
    const one = () => nodes[0];
    const other = () => nodes[where === 'in two' ? 1 : 0];

    async function room() {
      const { host, session } = await house.meeting();
      const [holly, ann, bo] = [
        await house.enter(session, hostOf(host)),
        await house.enter(session, stranger('Ann')),
        await house.enter(session, stranger('Bo')),
      ];
      return { host, session, key: session.sessionKey, holly, ann, bo };
    }

    async function hostsOf(key: number): Promise<string[]> {
      const people = (await one().state(house.site, key))?.people ?? [];
      return people.filter(({ role }) => role === 'HOST').map(({ name }) => name);
    }

    describe(where, () => {
      test('a part that two people give away is had by one', async () => {
        for (let round = 0; round < 4; round++) {
          const { key, holly, ann, bo } = await room();
          await one().handOver(house.site, key, ann.stay.publicId, { fits });
          const judge = only(leadsRoom);
          const results = await Promise.allSettled([
            one().handOver(house.site, key, bo.stay.publicId, { fits, by: { token: ann.token, judge } }),
            other().handOver(house.site, key, holly.stay.publicId, {
              fits,
              by: { token: holly.token, judge },
            }),
          ]);
          // Whose session it is may always, also after it was given to the third.
          assert.equal(outcomes(results)[1], 'done');
          assert.deepEqual(await hostsOf(key), ['Holly Host']);
        }
      });

      test('a co-host who is unmade does nothing any more', async () => {
        for (let round = 0; round < 4; round++) {
          const { key, ann, bo } = await room();
          await one().appoint(house.site, key, ann.stay.publicId, { role: 'COHOST', fits });
          const by = { token: ann.token, judge: only(runsRoom) };
          const [, expelled] = await Promise.allSettled([
            one().appoint(house.site, key, ann.stay.publicId, { role: 'ATTENDEE', fits }),
            other().expel(house.site, key, bo.stay.publicId, by),
          ]);
          const names = (await one().state(house.site, key))?.people.map(({ name }) => name);
          assert.equal(names?.includes('Bo'), expelled.status === 'rejected');
          // Afterwards in any case.
          await assert.rejects(other().lock(house.site, key, true, by), AccessDenied);
        }
      });

      test('whoever is put out while they come again is out', async () => {
        for (let round = 0; round < 4; round++) {
          const { session, key } = await room();
          const member = await house.host(`member${where.length}${round}`);
          const newcomer = { ...hostOf(member), name: 'Member', isHost: false };
          const { stay } = await house.enter(session, newcomer);
          const [again] = await Promise.allSettled([
            other().enter(house.site, { kind: 'session', session }, newcomer),
            one().expel(house.site, key, stay.publicId),
          ]);
          if (again.status === 'rejected')
            assert.ok(again.reason instanceof RemovedFromSession, again.reason);
          const names = (await one().state(house.site, key))?.people.map(({ name }) => name);
          assert.equal(names?.includes('Member'), false);
          await assert.rejects(house.enter(session, newcomer), RemovedFromSession);
        }
      });

      test('two co-hosts put each other out, and at most one is', async () => {
        const { key, ann, bo } = await room();
        for (const { stay } of [ann, bo]) {
          await one().appoint(house.site, key, stay.publicId, { role: 'COHOST', fits });
        }
        const judge = only(runsRoom);
        const results = await Promise.allSettled([
          one().expel(house.site, key, bo.stay.publicId, { token: ann.token, judge }),
          other().expel(house.site, key, ann.stay.publicId, { token: bo.token, judge }),
        ]);
        assert.deepEqual(outcomes(results).toSorted(), ['done', 'refused']);
        assert.equal((await one().state(house.site, key))?.people.length, 2);
      });
    });
  }
});
