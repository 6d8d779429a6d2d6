import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import { idsOf } from '../../src/rest-api/ids.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { heldTo, tabTo } from './by-keyboard.ts';

/** What an integrator does on the reference of the REST interface: finds a call, fills it in, sends it, copies its code. */

forSqlite('The REST reference', (open) => {
  describeInBrowser('is read and tried', (browser) => {
    const shared = sharedSite(open);

    test('by keyboard, with a token that stays in the page', async () => {
      const site = shared();
      const { sites, accounts, apiTokens } = site.context;
      const host = await accounts.required(await sites.required('acme'), 'hostid');
      const { token } = await apiTokens.createPersonal(host, {
        name: 'reference',
        scopes: ['meeting:schedules_read', 'meeting:schedules_write'],
        days: 1,
      });
      const { key } = await meeting(site, 'hostid');
      const id = idsOf(site.context).series(host.site, Number(key));

      await using visit = await browser.visit({ locale: 'en-US', colorScheme: 'light' });
      const { page } = visit;
      await page.addInitScript(axe.source);
      const sent: string[] = [];
      page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
      await page.goto(`${site.url}/acme/reference.php`);
      await takenOver(page);
      await page.getByLabel('Search', { exact: true }).waitFor();

      await tabTo(page, /^Access token/);
      await page.keyboard.type(token);
      await tabTo(page, /^Search/);
      await page.keyboard.type('get meetings/{meetingId}');
      await tabTo(page, /GET.*\/meetings\/\{meetingId\}$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: 'GET /meetings/{meetingId}' }).waitFor();

      await page.getByRole('button', { name: 'Send' }).and(page.locator('[aria-disabled]')).waitFor();
      await page.getByText('Still to be filled in: meetingId').waitFor();
      await tabTo(page, /^meetingId/);
      await page.keyboard.type(id);
      await page.keyboard.press('Enter');
      await page.getByText(/^200 OK/).waitFor();
      assert.match(
        (await page.getByRole('region', { name: 'Body of the answer' }).textContent()) ?? '',
        /"meetingNumber"/,
      );

      // The code that is copied bears no token.
      const code = (await page.getByRole('region', { name: 'curl' }).textContent()) ?? '';
      assert.ok(code.includes(`/v1/meetings/${id}`));
      assert.ok(!code.includes(token));
      await page.getByLabel('Python').check();
      await page.getByRole('region', { name: 'Python' }).waitFor();

      // It is in the header of the call alone: in no address, no body and no store.
      assert.deepEqual(
        sent.filter((one) => one.includes(token)),
        [],
      );
      assert.equal(
        await page
          .evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])')
          .then((kept) => String(kept).includes(token)),
        false,
      );
      await heldTo(page, 'reference');
      await page.reload();
      await takenOver(page);
      await page.getByLabel('Access token').waitFor();
      assert.equal(await page.getByLabel('Access token').inputValue(), '');

      // A body has a field for each member; its JSON follows them, and they follow it.
      await page.getByLabel('Access token').fill(token);
      await page.getByLabel('Search', { exact: true }).fill('post meetings');
      await tabTo(page, /POST.*\/meetings$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: 'POST /meetings', exact: true }).waitFor();
      const json = page.getByLabel('Body (JSON)');
      const written = async () => JSON.parse(await json.inputValue());
      await tabTo(page, /^title/);
      await page.keyboard.press('Control+A');
      await page.keyboard.type('By fields');
      await page.getByLabel('start', { exact: true }).fill('2030-06-03T09:00');
      await page.getByLabel('end', { exact: true }).fill('2030-06-03T10:00');
      await page.getByLabel('publicMeeting').selectOption('true');
      await page.getByLabel('reminderTime').fill('15');
      while ((await page.getByRole('button', { name: /^Remove invitees/ }).count()) > 0) {
        await page.getByRole('button', { name: 'Remove invitees 1' }).click();
      }
      await page.getByRole('button', { name: 'Add to invitees' }).focus();
      await page.keyboard.press('Enter');
      // The first field of the new entry has the focus.
      await page.locator('[data-entry] input:focus').waitFor();
      await page.keyboard.type('anna@example.com');
      const { title, start, end, publicMeeting, reminderTime, invitees } = await written();
      assert.deepEqual(
        { title, start, end, publicMeeting, reminderTime, invitees },
        {
          title: 'By fields',
          start: '2030-06-03T09:00:00Z',
          end: '2030-06-03T10:00:00Z',
          publicMeeting: true,
          reminderTime: 15,
          invitees: [{ email: 'anna@example.com' }],
        },
      );
      await heldTo(page, 'reference-form');
      await json.fill(JSON.stringify({ ...(await written()), title: 'By JSON', invitees: undefined }));
      assert.equal(await page.getByRole('textbox', { name: /^title/ }).inputValue(), 'By JSON');
      await json.fill('{');
      await page.getByText('Mend the JSON first').waitFor();
      const whole = { title: 'By JSON', start: '2030-06-03T09:00:00Z', end: '2030-06-03T10:00:00Z' };
      await json.fill(JSON.stringify(whole));
      await page.getByLabel('publicMeeting').selectOption('false');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText(/^200 OK/).waitFor();
      await page.getByLabel('Search', { exact: true }).fill('get meetings/{meetingId}');
      await page.getByRole('link', { name: /GET \/meetings\/\{meetingId\}$/ }).click();

      // A refusal is shown with its words.
      await page.getByLabel('Access token').fill('nonsense');
      await page.getByLabel('meetingId required').fill(id);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByText(/^401/).waitFor();
      await page.getByText('The request requires a valid access token').waitFor();
    });
  });
});
