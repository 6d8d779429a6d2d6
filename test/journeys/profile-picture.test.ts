import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import axe from 'axe-core';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { pngOf } from '../support/pictures.ts';
import { ROOT } from '../support/process.ts';
import { sharedSite } from '../support/site.ts';
import { scheduled, signIn } from './people.ts';

/** A host brings a picture as large as that of a telephone, and is seen with it. */

const FOLDER = join(ROOT, 'screenshots/profile-picture');

const OFFENCES = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`;

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** The side of the picture in the head of the page, when it has come. */
const SIDE = `(async () => {
  const picture = document.querySelector('.account-menu summary img');
  await picture.decode();
  return [picture.naturalWidth, picture.naturalHeight];
})()`;

forSqlite('A picture of oneself', (open) => {
  describeInBrowser('is brought by its owner', (browser) => {
    const shared = sharedSite(open);

    test('made small on the way, shown beside the name and in a meeting, and removed', async () => {
      const site = shared();
      await mkdir(FOLDER, { recursive: true });
      await using host = await browser.visit({ locale: 'en-US', viewport: { width: 1280, height: 900 } });
      const { page } = host;
      await page.addInitScript(axe.source);
      await page.goto(`${site.url}/acme/profile.php`);
      await signIn(page);
      await takenOver(page);
      const file = page.getByLabel('Another picture');
      await file.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: pngOf(6_000, 600) });
      await page.locator('.picture-row .avatar img[src^="data:"]').waitFor();
      await page.getByRole('button', { name: 'Save picture' }).press('Enter');
      await page.getByText('Your picture is saved.').waitFor();
      assert.deepEqual(await page.evaluate(SIDE), [512, 512]);

      for (const [name, width, colorScheme] of [
        ['wide', 1280, 'light'],
        ['phone', 390, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await page.evaluate(OFFENCES), [], name);
        assert.equal(await page.evaluate(OVERFLOW), 0, `${name} is as wide as its window`);
        await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
      }

      await page.goto(`${site.url}/acme/profile.php`);
      await takenOver(page);
      await page.getByLabel('Another picture').setInputFiles({
        name: 'me.svg',
        mimeType: 'image/svg+xml',
        buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      });
      await page.getByRole('button', { name: 'Save picture' }).press('Enter');
      await page.getByText('This is no PNG, JPEG or WebP picture').waitFor();

      await page.goto(`${site.url}/acme/m.php?AT=HM&MK=${await scheduled(site)}`);
      await page.locator('.tile .avatar img').waitFor();
      await page.screenshot({ path: join(FOLDER, 'room.png') });

      await page.goto(`${site.url}/acme/profile.php`);
      await takenOver(page);
      await page.getByRole('button', { name: 'Remove picture' }).press('Enter');
      await page.getByText('Your picture is removed.').waitFor();
      assert.equal(await page.locator('.avatar img').count(), 0);
    });
  });
});
