import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { DEMO_SITES } from '../../src/demo.ts';
import { keepDemoRecordings } from '../../src/demo-recording/demo-recording.ts';
import { foundSamples } from '../../src/demo-samples.ts';
import { forProtocol } from '../support/databases.ts';
import { measured } from '../support/recorded-file.ts';
import { sharedSite } from '../support/site.ts';

/** The recording that the demo comes with. */

const data = mkdtempSync(join(tmpdir(), 'parlance-demo-recording-'));
after(() => rm(data, { recursive: true, force: true }));

const hasTools = ['ffmpeg', 'ffprobe'].every((tool) => spawnSync(tool, ['-version']).status === 0);
const skip = hasTools ? false : 'there is no ffmpeg on this machine';

forProtocol("the demo's recording", (open) => {
  const shared = sharedSite(open, { settings: { data } });
  const names = DEMO_SITES.map(({ siteName }) => siteName);
  before(async () => {
    await foundSamples(shared().context);
    await keepDemoRecordings(shared().context, names);
  });

  async function kept(siteName: string, inBin = false) {
    const { sites, recordingList } = shared().context;
    const site = await sites.byName(siteName);
    assert.ok(site);
    return (await recordingList.search(site, { inBin }, { startFrom: 1, maximumNum: 100 })).recordings;
  }

  test('is kept on every site, and not again at the next start', async () => {
    const before = await Promise.all(names.map((name) => kept(name)));
    assert.deepEqual(
      before.map((recordings) => recordings.map(({ name }) => name)),
      names.map((name) =>
        name === 'acme' ? ['Safety at work', 'Open day', 'First try (to be deleted)'] : ['Safety at work'],
      ),
    );
    assert.equal((await kept('acme', true)).length, 2);
    await foundSamples(shared().context);
    await keepDemoRecordings(shared().context, names);
    assert.deepEqual(await Promise.all(names.map((name) => kept(name))), before);
  });

  test('is not kept again where its host has put it into the bin', async () => {
    const { context } = shared();
    const site = await context.sites.byName('acme-basic');
    assert.ok(site);
    const [recording] = await kept('acme-basic');
    await context.recordings.discard(site, recording?.id ?? 0, () => {});
    await keepDemoRecordings(context, names);
    assert.deepEqual(await kept('acme-basic'), []);
  });

  test('has the bytes that its rows speak of, and is small', async () => {
    const { context } = shared();
    for (const name of ['acme', 'acme-ci']) {
      for (const recording of await kept(name)) {
        const files = Object.values(await context.recordings.filesOf(recording));
        assert.deepEqual(files.map(({ role }) => role).sort(), ['MAIN', 'POSTER']);
        for (const file of files) {
          const bytes = await buffer(await context.recordingStore.read(file.name));
          assert.equal(bytes.length, file.bytes);
          assert.deepEqual(createHash('sha256').update(bytes).digest(), Buffer.from(file.sha256));
          assert.ok(bytes.length < 60_000);
        }
      }
    }
  });

  test('plays: there are pictures, and a voice is heard', { skip }, async () => {
    const { context } = shared();
    const [recording] = await kept('acme');
    assert.ok(recording);
    const { MAIN } = await context.recordings.filesOf(recording);
    const file = join(data, 'played.mp4');
    await writeFile(file, await context.recordingStore.read(MAIN?.name ?? ''));
    const { frames, loudness } = await measured(file);
    assert.equal(frames, 96);
    assert.ok(loudness > -30, String(loudness));
  });
});
