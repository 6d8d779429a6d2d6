import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { LEASE } from '../../src/live/live.ts';
import { RuleBroken } from '../../src/refusal.ts';
import type { Session } from '../../src/sessions/session.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, stranger } from './meeting-house.ts';

/** Who is in which breakout room. */

forEachDatabase('breakout rooms', (open) => {
  let house: House;
  before(async () => {
    house = await meetingHouse(await open());
  });

  /** A session with its host and guests. */
  async function meeting(...guests: readonly string[]) {
    const { host, session } = await house.meeting();
    const holly = await house.enter(session, hostOf(host));
    for (const name of guests) await house.enter(session, stranger(name));
    return { session, key: session.sessionKey, holly };
  }

  async function seats({ sessionKey }: Session): Promise<string> {
    const state = await house.live.state(house.site, sessionKey);
    return (state?.people ?? []).map(({ name, breakout }) => `${name} ${breakout}`).join(', ');
  }

  async function idOf({ sessionKey }: Session, wanted: string): Promise<string> {
    const state = await house.live.state(house.site, sessionKey);
    const found = state?.people.find(({ name }) => name === wanted);
    assert.ok(found);
    return found.publicId;
  }

  test('those who attend are spread evenly, hosts are not, and a newcomer goes to the emptiest', async () => {
    const { live, site } = house;
    const { session, key } = await meeting('Ann', 'Bo', 'Cy', 'Di', 'Ed');
    assert.equal(await live.breakouts.open(site, key, { rooms: 3, size: 9 }), true);
    assert.equal(await seats(session), 'Holly Host 0, Ann 1, Bo 2, Cy 3, Di 1, Ed 2');
    assert.equal((await live.state(site, key))?.breakouts, 3);
    await house.enter(session, stranger('Flo'));
    await house.enter(session, stranger('Gil'));
    assert.equal(await seats(session), 'Holly Host 0, Ann 1, Bo 2, Cy 3, Di 1, Ed 2, Flo 3, Gil 1');
    // Ones that are open stay as they are.
    await live.breakouts.open(site, key, { rooms: 1, size: 1 });
    assert.equal((await live.state(site, key))?.breakouts, 3);
  });

  test('nobody is put where there is no place, whether they are there or come', async () => {
    const { live, site } = house;
    const { session, key } = await meeting('Ann', 'Bo', 'Cy');
    const phone = await house.enter(session, { ...stranger('+15550100'), via: 'PHONE' });
    await live.breakouts.open(site, key, { rooms: 2, size: 1 });
    await house.enter(session, stranger('Di'));
    assert.equal(await seats(session), 'Holly Host 0, Ann 1, Bo 2, Cy 0, +15550100 0, Di 0');
    await live.leave(site, phone.token);
  });

  test('somebody is put, comes back as they were, and everybody is back when it closes', async () => {
    const { live, site } = house;
    const { session, key, holly } = await meeting('Ann', 'Bo');
    await live.breakouts.open(site, key, { rooms: 2, size: 0 });
    await house.enter(session, stranger('Cy'));
    assert.equal(await seats(session), 'Holly Host 0, Ann 0, Bo 0, Cy 0');
    const put = async (name: string, breakout: number) =>
      live.breakouts.put(site, key, await idOf(session, name), { breakout });
    assert.equal(await put('Ann', 2), true);
    assert.equal(await live.breakouts.put(site, key, holly.stay.publicId, { breakout: 2 }), true);
    assert.equal(await live.breakouts.put(site, key, 'nobody', { breakout: 1 }), false);
    for (const none of [3, -1, 0.5, Number.NaN]) await assert.rejects(put('Bo', none), RuleBroken);
    assert.equal(await seats(session), 'Holly Host 2, Ann 2, Bo 0, Cy 0');
    const ann = await idOf(session, 'Ann');
    const { run } = (await live.state(site, key)) ?? {};
    assert.ok(run);
    assert.equal(await live.isIn({ id: run, breakout: 2 }, ann), true);
    assert.equal(await live.isIn({ id: run }, ann), false);
    assert.equal(await live.breakouts.close(site, key), true);
    assert.equal(await seats(session), 'Holly Host 0, Ann 0, Bo 0, Cy 0');
    await assert.rejects(put('Bo', 1), RuleBroken);
  });

  test('whoever was lost is back in their room, and in the main room when it has closed meanwhile', async () => {
    const { live, site, clock } = house;
    const { session, key, holly } = await meeting();
    const ann = await house.enter(session, stranger('Ann'));
    const page = await live.presence.beginPage(site, ann.token);
    await live.breakouts.open(site, key, { rooms: 2, size: 5 });
    const isLost = async () => {
      clock.advance({ milliseconds: LEASE - 1 });
      await live.renew(site, holly.token);
      clock.advance({ milliseconds: 1 });
      await live.sweep();
      assert.equal(await seats(session), 'Holly Host 0');
    };
    await isLost();
    assert.ok((await live.presence.beginStream(site, ann.token, page))?.wasLost);
    assert.equal(await seats(session), 'Holly Host 0, Ann 1');
    await isLost();
    await live.breakouts.close(site, key);
    assert.ok((await live.presence.beginStream(site, ann.token, page))?.wasLost);
    assert.equal(await seats(session), 'Holly Host 0, Ann 0');
  });

  test('nothing is opened where nothing runs', async () => {
    const { session } = await house.meeting();
    assert.equal(
      await house.live.breakouts.open(house.site, session.sessionKey, { rooms: 2, size: 1 }),
      false,
    );
    assert.equal(await house.live.breakouts.close(house.site, session.sessionKey), false);
  });
});
