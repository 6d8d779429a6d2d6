import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';

/** Breakout rooms in the hands of those who run the room, and of those who do not. */

const HOST = { siteName: 'acme', webExID: 'hostid', password: PASSWORD };

const assigned = (assign: 'AUTO' | 'MANUAL', rooms: number) =>
  `<preAssignBreakout><enable>true</enable><attendeeAssign>${assign}</attendeeAssign>` +
  `<numSessions>${rooms}</numSessions></preAssignBreakout>`;

forProtocol('breakout rooms', (open) => {
  const shared = sharedSite(open);

  async function training(more: string, isSupported = true): Promise<{ key: string; password: string }> {
    const password = 'pass-w0rd';
    const answer = await shared().ok(
      'training.CreateTrainingSession',
      `<accessControl><sessionPassword>${password}</sessionPassword></accessControl>` +
        '<schedule><startDate>03/05/2026 10:00:00</startDate><duration>30</duration><openTime>0</openTime></schedule>' +
        '<metaData><confName>A training</confName></metaData>' +
        `<enableOptions><supportBreakoutSessions>${isSupported}</supportBreakoutSessions></enableOptions>${more}`,
      HOST,
    );
    return { key: answer.value('sessionkey') ?? '', password };
  }

  async function roomOf(visitor: Visitor, key: string) {
    const content = pageOf(await visitor.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(content?.page === 'room');
    return content;
  }

  const seats = async (visitor: Visitor, key: string) =>
    Object.fromEntries(
      (await roomOf(visitor, key)).room.people.map(({ name, breakout = 0 }) => [name, breakout]),
    );

  /** A room with its host and guests, in the order of their names. */
  async function room({ key, password: PW }: { key: string; password: string }, ...names: string[]) {
    const host = await begin(shared(), key);
    const guests: Visitor[] = [];
    for (const AN of names) {
      const guest = new Visitor(shared().url);
      await guest.get('/acme/m.php', { AT: 'JM', MK: key, AN, AE: `${AN}${key}@example.com`, PW });
      guests.push(guest);
    }
    const idOf = async (visitor: Visitor) => (await roomOf(visitor, key)).media.you;
    const does = async (visitor: Visitor, DO: string, more: Record<string, string> = {}) =>
      (await visitor.post('/acme/room.php', { MK: key, DO, ...more })).status;
    return { key, host, guests, idOf, does };
  }

  async function post(by: Visitor, body: object): Promise<void> {
    const Cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'Content-Type': 'application/json', Cookie };
    const answer = await fetch(`${shared().url}/acme/signal.php`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    assert.equal(answer.status, 204);
  }

  /** From whom signals wait for somebody. */
  async function heard(key: string, id: string): Promise<string[]> {
    const { context } = shared();
    const acme = await context.sites.required('acme');
    const stay = (await context.live.state(acme, Number(key)))?.people.find(
      ({ publicId }) => publicId === id,
    );
    assert.ok(stay);
    return (await context.signals.after(stay, 0)).map(({ from }) => from);
  }

  test('are opened and closed by the host, who visits and moves people', async () => {
    const { key, host, guests, idOf, does } = await room(await training(assigned('AUTO', 2)), 'Ann', 'Bo');
    const [ann] = guests;
    assert.ok(ann);
    assert.ok((await roomOf(host, key)).room.deeds.includes('OPENBREAKOUTS'));
    await does(host, 'OPENBREAKOUTS');
    const { 'Holly Host': holly, ...people } = await seats(ann, key);
    assert.deepEqual([holly ?? 0, people], [0, { Ann: 1, Bo: 2 }]);
    assert.equal((await roomOf(ann, key)).room.breakouts, 2);
    await does(host, 'BREAKOUT', { PERSON: await idOf(ann), BREAKOUT: '2' });
    await does(host, 'BREAKOUT', { PERSON: await idOf(host), BREAKOUT: '2' });
    assert.deepEqual(Object.values(await seats(ann, key)), [2, 2, 2]);
    for (const BREAKOUT of ['3', '-1', 'x', '']) {
      await does(host, 'BREAKOUT', { PERSON: await idOf(ann), BREAKOUT });
    }
    assert.deepEqual(Object.values(await seats(ann, key)), [2, 2, 2]);
    await does(host, 'CLOSEBREAKOUTS');
    assert.deepEqual(Object.values(await seats(ann, key)), [0, 0, 0]);
    assert.equal((await roomOf(ann, key)).room.breakouts, undefined);
  });

  test('are not for those who attend', async () => {
    const { key, host, guests, idOf, does } = await room(await training(assigned('MANUAL', 2)), 'Ann');
    const [ann] = guests;
    assert.ok(ann);
    const { deeds } = (await roomOf(ann, key)).room;
    for (const DO of ['OPENBREAKOUTS', 'CLOSEBREAKOUTS', 'BREAKOUT'] as const) {
      assert.equal(deeds.includes(DO), false);
      assert.equal(await does(ann, DO, { PERSON: await idOf(ann), BREAKOUT: '1' }), 403);
    }
    assert.equal((await roomOf(host, key)).room.breakouts, undefined);
    await does(host, 'OPENBREAKOUTS');
    assert.equal(await does(ann, 'BREAKOUT', { PERSON: await idOf(ann), BREAKOUT: '1' }), 403);
    assert.equal(await does(ann, 'CLOSEBREAKOUTS'), 403);
    assert.deepEqual(Object.values(await seats(ann, key)), [0, 0]);
    assert.equal((await roomOf(ann, key)).room.breakouts, 2);
  });

  test('are in no meeting, and in no training that has planned none', async () => {
    for (const one of [
      await meeting(shared()),
      await training(''),
      await training(assigned('AUTO', 2), false),
    ]) {
      const { key, host, guests, does } = await room(one, 'Ann');
      const [ann] = guests;
      assert.ok(ann);
      assert.equal(await does(host, 'OPENBREAKOUTS'), 403);
      assert.deepEqual(Object.values(await seats(ann, key)), [0, 0]);
    }
  });

  test('let no signal from one into another', async () => {
    const { key, host, guests, idOf, does } = await room(
      await training(assigned('AUTO', 2)),
      'Ann',
      'Bo',
      'Cy',
    );
    const [ann, bo, cy] = guests;
    assert.ok(ann && bo && cy);
    await does(host, 'OPENBREAKOUTS');
    const ids = { host: await idOf(host), ann: await idOf(ann), bo: await idOf(bo), cy: await idOf(cy) };
    const MK = Number(key);
    const signal = { kind: 'hello' };
    // Ann and Cy are in the first, Bo in the second, and the host in none.
    for (const to of [ids.host, ids.bo, undefined]) await post(ann, { MK, to, signal });
    assert.deepEqual(await heard(key, ids.host), []);
    assert.deepEqual(await heard(key, ids.bo), []);
    assert.deepEqual(await heard(key, ids.cy), [ids.ann]);
    await post(host, { MK, to: ids.ann, signal });
    assert.deepEqual(await heard(key, ids.ann), []);
    await does(host, 'CLOSEBREAKOUTS');
    await post(ann, { MK, to: ids.bo, signal });
    assert.deepEqual(await heard(key, ids.bo), [ids.ann]);
  });
});
