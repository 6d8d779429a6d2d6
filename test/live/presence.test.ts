import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { LEASE } from '../../src/live/live.ts';
import type { Session } from '../../src/sessions/session.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, names, stranger } from './meeting-house.ts';

/** The pages and streams of a stay: who is there, who has lost the room, and who is about to go. */

forEachDatabase('the browser of a stay', (open) => {
  let house: House;
  before(async () => {
    house = await meetingHouse(await open());
  });

  async function meeting() {
    const { host, session } = await house.meeting();
    const holly = await house.enter(session, hostOf(host));
    const ada = await house.enter(session, stranger('Ada'));
    return { session, holly, ada };
  }

  const away = async ({ sessionKey }: Session) => {
    const people = (await house.live.state(house.site, sessionKey))?.people ?? [];
    return people.filter(({ isAway }) => isAway).map(({ name }) => name);
  };

  test('is shown as away while its stream is broken, and only then', async () => {
    const { site, live } = house;
    const { session, ada } = await meeting();
    const page = await live.presence.beginPage(site, ada.token);
    const first = await live.presence.beginStream(site, ada.token, page);
    assert.ok(first);
    assert.deepEqual(await away(session), []);
    await live.presence.lost(site, ada.token, first);
    assert.deepEqual(await away(session), ['Ada']);
    const second = await live.presence.beginStream(site, ada.token, page);
    assert.deepEqual(await away(session), []);
    assert.ok(second);
    // The server notices late that the first one is broken.
    await live.presence.lost(site, ada.token, first);
    assert.deepEqual(await away(session), []);
    // A page that is loaded anew is no loss either.
    await live.presence.beginPage(site, ada.token);
    await live.presence.lost(site, ada.token, second);
    assert.deepEqual(await away(session), []);
  });

  test('is that of the later page, where there are two', async () => {
    const { site, live } = house;
    const { ada } = await meeting();
    const one = await live.presence.beginPage(site, ada.token);
    const other = await live.presence.beginPage(site, ada.token);
    assert.equal(await live.presence.beginStream(site, ada.token, one), undefined);
    assert.ok(await live.presence.beginStream(site, ada.token, other));
    assert.equal((await live.stay(site, ada.token))?.page, other);
  });

  test('that says that it goes is gone within seconds, unless another page follows', async () => {
    const { site, live, clock } = house;
    const { session, holly, ada } = await meeting();
    const page = (await live.presence.beginPage(site, ada.token)) ?? 0;
    await live.presence.going(site, ada.token, page);
    await live.presence.beginPage(site, ada.token);
    // What the page before says late counts no more.
    await live.presence.going(site, ada.token, page);
    clock.advance({ seconds: 5 });
    await live.renew(site, holly.token);
    await live.sweep();
    const people = async () => names((await live.state(site, session.sessionKey))?.people);
    assert.deepEqual(await people(), ['Holly Host', 'Ada']);
    const wentAt = clock.now();
    await live.presence.going(site, ada.token, page + 1);
    clock.advance({ seconds: 3 });
    assert.deepEqual(await people(), ['Holly Host']);
    await live.sweep();
    const [, lost] = (await house.usage(session)).attendances;
    assert.deepEqual(lost?.endReason, 'LOST');
    assert.ok(lost.leftAt !== null && lost.leftAt <= wentAt + 3_000);
  });

  test('means nothing when its stay is over', async () => {
    const { site, live, clock } = house;
    const { holly, ada } = await meeting();
    await live.leave(site, ada.token);
    assert.equal(await live.presence.beginPage(site, ada.token), undefined);
    assert.equal(await live.presence.beginStream(site, ada.token, undefined), undefined);
    await live.presence.going(site, ada.token, 0);
    assert.equal((await live.stay(site, ada.token))?.state, 'LEFT');
    clock.advance({ milliseconds: LEASE });
    assert.equal(await live.presence.beginPage(site, holly.token), undefined);
    assert.equal(await live.presence.beginPage(site, 'no token of anybody'), undefined);
  });
});
