import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDatabase } from '../../../src/database/database.ts';
import type { Recording } from '../../../src/recordings/recording.ts';
import { aRecording } from '../../support/a-recording.ts';
import { describeInBrowser, takenOver } from '../../support/browser.ts';
import { ROOT } from '../../support/process.ts';
import { startSite, type TestSite } from '../../support/site.ts';

/** The links of a recording in a real browser: it plays, and the pages that programs walk begin a download too. */

const data = mkdtempSync(join(tmpdir(), 'parlance-in-browser-'));
after(() => rm(data, { recursive: true, force: true }));

describeInBrowser('A recording in a browser', (browser) => {
  let site: TestSite;
  let content: Buffer;
  let recording: Recording;
  before(async () => {
    site = await startSite(await openDatabase('sqlite::memory:'), { settings: { data } });
    content = await readFile(join(ROOT, 'test/web/played.webm'));
    recording = await kept();
  });
  after(() => site.close());

  async function kept(): Promise<Recording> {
    const added = await aRecording(site.context, { content, format: 'WEBM' });
    const { MAIN } = await site.context.recordings.filesOf(added);
    assert.ok(MAIN);
    await site.context.recordings.attach(added.id, { ...MAIN, mediaType: 'video/webm' });
    return added;
  }

  test('plays, and its times go on', async () => {
    await using visit = await browser.visit();
    const { page } = visit;
    await page.goto(`${site.url}/acme/ldr.php?RCID=${recording.streamToken}`);
    await takenOver(page);
    // As text: the page's own policy lets nothing be waited for from outside.
    const at = await page.evaluate(`new Promise((resolve, reject) => {
      const video = document.querySelector('video');
      video.muted = true;
      video.addEventListener('timeupdate', () => video.currentTime > 0.5 && resolve(video.currentTime));
      video.play().catch(reject);
    })`);
    assert.ok(Number(at) > 0.5);
    assert.equal(await page.evaluate("document.querySelector('video').videoWidth"), 160);
    assert.deepEqual(visit.complaints, []);
  });

  test('is downloaded by its link, and the page stays', async () => {
    await using visit = await browser.visit({ acceptDownloads: true });
    const { page } = visit;
    await page.goto(`${site.url}/acme/ldr.php?RCID=${recording.streamToken}`);
    await takenOver(page);
    const begun = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const file = await begun;
    assert.equal(file.suggestedFilename(), 'Recorded.webm');
    assert.ok((await readFile(await file.path())).equals(content));
    assert.match(page.url(), /ldr\.php/);
  });

  test('is downloaded by the pages that programs walk, as a browser runs them', async () => {
    await using visit = await browser.visit({ acceptDownloads: true });
    const { page } = visit;
    const first = await fetch(`${site.url}/acme/lsr.php?RCID=${recording.downloadToken}`, {
      headers: { 'User-Agent': 'Mozilla/5.0' },
    });
    const shared = /href='([^']+)';/.exec(await first.text())?.[1] ?? '';
    const begun = page.waitForEvent('download');
    await page.goto(shared);
    const file = await begun;
    assert.equal(file.suggestedFilename(), 'Recorded.webm');
    assert.ok((await readFile(await file.path())).equals(content));
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Your download begins');
    assert.deepEqual(visit.complaints, []);
  });
});
