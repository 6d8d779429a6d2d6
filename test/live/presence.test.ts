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

  test('comes back into the same stay after it was given up, unless its person has left', async () => {
    const { site, live, clock } = house;
    const { session, holly, ada } = await meeting();
    const page = await live.presence.beginPage(site, ada.token);
    clock.advance({ milliseconds: LEASE - 1 });
    await live.renew(site, holly.token);
    clock.advance({ seconds: 10 });
    await live.sweep();
    assert.equal((await live.stay(site, ada.token))?.state, 'LEFT');
    const people = async () => names((await live.state(site, session.sessionKey))?.people);
    assert.deepEqual(await people(), ['Holly Host']);
    const stream = await live.presence.beginStream(site, ada.token, page);
    assert.deepEqual([stream?.wasLost, stream?.isIn, stream?.stay], [true, true, ada.stay.id]);
    assert.deepEqual(await people(), ['Holly Host', 'Ada']);
    const { attendances } = await house.usage(session);
    assert.deepEqual(
      attendances.map(({ name, leftAt, endReason }) => [name, leftAt, endReason]),
      [
        ['Holly Host', null, null],
        ['Ada', null, null],
      ],
    );
    // Their stream broke, and then they left: that is for good.
    assert.ok(stream);
    await live.presence.lost(site, ada.token, stream);
    await live.leave(site, ada.token);
    assert.equal(await live.presence.beginStream(site, ada.token, page), undefined);
    assert.deepEqual(await people(), ['Holly Host']);
  });

  test('does not come back after too long, into a full session, or after it was put out', async () => {
    const { site, live, clock } = house;
    const { host, session } = await house.meeting({ document: { maxUserNumber: 2 } });
    const holly = await house.enter(session, hostOf(host));
    const lose = async (name: string) => {
      const { token, stay } = await house.enter(session, stranger(name));
      clock.advance({ milliseconds: LEASE - 1 });
      await live.renew(site, holly.token);
      clock.advance({ seconds: 1 });
      await live.sweep();
      return { token, stay };
    };
    const ada = await lose('Ada');
    const ben = await house.enter(session, stranger('Ben'));
    assert.equal(await live.presence.beginStream(site, ada.token, 0), undefined);
    assert.equal(await live.expel(site, session.sessionKey, ben.stay.publicId), true);
    assert.equal(await live.presence.beginStream(site, ben.token, 0), undefined);
    for (let second = 0; second < 310; second += 10) {
      clock.advance({ seconds: 10 });
      await live.renew(site, holly.token);
    }
    assert.equal(await live.presence.beginStream(site, ada.token, 0), undefined);
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
