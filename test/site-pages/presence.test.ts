import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEASE } from '../../src/live/live.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite, TestClock } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';
import { guest, hear, pageNumber, postJson } from './room-stream.ts';

/** Who is there is who answers, whatever connection stands. */

forProtocol('A page of a room', (open) => {
  const clock = new TestClock(Date.now());
  const shared = sharedSite(open, { clock });

  test('is lost when it answers nothing, though its stream stands, and is back when it listens again', async () => {
    const { context } = shared();
    const made = await meeting(shared());
    const { key } = made;
    const MK = Number(key);
    const acme = await context.sites.required('acme');
    const host = await begin(shared(), key);
    const ann = await guest(shared(), made, 'Ann');
    const PAGE = await pageNumber(ann, key);
    const here = (visitor: typeof ann) => postJson(shared(), visitor, '/acme/signal.php', { MK, here: true });
    const people = async () => (await context.live.state(acme, MK))?.people.map(({ name }) => name);

    const { promise: listens, resolve } = Promise.withResolvers<void>();
    const heard = hear(shared(), ann, { MK: key, PAGE }, ({ name }) => {
      if (name === 'room') resolve();
      return false;
    });
    await listens;
    for (let times = 0; times < 3; times += 1) {
      clock.advance({ milliseconds: LEASE - 1 });
      assert.deepEqual([await here(host), await here(ann)], [204, 204]);
      await context.live.sweep();
    }
    assert.deepEqual(await people(), ['Holly Host', 'Ann']);

    clock.advance({ milliseconds: LEASE - 1 });
    await here(host);
    clock.advance({ milliseconds: 1 });
    await context.live.sweep();
    assert.deepEqual(await people(), ['Holly Host']);
    // The stream ends without a word: whoever is told that it is over does not come again.
    const names = (await heard).map(({ name }) => name);
    assert.ok(!names.includes('ended'), names.join());
    const [back] = await hear(shared(), ann, { MK: key, PAGE }, ({ name }) => name === 'room');
    assert.equal(back?.name, 'back');
    assert.deepEqual(await people(), ['Holly Host', 'Ann']);
  });

  test('says that it is there, and nothing else about it', async () => {
    const made = await meeting(shared());
    const MK = Number(made.key);
    const host = await begin(shared(), made.key);
    for (const here of [false, 1, 'true', null]) {
      assert.equal(await postJson(shared(), host, '/acme/signal.php', { MK, here }), 400);
    }
  });
});
