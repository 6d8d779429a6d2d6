import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Live } from '../../src/live/live.ts';
import type { Session } from '../../src/sessions/session.ts';
import { forProtocol } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, names, stranger } from './meeting-house.ts';

/** Watching a session: every change is heard of, whichever process made it. */

forProtocol('whoever watches', (_open, databases) => {
  let house: House;
  let other: Live;
  before(async () => {
    const url = await databases.fresh();
    house = await meetingHouse(await databases.open(url));
    other = house.process(await databases.open(url)).live;
  });

  /** Resolves when the watched session is as it should be; it is looked at only when the watch says so. */
  async function until(session: Session, is: (people: string[] | undefined) => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = house.live.watch(house.site, session.sessionKey, () => {
      void house.live.state(house.site, session.sessionKey).then((state) => {
        if (is(names(state?.people))) resolve();
      });
    });
    await promise;
    end();
  }

  for (const where of ['this process', 'another process'] as const) {
    test(`hears what ${where} does`, async () => {
      const by = where === 'this process' ? house.live : other;
      const { host, session } = await house.meeting();
      const begun = until(session, (people) => people?.join() === 'Holly Host');
      const { token } = await house.enter(session, hostOf(host), by);
      await begun;
      const joined = until(session, (people) => people?.join() === 'Holly Host,Ada');
      await house.enter(session, stranger('Ada'), by);
      await joined;
      const left = until(session, (people) => people?.join() === 'Ada');
      await by.leave(house.site, token);
      await left;
      const ended = until(session, (people) => people === undefined);
      await by.end(house.site, session.sessionKey);
      await ended;
    });
  }

  test('is called once at the beginning, and no more after the end of the watch', async () => {
    const { host, session } = await house.meeting();
    let calls = 0;
    const first = Promise.withResolvers<void>();
    const end = house.live.watch(house.site, session.sessionKey, () => {
      calls += 1;
      first.resolve();
    });
    await first.promise;
    assert.equal(calls, 1);
    end();
    const begun = until(session, (people) => people !== undefined);
    await house.enter(session, hostOf(host));
    await begun;
    assert.equal(calls, 1);
  });

  test('is not called for what was undone', async () => {
    const { session } = await house.meeting();
    let calls = 0;
    const first = Promise.withResolvers<void>();
    const end = house.live.watch(house.site, session.sessionKey, () => {
      calls += 1;
      first.resolve();
    });
    await first.promise;
    await assert.rejects(house.enter(session, stranger('Ada')));
    assert.equal(calls, 1);
    end();
  });

  test('hears nothing more when the process stops', async () => {
    const stopping = house.process().live;
    const { host, session } = await house.meeting();
    let calls = 0;
    const first = Promise.withResolvers<void>();
    stopping.watch(house.site, session.sessionKey, () => {
      calls += 1;
      first.resolve();
    });
    await first.promise;
    await stopping.sweeper.stop();
    await stopping.enter(house.site, { kind: 'session', session }, hostOf(host));
    assert.equal(calls, 1);
    assert.deepEqual(house.faults, []);
  });
});
