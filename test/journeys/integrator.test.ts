import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ConsoleClient } from '../console/console-client.ts';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { ROOT } from '../support/process.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { heldTo, tabTo } from './by-keyboard.ts';

/** An integrator at their bench, by keyboard alone: a wrong request is sent, found in the log, mended, and sent again. */

const FOLDER = join(ROOT, 'screenshots/console');

/** Ends a tag, an attribute, a script, a JSON text; shown anywhere, it is text. */
const HOSTILE = `"'><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;
const ESCAPED = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const call = (content: string, webExID = 'hostid', type = 'java:com.webex.service.binding.user.GetUser') =>
  `<message xmlns:xsi="urn:x"><header><securityContext><siteName>acme</siteName><webExID>${webExID}</webExID><password>${PASSWORD}</password></securityContext></header><body><bodyContent xsi:type="${type}">${content}</bodyContent></body></message>`;

/**
 * What the page is to blame for. Chromium itself tries to style what is typed over in an editor, and complains of the
 * policy that keeps it from that.
 */
function ours({ complaints }: Visit): string[] {
  return complaints.filter((complaint) => !complaint.startsWith('Applying inline style violates'));
}

describeInBrowser('An integrator', (browser) => {
  // The databases differ below what a browser sees: the log has suites of its own on both.
  forSqlite('at the console', (open) => {
    const shared = sharedSite(open);
    let visit: Visit;
    let page: Page;
    before(async () => {
      await mkdir(FOLDER, { recursive: true });
      visit = await browser.visit({
        viewport: { width: 1280, height: 900 },
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      ({ page } = visit);
      // By the debugger: the page's own policy lets no such script in.
      await page.addInitScript(axe.source);
      const admin = await ConsoleClient.as(shared(), 'admin');
      assert.equal((await admin.call('PUT', 'log/bodies', { body: { bodies: true } })).status, 200);
    });
    after(() => visit[Symbol.asyncDispose]());

    test('sends a wrong request, finds it in the log, reads why, mends it and sends it again', async () => {
      await page.goto(`${shared().url}/acme/console/test`);
      await tabTo(page, /user ?name|webexid/i);
      await page.keyboard.type('admin');
      await tabTo(page, /^password/i);
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Test tool' }).waitFor();
      await tabTo(page, /^Find an operation/);
      await page.keyboard.type('getuser');
      await tabTo(page, /^GetUser$/);
      await heldTo(page, 'operations');
      await page.keyboard.press('Enter');

      await page.getByRole('heading', { level: 1, name: 'GetUser' }).waitFor();
      await page.getByRole('textbox', { name: 'The request as XML' }).waitFor();
      await tabTo(page, /^webExId/);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('hostidd');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Corresponding User not found').first().waitFor();
      await page.getByText('The site has no account of that webExID.').waitFor();
      await heldTo(page, 'refused');

      await tabTo(page, /^Open in the request log$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Why it was refused' }).waitFor();
      assert.match(
        (await page.getByRole('textbox', { name: 'Request' }).textContent()) ?? '',
        /<webExId>hostidd</,
      );
      await heldTo(page, 'entry');
      await tabTo(page, /^Open in the test tool$/);
      await page.keyboard.press('Enter');

      await page.getByRole('heading', { level: 1, name: 'GetUser' }).waitFor();
      await page.locator('input[name^="/webExId"]').and(page.locator('[value="hostidd"]')).waitFor();
      await tabTo(page, /^webExId/);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('hostid');
      await page.keyboard.press('Control+Enter');
      await page.locator('.verdict').getByText('Success').waitFor();
      await page.locator('.xml-tree').getByText('hostid@acme.com').waitFor();
      await heldTo(page, 'mended');
      assert.deepEqual(ours(visit), []);
    });

    test('types XML and sees the form follow, fills in the form and sees the XML follow; what is unknown stays', async () => {
      await page.goto(`${shared().url}/acme/console/test/user/GetUser`);
      const editor = page.getByRole('textbox', { name: 'The request as XML' });
      await editor.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(call('<mine a="1">kept</mine><webExId>admin</webExId>'));
      const field = page.getByRole('textbox', { name: /^webExId/ });
      // The form follows what was typed a moment later.
      await page.getByText('Not in the declaration, and kept as written: mine').waitFor();
      assert.equal(await field.inputValue(), 'admin');
      await field.fill('a & b');
      await editor.getByText('a &amp; b').waitFor();
      const xml = (await editor.textContent()) ?? '';
      assert.match(xml, /<mine a="1">kept<\/mine><webExId>a &amp; b<\/webExId>/);
      await editor.focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.insertText('<');
      await page.getByText(/The form waits: the XML is not well-formed at line 1/).waitFor();
      assert.ok(await field.isDisabled());
      await page.keyboard.press('Backspace');
      await page.getByText(/The form waits/).waitFor({ state: 'detached' });
      assert.equal(await field.inputValue(), 'a & b');
      await page.getByRole('button', { name: 'Code', exact: true }).click();
      await page.getByText('#!/usr/bin/env bash').waitFor();
      await heldTo(page, 'code');
      await page.keyboard.press('Escape');
      assert.deepEqual(ours(visit), []);
    });

    test('puts a link together', async () => {
      await page.goto(`${shared().url}/acme/console/test`);
      await page.getByRole('link', { name: 'Links', exact: true }).click();
      await page.getByRole('combobox', { name: 'Command' }).selectOption('m.php JM');
      await page.getByRole('textbox', { name: 'MK', exact: true }).fill('12 3&4');
      await page.getByText(`${shared().url}/acme/m.php?AT=JM&MK=12%203%264`).waitFor();
      await heldTo(page, 'links');
      assert.deepEqual(ours(visit), []);
    });

    test('reads a log that strangers have written into, and nothing of it becomes a page', async () => {
      const { url } = shared();
      const send = (body: string, agent = 'x') =>
        fetch(`${url}/WBXService/XMLService?${encodeURIComponent(HOSTILE)}`, {
          method: 'POST',
          body,
          headers: { 'User-Agent': agent },
        });
      await send(
        call(`<webExId>${ESCAPED}</webExId><x${'y'.repeat(50)}>${ESCAPED}</x${'y'.repeat(50)}>`),
        HOSTILE,
      );
      await send(call('', ESCAPED, ESCAPED.replaceAll('"', '&quot;')), HOSTILE);
      await send(`<message><![CDATA[${HOSTILE}]]>`, HOSTILE);
      await page.goto(`${url}/acme/console/log`);
      const rows = page.locator('.log-table tbody tr');
      await rows.nth(1).waitFor();
      await heldTo(page, 'log');
      const entries = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.log-table th.operation a')].map((link) => link.getAttribute('href'))`,
      );
      for (const entry of entries.slice(0, 3)) {
        await page.goto(new URL(entry, url).href);
        await page.getByRole('heading', { level: 1 }).waitFor();
        const trees = page.getByRole('button', { name: 'Tree' });
        for (let at = await trees.count(); at > 0; at -= 1) await trees.nth(at - 1).click();
        assert.equal(await page.evaluate('window.hacked'), undefined);
        assert.equal(await page.locator('#root img, #root script').count(), 0);
      }
      await page.goto(
        `${url}/acme/console/log?text=${encodeURIComponent(HOSTILE)}&face=${encodeURIComponent(HOSTILE)}`,
      );
      await page.getByRole('heading', { level: 1 }).waitFor();
      assert.equal(await page.evaluate('window.hacked'), undefined);
      // An unknown face is refused by the server, which the browser notes.
      assert.deepEqual(
        ours(visit).filter((complaint) => !/422/.test(complaint)),
        [],
      );
    });

    test('reads in German why it was refused, and what it would be in REST', async () => {
      const { url, post } = shared();
      const type = 'java:com.webex.service.binding.meeting.CreateMeeting';
      const { headers } = await post(call('<metaData><confNam>Talk</confNam></metaData>', 'hostid', type));
      await using german = await browser.visit({ locale: 'de-DE', reducedMotion: 'reduce' });
      await german.page.addInitScript(axe.source);
      await german.page.goto(`${url}/acme/console/log/${headers.get('x-request-id')}`);
      await tabTo(german.page, /Benutzername|webexid/i);
      await german.page.keyboard.type('admin');
      await tabTo(german.page, /^Passwort/i);
      await german.page.keyboard.type(PASSWORD);
      await german.page.keyboard.press('Enter');
      await german.page.getByText(/^Es fehlt <confName> in <metaData>/).waitFor();
      await german.page.getByText('Schreiben Sie <confName> statt <confNam>.').waitFor();
      await german.page.getByText(/^Für greeting, location, invitation, Präsentationsdateien/).waitFor();
      await heldTo(german.page, 'entry-german');
      assert.deepEqual(ours(german), []);
    });

    test('repeats a request out of the log', async () => {
      const { url, post } = shared();
      const { headers } = await post(call('<webExId>guest</webExId>'));
      // By the number that the caller was told: it is waited for where it is not written yet.
      await page.goto(`${url}/acme/console/log/${headers.get('x-request-id')}`);
      await page.getByRole('button', { name: 'Repeat' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
      await page.getByText('Repeats', { exact: true }).waitFor();
      // The editor is loaded behind the page.
      await page.getByRole('textbox', { name: 'Answer' }).filter({ hasText: 'guest@acme.com' }).waitFor();
    });

    test('watches the log live, and pauses it', async () => {
      const { url, post } = shared();
      await page.goto(`${url}/acme/console/log`);
      const rows = page.locator('.log-table tbody tr');
      await rows.first().waitFor();
      const following = page.waitForResponse((response) => response.url().includes('/log/tail'));
      await page.getByRole('button', { name: 'Live' }).click();
      await following;
      const before = await rows.count();
      await post(call('<webExId>hostid</webExId>'));
      await rows.nth(before).waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await post(call('<webExId>hostid</webExId>'));
      await page.getByText('1 new request waits').waitFor();
      assert.equal(await rows.count(), before + 1);
      await page.getByRole('button', { name: 'Go on' }).click();
      await rows.nth(before + 1).waitFor();
    });
  });
});
