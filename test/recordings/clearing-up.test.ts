import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrphans, UNKNOWN_FOR } from '../../src/recordings/orphans.ts';
import { KEPT_IN_BIN } from '../../src/recordings/recording.ts';
import { forEachDatabase } from '../support/databases.ts';
import { once, RECORDED, workshop } from './processing/workshop.ts';

/** What goes by itself: the bin after its time, and files that nobody knows. */

const anybody = () => {};

forEachDatabase('recordings are cleared up', (open) => {
  test('when they have lain in the bin for 30 days, with everything of theirs', async () => {
    const shop = await workshop(await open());
    const { recordings, clock, site, work } = shop;
    // One whose parts are not all in its file, so that they are still there.
    const { id } = await shop.recorded([RECORDED, RECORDED.subarray(0, 200)]);
    const other = await shop.recorded([RECORDED]);
    await work.drain();
    assert.ok((await shop.stored()).some((name) => name.endsWith('.part')));
    const words = { cues: [{ start: 0, end: 1_000, text: 'Hello' }] };
    await shop.transcripts.bring(site, id, anybody, words);
    await recordings.discard(site, id, anybody);
    clock.advance({ milliseconds: KEPT_IN_BIN - 1 });
    await recordings.emptyBin();
    assert.equal((await shop.found(id)).id, id);
    clock.advance({ milliseconds: 1 });
    await recordings.emptyBin();
    assert.equal(await recordings.find(site, id), undefined);
    assert.equal(await shop.transcripts.of({ id }), undefined);
    assert.deepEqual(await shop.stored(), [(await recordings.filesOf(other)).MAIN?.name]);
    assert.equal(await recordings.spaceUsed(site), (await shop.found(other.id)).bytes);
  });

  test('but not when somebody has taken them out of it again', async () => {
    const { recordings, clock, site, work, recorded, found } = await workshop(await open());
    const { id } = await recorded([RECORDED]);
    await work.drain();
    await recordings.discard(site, id, anybody);
    clock.advance({ days: 20 });
    await recordings.recover(site, id, anybody);
    clock.advance({ days: 20 });
    await recordings.emptyBin();
    assert.equal((await found(id)).deletedAt, null);
  });

  test('where no row knows a file for a day, and never before', async () => {
    const shop = await workshop(await open());
    const { clock, store, site, database } = shop;
    const { id } = await shop.recorded([RECORDED]);
    const under = await workshop(database, {}, shop.folder);
    const orphans = openOrphans({ database, clock, store, sites: async () => [site.id] });
    const before = await shop.stored();
    await store.put(`${site.id}/brought/0123`, once(Buffer.from('nobody knows me')));
    await orphans.sweep();
    // An upload that has just put its file there, and whose row follows.
    clock.advance({ milliseconds: UNKNOWN_FOR - 1 });
    const brought = await under.brought(RECORDED, 'WEBM');
    await store.put(`${site.id}/brought/4567`, once(Buffer.from('my row is on its way')));
    await orphans.sweep();
    assert.equal((await shop.stored()).length, before.length + 3);
    clock.advance({ milliseconds: 1 });
    await orphans.sweep();
    assert.equal((await shop.stored()).length, before.length + 2);
    // Parts of what is not made ready yet, and what was brought, are known.
    await orphans.sweep();
    await shop.work.drain();
    assert.equal((await shop.found(id)).state, 'READY');
    assert.equal((await shop.found(brought.id)).state, 'READY');
  });
});
