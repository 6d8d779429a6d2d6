import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ConsoleClient } from '../console/console-client.ts';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { heldTo, tabTo } from './by-keyboard.ts';

/** An administrator finds users, changes them beside another, and brings many by a file; whatever names say. */

const HOSTILE = `"'><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

describeInBrowser('An administrator', (browser) => {
  forSqlite('at the users', (open) => {
    const shared = sharedSite(open);
    let visit: Visit;
    let page: Page;
    before(async () => {
      visit = await browser.visit({ bypassCSP: true });
      page = visit.page;
      await page.goto(`${shared().url}/acme/console/users`);
      await page.getByLabel(/user name/i).fill('admin');
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await takenOver(page);
    });
    after(async () => visit[Symbol.asyncDispose]());

    const numberOf = async (admin: ConsoleClient, webExID: string) =>
      (await admin.get('users', { query: { q: webExID } })).json.users[0].userID as number;

    test('finds somebody of a hostile name by the keyboard, and nothing of it is run', async () => {
      await shared().person({
        webExId: 'hostile',
        email: 'hostile@acme.com',
        firstName: HOSTILE.slice(0, 64),
        lastName: HOSTILE.slice(-64),
        profile: {
          title: HOSTILE,
          company: HOSTILE,
          address: { city: HOSTILE },
          tracking: { trackingCode1: HOSTILE },
        },
      });
      await tabTo(page, /^Search by name/);
      await page.keyboard.type('hostile@acme');
      await page.waitForURL(/q=hostile/);
      await page.getByText('1 user', { exact: true }).waitFor();
      await page.addScriptTag({ content: axe.source });
      await heldTo(page, 'users');
      await tabTo(page, /onerror/);
      await page.keyboard.press('Enter');
      await page.getByLabel('Company', { exact: true }).waitFor();
      assert.equal(await page.getByLabel('Company', { exact: true }).inputValue(), HOSTILE);
      await heldTo(page, 'user');
      assert.equal(await page.evaluate('window.hacked'), undefined);
    });

    test('is shown what another administrator has changed meanwhile', async () => {
      const admin = await ConsoleClient.as(shared(), 'admin');
      const userID = await numberOf(admin, 'hostile');
      await page.goto(`${shared().url}/acme/console/users/${userID}`);
      await page.getByLabel('Job title', { exact: true }).fill('Mine');
      const { version } = (await admin.get(`users/${userID}`)).json;
      const theirs = { body: { version, change: { title: 'Theirs' } } };
      assert.equal((await admin.call('PUT', `users/${userID}`, theirs)).status, 200);
      await page.getByLabel('Job title', { exact: true }).press('Enter');
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText('Theirs').waitFor();
      await dialog.getByRole('button', { name: 'Save mine all the same' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      assert.equal((await admin.get(`users/${userID}`)).json.values.title, 'Mine');
    });

    test('tries a file, imports it, and is given back the rows that were refused', async () => {
      await page.goto(`${shared().url}/acme/console/users/files`);
      const rows = [
        'FirstName,LastName,UserName,Email',
        'Fay,F,fay,fay@acme.com',
        `"${HOSTILE.slice(0, 60).replaceAll('"', '""')}",G,gil,nowhere`,
      ];
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
      await page.getByRole('button', { name: 'Try the file' }).click();
      await page.getByText('Email: must be one e-mail address').waitFor();
      await page.getByRole('button', { name: 'Import now' }).click();
      await page.getByRole('heading', { name: /^Import\s?(Waiting|Running|Done)/ }).waitFor();
      const link = page.getByRole('link', { name: 'Download refused rows' });
      await link.waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      assert.match(download.suggestedFilename(), /^refused-acme-.*\.csv$/);
      assert.equal(await page.evaluate('window.hacked'), undefined);
      const admin = await ConsoleClient.as(shared(), 'admin');
      assert.ok(await numberOf(admin, 'fay'));
    });
  });
});
