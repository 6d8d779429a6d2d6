import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { ROOT } from '../support/process.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { Receiver } from '../webhooks/receiver.ts';
import { heldTo, tabTo } from './by-keyboard.ts';

/** An administrator finds out why a program is told nothing, whatever its maker and its server wrote: by keyboard alone. */

const HOSTILE = `"'><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
const LONG = 'without-a-break-'.repeat(40);

describeInBrowser('An administrator', (browser) => {
  forSqlite('at the webhooks', (open) => {
    const shared = sharedSite(open, { settings: { webhookNetworks: '127.0.0.0/8' } });
    let visit: Visit;
    let page: Page;
    let receiver: Receiver;
    before(async () => {
      await mkdir(join(ROOT, 'screenshots/console'), { recursive: true });
      receiver = await Receiver.start();
      receiver.manner = (response) => response.writeHead(500).end(`${HOSTILE} ${LONG}`);
      visit = await browser.visit({
        viewport: { width: 1280, height: 900 },
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      ({ page } = visit);
      // By the debugger: the page's own policy lets no such script in.
      await page.addInitScript(axe.source);
      const { sites, accounts, webhooks, database } = shared().context;
      const acme = await sites.required('acme');
      const wish = { resource: 'meetings', event: 'all', targetUrl: `${receiver.url}/${LONG}` };
      const { id } = await webhooks.create(acme, await accounts.required(acme, 'hostid'), {
        ...wish,
        name: `${HOSTILE} ${LONG}`.slice(0, 256),
        filter: `id=${HOSTILE}${LONG}`,
      });
      await webhooks.ping(acme, id, () => {});
      await webhooks.deliverer.drain();
      const off = database.builder
        .updateTable('webhook')
        .set({ status: 'inactive', disabled_at: shared().clock.now() });
      await database.all(off.where('id', '=', id).returning('id').compile());
    });
    after(async () => {
      await visit[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
    });

    test('sees what has failed and why, switches it on again, sends a test, reads what was sent, and removes it', async () => {
      await page.goto(`${shared().url}/acme/console/webhooks`);
      await tabTo(page, /user ?name|webexid/i);
      await page.keyboard.type('admin');
      await tabTo(page, /^password/i);
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
      await takenOver(page);
      await page.getByText('it answered HTTP 500').waitFor();
      await heldTo(page, 'webhooks');

      await tabTo(page, /^"'></);
      await page.keyboard.press('Enter');
      await page.getByText('Its receiver has failed too often').waitFor();
      await page.getByRole('link', { name: 'Meetings: test' }).waitFor();
      await heldTo(page, 'webhook');
      receiver.manner = undefined;
      await tabTo(page, /^Switch on again$/);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Send a test' }).waitFor();
      await tabTo(page, /^Send a test$/);
      await page.keyboard.press('Enter');
      await page.getByText('Taken', { exact: true }).first().waitFor();

      await page.getByRole('link', { name: 'Meetings: test' }).last().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Attempt 1' }).waitFor();
      await heldTo(page, 'webhook-delivery');
      assert.equal(await page.evaluate('window.hacked'), undefined);
      assert.equal(await page.locator('#root img, #root script').count(), 0);

      await page.goBack();
      await tabTo(page, /^Remove$/);
      await page.keyboard.press('Enter');
      const question = page.getByRole('alertdialog');
      await question.getByRole('button', { name: 'Remove' }).waitFor();
      await tabTo(page, /^Remove$/);
      await page.keyboard.press('Enter');
      await page.getByText('No webhook yet').waitFor();
      assert.equal(await page.evaluate('window.hacked'), undefined);
      assert.deepEqual(visit.complaints, []);
    });
  });
});
