import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { actsDuring } from '../console/audited-acts.ts';
import { ConsoleClient } from '../console/console-client.ts';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { ROOT } from '../support/process.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { heldTo, tabTo } from './by-keyboard.ts';

/** An administrator looks after the mail of a site, and reads who changed what: by keyboard alone, whatever others wrote. */

const HOSTILE = `"'><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

forProtocol('an administrator', (open) => {
  const shared = sharedSite(open);

  test('finds every act of theirs in the audit, in the order in which it was done', async () => {
    const site = shared();
    const admin = await ConsoleClient.as(site, 'admin');
    const done = (answer: { readonly status: number; readonly text: string }) =>
      assert.equal(answer.status, 200, answer.text);
    const { key } = await meeting(site, 'hostid');
    const acts = await actsDuring(
      admin,
      async () => {
        const ada = {
          webExID: 'ada',
          email: 'ada@acme.com',
          firstName: 'Ada',
          lastName: 'L',
          sendsWelcome: true,
        };
        const created = await admin.post('users', ada);
        done(created);
        const user = `users/${created.json.userID}`;
        const password = { password: 'N3w-P@ssword-9', mustChange: true };
        done(await admin.call('PUT', `${user}/password`, { body: password }));
        done(await admin.post(`${user}/deactivate`));
        done(await admin.post(`${user}/activate`));
        done(await admin.call('DELETE', `sessions/${key}`));
        await site.ok('training.CreateLab', '<lab><labName>Lab of the audit</labName></lab>');
        const { mails } = (await admin.get('outbox', { query: { state: 'KEPT' } })).json;
        done(await admin.post(`outbox/${mails[0].id}/release`));
      },
      'admin',
    );
    assert.deepEqual(
      acts.map((act) => act.replace(/ .*/, '')),
      [
        'account.created',
        'account.passwordChanged',
        'account.deactivated',
        'account.activated',
        'session.deleted',
        'lab.created',
        'mail.released',
      ],
    );
  });
});

describeInBrowser('An administrator', (browser) => {
  forSqlite('at the outbox and the audit', (open) => {
    const shared = sharedSite(open);
    let visit: Visit;
    let page: Page;
    before(async () => {
      await mkdir(join(ROOT, 'screenshots/console'), { recursive: true });
      visit = await browser.visit({
        viewport: { width: 1280, height: 900 },
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      ({ page } = visit);
      // By the debugger: the page's own policy lets no such script in.
      await page.addInitScript(axe.source);
      const site = shared();
      const acme = await site.context.sites.required('acme');
      await site.context.labs.create(acme, { labName: HOSTILE.slice(0, 120), description: HOSTILE });
      const person = { name: HOSTILE, address: 'ada@example.com' };
      const message = {
        ...{ from: person, to: person, subject: `Hello ${HOSTILE}`, text: HOSTILE },
        html: `<p id="inside">Inside</p>${HOSTILE}`,
      };
      await site.context.database.write((tx) =>
        site.context.mail.outbox.record(tx, { site: acme.id, kind: 'invitation', message }),
      );
    });
    after(() => visit[Symbol.asyncDispose]());

    test('finds a mail, reads it in a frame in which nothing runs, and releases it', async () => {
      await page.goto(`${shared().url}/acme/console/outbox`);
      await tabTo(page, /user ?name|webexid/i);
      await page.keyboard.type('admin');
      await tabTo(page, /^password/i);
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Outbox' }).waitFor();
      await takenOver(page);
      await tabTo(page, /^Address of a recipient/);
      await page.keyboard.type('ada@example.com');
      await page.waitForURL(/recipient=ada/);
      await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
      await heldTo(page, 'outbox');
      await tabTo(page, /^Hello/);
      await page.keyboard.press('Enter');
      await page.frameLocator('iframe').locator('#inside').waitFor();
      assert.equal(await page.evaluate('window.hacked'), undefined);
      assert.equal(await page.locator('#root img, #root script').count(), 0);
      await heldTo(page, 'mail');
      await tabTo(page, /^Release$/);
      await page.keyboard.press('Enter');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Release' }).waitFor();
      await tabTo(page, /^Release$/);
      await page.keyboard.press('Enter');
      await page.getByText('Released: it is not sent any more.').waitFor();
    });

    test('reads who changed what, and the whole of one entry', async () => {
      await page.goto(`${shared().url}/acme/console/audit?noun=mail`);
      await page.getByText('Mail released').waitFor();
      await heldTo(page, 'audit');
      await tabTo(page, /^Details: Mail released/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Mail released' }).waitFor();
      await heldTo(page, 'audit-entry');
      await page.keyboard.press('Escape');
      await page.goto(`${shared().url}/acme/console/audit?noun=lab`);
      await page.getByText('Lab created').first().waitFor();
      assert.equal(await page.evaluate('window.hacked'), undefined);
      assert.equal(await page.locator('#root img, #root script').count(), 0);
    });

    test('has nothing to complain of but what the frame keeps out', () => {
      // The mail's own scripts and pictures, each of which its frame has refused.
      const others = visit.complaints.filter(
        (complaint) => !/sandboxed|script|img-src|Content Security|NotSameOrigin|404/i.test(complaint),
      );
      assert.deepEqual(others, []);
    });
  });
});
