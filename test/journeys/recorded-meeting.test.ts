import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { call, SITE_ID, storageTicket } from '../nbr/soap.ts';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { isWhole } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { byDownloader, byImporter, fileOf } from '../url-api/recordings/walkers.ts';
import { begins, comes, endsForEveryone, isHere, opens, quiet } from './people.ts';
import { asked, sees } from './senses.ts';

/**
 * A meeting of two browsers is recorded, listed, watched with sound and picture, and fetched by every way that there is,
 * byte for byte the same; its host learns who looked at it.
 */

const skip = isWhole ? false : 'it takes half a minute: PARLANCE_TEST_CORPORA=whole runs it, as CI does';

const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });

/** Resolves when a part of what is recorded is kept that is the one of that number or a later one. */
const kept = (page: Page, part: number) =>
  page.waitForResponse((response) => {
    const { pathname, searchParams } = new URL(response.url());
    const isPart = pathname.endsWith('/recording.php') && Number(searchParams.get('PART') ?? -1) >= part;
    return isPart && response.status() === 204;
  });

/** Resolves when what the player plays is no silence. */
const hears = (page: Page): Promise<void> =>
  asked(
    page,
    '.player > video',
    `(video) => new Promise((resolve) => {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      context.createMediaElementSource(video).connect(analyser).connect(context.destination);
      const wave = new Float32Array(analyser.fftSize);
      const listen = () => {
        analyser.getFloatTimeDomainData(wave);
        if (!wave.some((level) => Math.abs(level) > 0.01)) return requestAnimationFrame(listen);
        void context.close();
        resolve();
      };
      listen();
    })`,
  );

forSqlite('A meeting that was recorded', (open) => {
  const data = mkdtempSync(join(tmpdir(), 'parlance-recorded-meeting-'));
  after(() => rm(data, { recursive: true, force: true }));

  describeInBrowser('by the browser of its host', (browser) => {
    const shared = sharedSite(open, { clock: 'now', settings: { data } });

    /** What is kept of it, as it lies in the store. */
    async function stored(recordID: number): Promise<Buffer> {
      const { sites, recordings, recordingStore } = shared().context;
      const recording = await recordings.find(await sites.required('acme'), recordID);
      const { MAIN } = recording ? await recordings.filesOf(recording) : {};
      assert.ok(MAIN);
      return buffer(await recordingStore.read(MAIN.name));
    }

    test('is watched and fetched by all who may', { skip }, async (t) => {
      const site = shared();
      const options = '<enableOptions><meetingRecord>true</meetingRecord></enableOptions>';
      const { key } = await meeting(site, 'hostid', options, '');
      await using host = await browser.visit();
      await begins(site, host, key);
      await using ada = await browser.visit();
      await comes(site, ada, key, 'Ada Lovelace');
      await isHere(host.page, 'Ada Lovelace');
      await button(host, 'Start picture').click();
      await button(ada, 'Start picture').click();
      await button(ada, 'Unmute').click();
      const parts = kept(host.page, 3);
      await opens(host.page, 'More');
      await button(host, 'Record').click();
      await parts;
      const done = host.page.waitForResponse(
        (response) => response.request().postData()?.includes('"DONE"') === true,
      );
      await opens(host.page, 'More');
      await button(host, 'Stop recording').click();
      await done;
      await endsForEveryone(host.page);
      await host.page.getByRole('link', { name: /^(Watch the recording|Your recordings)$/ }).waitFor();
      quiet(site, host, ada);
      await site.context.recordingWork.drain();

      const listed = await site.ok('ep.LstRecording', '', HOST);
      const value = (name: string) => {
        const [text, ...more] = listed.texts(`recording/${name}`);
        assert.deepEqual(more, []);
        return text ?? '';
      };
      const recordID = Number(value('recordingID'));
      assert.equal(value('sessionKey'), key);
      assert.ok(Number(value('duration')) >= 2, value('duration'));
      const bytes = await stored(recordID);
      t.diagnostic(`${value('duration')} seconds, ${bytes.length} bytes, ${value('format')}`);

      await t.test('in Chromium, with sound and picture', async () => {
        await using viewer = await browser.visit();
        const { page } = viewer;
        await page.goto(value('streamURL'));
        await takenOver(page);
        await page.locator('.begin').click();
        await Promise.all([sees(page, value('name')), hears(page)]);
        // How long it is, is known before its end is reached.
        assert.match((await page.locator('.player-time').textContent()) ?? '', / \/ 0:(?:0[2-9]|[1-5]\d)$/);
        await page.keyboard.press('End');
        await page.getByRole('button', { name: 'Play', exact: true }).last().waitFor({ state: 'attached' });
        quiet(site, viewer);
        const begun = page.waitForEvent('download');
        await page.getByRole('link', { name: /^Download/ }).click();
        assert.ok((await readFile(await (await begun).path())).equals(bytes));
      });

      await t.test('by the flows of programs', async () => {
        const file = value('fileURL');
        for (const fetched of [await byImporter(file), await byDownloader(file, ''), await fileOf(file)]) {
          assert.ok(fetched.bytes.equals(bytes));
        }
      });

      await t.test('by NBR', async () => {
        const ticket = await storageTicket(site);
        const wish = { siteId: SITE_ID, recordId: recordID, ticket };
        const reply = await call(site, 'downloadNBRStorageFile', wish);
        const [, boundary = ''] = /boundary="([^"]+)"/.exec(reply.contentType) ?? [];
        const end = reply.bytes.lastIndexOf(`\r\n--${boundary}--`);
        assert.ok(reply.bytes.subarray(end - bytes.length, end).equals(bytes));
      });

      await t.test('and its host is told how often', async () => {
        const history = await site.ok('history.LstrecordaccessHistory', '', ADMIN);
        const at = history.texts('recordAccessHistory/recordID').indexOf(String(recordID));
        const count = (name: string) => Number(history.texts(`recordAccessHistory/${name}`)[at]);
        // The page once; the file by the browser, by three programs and by NBR.
        assert.deepEqual(
          { viewed: count('viewed'), downloaded: count('downloaded') },
          { viewed: 1, downloaded: 5 },
        );
      });
    });
  });
});
