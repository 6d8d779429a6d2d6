import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { HOST, PASSWORD, sharedSite } from '../support/site.ts';
import { begin, meeting } from '../url-api/portal.ts';
import { heldTo, tabTo } from './by-keyboard.ts';

/** Administrators in the console, by keyboard alone: the frame, the overview, the sessions. */

const HOSTILE = `"'><img src=x onerror="window.hacked=1">`;

describeInBrowser('An administrator', (browser) => {
  // The databases differ below what a browser sees.
  forSqlite('in the console', (open) => {
    const shared = sharedSite(open);
    let visit: Visit;
    let page: Page;
    let running = '';

    before(async () => {
      const site = shared();
      const name = HOSTILE.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
      await site.ok(
        'meeting.CreateMeeting',
        `<metaData><confName>${name}</confName></metaData><accessControl><meetingPassword>pass-w0rd</meetingPassword></accessControl><schedule><startDate>03/05/2026 09:00:00</startDate></schedule>`,
        HOST,
      );
      ({ key: running } = await meeting(site));
      await begin(site, running);
      visit = await browser.visit({
        viewport: { width: 1280, height: 900 },
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      ({ page } = visit);
      // By the debugger: the page's own policy lets no such script in.
      await page.addInitScript(axe.source);
    });
    after(() => visit[Symbol.asyncDispose]());

    test('signs in, sees what runs, finds a session, gives it away and ends one that runs', async () => {
      await page.goto(`${shared().url}/acme/console`);
      await signIn(page, 'admin');
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await page.getByText('session running').waitFor();
      await heldTo(page, 'overview');

      await tabTo(page, /^Sessions$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor();
      await page.waitForFunction(`document.activeElement?.tagName === 'H1'`);
      await page.getByRole('link', { name: HOSTILE }).waitFor();
      assert.equal(await page.evaluate('window.hacked'), undefined);
      await heldTo(page, 'sessions');
      await tabTo(page, /^Title or number$/);
      await page.keyboard.type(`"'>`);
      await page.waitForURL(/\?q=/);
      await page.getByText('1 entry').waitFor();
      await tabTo(page, /onerror/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: HOSTILE }).waitFor();
      await tabTo(page, /^Change the host$/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await tabTo(page, /^User name of the new host/);
      await page.keyboard.type('nobody');
      await page.keyboard.press('Enter');
      await page.getByText('There is no host of that name.').waitFor();
      await heldTo(page, 'change-host');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('admin');
      await page.keyboard.press('Enter');
      await page.getByText('The session has a new host.').waitFor();
      await page.getByText('Ada Admin').first().waitFor();
      await heldTo(page, 'session');
      assert.deepEqual(visit.complaints.splice(0).filter(isUnexpected), []);
    });

    test('goes through the console by the menu of a phone, which gives the focus back', async () => {
      await page.setViewportSize({ width: 390, height: 900 });
      await page.goto(`${shared().url}/acme/console`);
      const opener = page.locator('.c-phone-bar').getByRole('button');
      await opener.press('Enter');
      const menu = page.getByRole('dialog');
      await menu.getByRole('link', { name: 'Sessions' }).waitFor();
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      await page.locator('.c-phone-bar button:focus').waitFor();
      await opener.press('Enter');
      await menu.getByRole('link', { name: 'Sessions' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor();
      await menu.waitFor({ state: 'detached' });
      await page.setViewportSize({ width: 1280, height: 900 });
    });

    test('is told when a session ends while its page is open', async () => {
      const { live, sites } = shared().context;
      await page.goto(`${shared().url}/acme/console/sessions/${running}`);
      await page.getByText('Running · 1').waitFor();
      await heldTo(page, 'running');
      await live.end(await sites.required('acme'), Number(running));
      await tabTo(page, /^End$/);
      await page.keyboard.press('Enter');
      await page.getByRole('alertdialog').waitFor();
      await tabTo(page, /^End$/);
      await page.keyboard.press('Enter');
      await page.getByText('The session is not running.').waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Delete' }).waitFor();
      visit.complaints.splice(0);
    });

    test('signs in again over a form when the session has expired, and loses nothing of what was typed', async () => {
      await page.goto(`${shared().url}/acme/console/sites`);
      await page.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
      await tabTo(page, /^Add a site$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Name/);
      await page.keyboard.type('globex');
      shared().clock.advance({ minutes: 31 });
      await page.keyboard.press('Enter');
      const again = page.getByRole('dialog', { name: 'Sign in again' });
      await again.waitFor();
      await heldTo(page, 'sign-in-again');
      await page.keyboard.type('not this one');
      await page.keyboard.press('Enter');
      await page.getByText('That user name and password do not fit.').waitFor();
      await tabTo(page, /^Password/);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(PASSWORD);
      await page.keyboard.press('Enter');
      await again.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'globex' }).waitFor();
      assert.ok(await shared().context.sites.byName('globex'));
      visit.complaints.splice(0);
    });

    test('sees the same without the buttons when they may only read', async () => {
      const { webExID } = await shared().person({ privileges: { roSiteAdmin: true, host: false } });
      await using reading = await browser.visit({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
      await reading.page.goto(`${shared().url}/acme/console/sessions?q=A+meeting`);
      await signIn(reading.page, webExID);
      await reading.page.getByText('View only').first().waitFor();
      await tabTo(reading.page, /^A meeting$/);
      await reading.page.keyboard.press('Enter');
      await reading.page.getByRole('heading', { level: 1, name: 'A meeting' }).waitFor();
      await reading.page.getByRole('heading', { name: 'About it' }).waitFor();
      for (const name of ['End', 'Delete', 'Change the host', 'Accept']) {
        assert.equal(await reading.page.getByRole('button', { name, exact: true }).count(), 0, name);
      }
      assert.deepEqual(reading.complaints, []);
    });
  });
});

/** What the browser says of an answer that is no success; the page says it in words. */
function isUnexpected(complaint: string): boolean {
  return !/Failed to load resource/.test(complaint);
}

async function signIn(page: Page, name: string): Promise<void> {
  await tabTo(page, /user ?name|webexid/i);
  await page.keyboard.type(name);
  await tabTo(page, /^password/i);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
}
