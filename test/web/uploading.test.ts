import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

/** A host brings recordings by their browser, and looks after them. */

forSqlite('The list of recordings', (open) => {
  const data = mkdtempSync(join(tmpdir(), 'parlance-uploading-'));
  after(() => rm(data, { recursive: true, force: true }));

  /** An old archive of that many bytes. */
  async function archive(name: string, bytes: number): Promise<string> {
    const path = join(data, name);
    await writeFile(path, Buffer.alloc(bytes, 7));
    return path;
  }

  describeInBrowser('in a browser', (browser) => {
    const shared = sharedSite(open, { settings: { data: join(data, 'site') } });

    async function total(): Promise<number> {
      const { sites, recordingList } = shared().context;
      const search = { inBin: false, states: ['PROCESSING', 'READY', 'FAILED'] as const };
      const page = { startFrom: 1, maximumNum: 1 };
      return (await recordingList.search(await sites.required('acme'), search, page)).total;
    }

    async function looks({ page }: Visit): Promise<void> {
      await page.goto(`${shared().url}/acme/recordings.php`);
      await page.getByLabel('User name').fill('hostid');
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await takenOver(page);
    }

    test('takes several files, says which it does not take, and shows those that are there', async () => {
      await using visit = await browser.visit();
      const { page } = visit;
      await looks(visit);
      const files = [await archive('Lecture.arf', 300_000), await archive('Notes.txt', 2000)];
      await page.getByLabel('Choose a recording').setInputFiles(files);
      await page.locator('.upload-row', { hasText: 'Lecture.arf' }).getByText('Done').waitFor();
      await page
        .locator('.upload-row', { hasText: 'Notes.txt' })
        .getByText('This is no recording that can be kept here.')
        .waitFor();
      await page.locator('.recording-row', { hasText: 'Lecture' }).getByText('300 kB').waitFor();
      await page.getByRole('button', { name: 'Close the message about Notes.txt' }).click();
      assert.equal(await page.locator('.upload-row').count(), 1);
    });

    test('keeps nothing of an upload that is cancelled', async () => {
      await using visit = await browser.visit();
      const { page } = visit;
      await looks(visit);
      const before = await total();
      const debug = await page.context().newCDPSession(page);
      await debug.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: 200_000,
      });
      await page.getByLabel('Choose a recording').setInputFiles(await archive('Long.arf', 4_000_000));
      const row = page.locator('.upload-row', { hasText: 'Long.arf' });
      await row.getByText(/^\d+ kB of 4 MB$/).waitFor();
      await row.getByRole('progressbar', { name: 'Upload of Long.arf' }).waitFor();
      await row.getByRole('button', { name: 'Cancel' }).click();
      await row.getByText('Cancelled. Nothing of it is kept.').waitFor();
      assert.equal(await total(), before);
      await debug.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
      await row.getByRole('button', { name: 'Try to upload Long.arf again' }).click();
      await row.getByText('Done').waitFor();
      assert.equal(await total(), before + 1);
      assert.deepEqual(visit.complaints, []);
    });

    test('says before it sends a file that it is too large for what is left', async () => {
      await using visit = await browser.visit();
      await shared().context.sites.change('acme', { settings: { recordings: { quota: 1 } } });
      await looks(visit);
      const posted: string[] = [];
      visit.page.on('request', (request) => {
        if (request.method() === 'POST') posted.push(request.url());
      });
      await visit.page.getByLabel('Choose a recording').setInputFiles(await archive('Large.arf', 2_000_000));
      await visit.page.getByText('This file is larger than the room that is left').waitFor();
      assert.deepEqual(posted, []);
      await shared().context.sites.change('acme', { settings: { recordings: { quota: 20_000 } } });
    });

    for (const javaScriptEnabled of [true, false]) {
      const how = javaScriptEnabled ? 'with' : 'without';
      test(`deletes, undoes, renames and deletes for good, ${how} scripts`, async () => {
        await using visit = await browser.visit({ javaScriptEnabled });
        const { page } = visit;
        const name = `Brought ${how}`;
        await page.goto(`${shared().url}/acme/recordings.php`);
        await page.getByLabel('User name').fill('hostid');
        await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
        await page.getByRole('button', { name: 'Sign in' }).click();
        const input = page.getByLabel(javaScriptEnabled ? 'Choose a recording' : 'Recording file');
        await input.setInputFiles(await archive(`${name}.arf`, 9000));
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Upload' }).click();

        await page.getByRole('button', { name: `Delete ${name}`, exact: true }).click();
        await page.getByText(`“${name}” is in the bin.`).waitFor();
        await page.getByRole('button', { name: 'Undo' }).click();
        await page.getByText(`“${name}” is back.`).waitFor();

        await page.getByRole('link', { name: `Settings of ${name}` }).click();
        await page.getByLabel('Name', { exact: true }).fill(`${name}, renamed`);
        await page.getByRole('textbox', { name: 'Password' }).fill('Pa55word');
        await page.getByLabel('can download it').uncheck();
        await page.getByRole('button', { name: 'Save' }).click();
        await page.getByText(`The settings of “${name}, renamed” are saved.`).waitFor();
        await page
          .locator('.recording-row', { hasText: `${name}, renamed` })
          .getByText('Password')
          .waitFor();

        await page.getByRole('button', { name: `Delete ${name}, renamed`, exact: true }).click();
        await page.getByRole('link', { name: 'Bin' }).click();
        await page.getByRole('button', { name: `Delete ${name}, renamed for good` }).click();
        const question = page.getByRole('dialog', { name: 'Delete this recording for good?' });
        await question.getByRole('button', { name: 'Delete for good' }).click();
        await page.getByText('The recording is deleted for good.').waitFor();
        assert.equal(await page.getByText(`${name}, renamed`).count(), 0);
        if (javaScriptEnabled) assert.deepEqual(visit.complaints, []);
      });
    }
  });
});
