import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { ROOT } from '../support/process.ts';
import { sharedSite } from '../support/site.ts';
import { heading, pageOf, quiet, signIn } from './people.ts';

/** What a host does with their own account, by keyboard alone: in their language, by day and by night. */

const FOLDER = join(ROOT, 'screenshots/own-account');

const OFFENCES = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`;

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

forSqlite('A host’s own account', (open) => {
  describeInBrowser('is theirs to set up', (browser) => {
    const shared = sharedSite(open);

    test('by keyboard, in German and in the dark', async () => {
      const site = shared();
      await mkdir(FOLDER, { recursive: true });
      await using host = await browser.visit({ locale: 'en-US', colorScheme: 'light' });
      const { page } = host;
      await page.addInitScript(axe.source);
      await page.goto(`${site.url}/acme/profile.php`);
      await signIn(page);
      assert.equal(await heading(page), 'Profile');
      await takenOver(page);

      // Language and colours, by the menu of whoever is signed in.
      await page.locator('.account-menu summary').focus();
      await page.keyboard.press('Enter');
      await tabTo(page, 'Deutsch');
      await pressed(page);
      assert.equal(pageOf(page), '/acme/profile.php');
      assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
      assert.equal(await heading(page), 'Profil');
      await page.locator('.account-menu summary').focus();
      await page.keyboard.press('Enter');
      await tabTo(page, 'Dunkel');
      await pressed(page);
      assert.equal(await page.evaluate('getComputedStyle(document.documentElement).colorScheme'), 'dark');

      await page.getByLabel('Telefon (optional)', { exact: true }).focus();
      await page.keyboard.type('+49 30 5550100');
      await page.keyboard.press('Enter');
      await page.getByText('Ihr Profil ist gespeichert.').waitFor();

      await page.goto(`${site.url}/acme/contacts.php`);
      await takenOver(page);
      await page.getByLabel('Name', { exact: true }).focus();
      await page.keyboard.type('Ännchen');
      await page.keyboard.press('Tab');
      await page.keyboard.type('aennchen@example.com');
      await page.keyboard.press('Enter');
      await page.getByText('Der Kontakt ist gespeichert.').waitFor();
      assert.equal(await page.getByText('aennchen@example.com').count(), 1);

      for (const path of ['profile.php', 'devices.php', 'contacts.php', 'room-settings.php']) {
        await page.goto(`${site.url}/acme/${path}`);
        await takenOver(page);
        for (const [width, theme] of [
          [1280, 'dark'],
          [390, 'light'],
        ] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(theme)}`);
          assert.deepEqual(await page.evaluate(OFFENCES), [], `${path} ${width}`);
          assert.equal(await page.evaluate(OVERFLOW), 0, `${path} ${width}`);
          await page.screenshot({ path: join(FOLDER, `${path}-${width}.png`), fullPage: true });
        }
      }
      quiet(site, host);
    });
  });
});

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let at = 0; at < 12; at++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.textContent')) === name) return;
  }
  assert.fail(`${name} is not reached`);
}

/** What has the focus leads to another page. */
async function pressed(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await takenOver(page);
}
