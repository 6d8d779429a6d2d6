import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { ROOT } from '../support/process.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

/** How a person with a browser comes into a site and out of it. */

const NEW = 'An0ther-Password';

forSqlite('In a real browser', (open) => {
  describeInBrowser('a person', (browser) => {
    const shared = sharedSite(open);
    const address = (path: string) => `${shared().url}/acme/${path}`;

    async function ticketLink(webExID: string): Promise<string> {
      const caller = { siteName: 'acme', webExID, password: PASSWORD };
      const ticket = (await shared().ok('user.GetLoginTicket', '', caller)).value('ticket') ?? '';
      return address(`p.php?AT=LI&WID=${encodeURIComponent(webExID)}&TK=${encodeURIComponent(ticket)}`);
    }

    async function fillIn(
      page: Page,
      fields: Readonly<Record<string, string>>,
      button: string,
    ): Promise<void> {
      for (const [label, value] of Object.entries(fields)) {
        await page.getByLabel(label, { exact: true }).fill(value);
      }
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: button }).click()]);
    }

    const signIn = (page: Page, user: string, password: string) =>
      fillIn(page, { 'User name': user, Password: password }, 'Sign in');

    /** Forms have a cookie of their own. */
    const sessionCookies = async (page: Page) =>
      (await page.context().cookies()).filter(({ name }) => name !== 'form');

    const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
    const alertIn = (page: Page) => page.getByRole('alert').innerText();

    test('comes in by a login ticket, once', async () => {
      const host = await shared().person({ firstName: 'Percy' });
      const link = await ticketLink(host.webExID);

      await using first = await browser.visit();
      await first.page.goto(link);
      assert.equal(first.page.url(), address(''));
      assert.equal(await heading(first.page), 'Hello Percy');
      const [cookie, ...others] = await sessionCookies(first.page);
      assert.deepEqual(others, []);
      assert.deepEqual(
        [cookie?.name, cookie?.path, cookie?.httpOnly, cookie?.secure, cookie?.sameSite],
        ['ticket', '/acme', true, false, 'Lax'],
      );
      assert.equal(await first.page.evaluate('document.cookie'), '');
      assert.deepEqual(first.complaints, []);

      await using second = await browser.visit();
      await second.page.goto(link);
      assert.match(await alertIn(second.page), /This link has been used already or has expired/);
      // The address keeps nothing of it, and neither does a reload.
      await second.page.waitForURL(address(''));
      await second.page.reload();
      assert.equal(await second.page.getByRole('alert').count(), 0);
      assert.deepEqual(await sessionCookies(second.page), []);
    });

    test('comes in by the form, and goes out', async () => {
      const host = await shared().person({ firstName: 'Percy' });
      await using visit = await browser.visit();
      const { page } = visit;
      await page.goto(`${shared().url}/acme`);
      await signIn(page, host.webExID, 'wrong');
      assert.equal(await alertIn(page), 'The user name or the password is wrong.');
      assert.equal(new URL(page.url()).search, '');
      assert.equal(await page.evaluate('document.activeElement?.name'), 'PW');
      await signIn(page, host.webExID, PASSWORD);
      assert.equal(await heading(page), 'Hello Percy');
      assert.equal(page.url(), address(''));
      await page.reload();
      assert.equal(await heading(page), 'Hello Percy');
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Sign out' }).click()]);
      await page.getByText('You are signed out.').waitFor();
      assert.deepEqual(await sessionCookies(page), []);
      await page.goto(address(''));
      assert.equal(await heading(page), 'Sign in');
      assert.deepEqual(visit.complaints, []);
      assert.deepEqual([...visit.origins], [shared().url]);
    });

    test('chooses a new password when they must', async () => {
      const host = await shared().person({ firstName: 'Percy' });
      const forced = '<security><forceChangePassword>true</forceChangePassword></security>';
      await shared().ok('user.SetUser', `<webExId>${host.webExID}</webExId>${forced}`);
      await using visit = await browser.visit();
      const { page } = visit;
      await page.goto(address(''));
      await signIn(page, host.webExID, PASSWORD);
      assert.equal(await heading(page), 'Choose a new password');
      assert.equal(await page.getByLabel('User name').inputValue(), host.webExID);
      assert.deepEqual(await sessionCookies(page), []);

      const change = (again: string) =>
        fillIn(
          page,
          { 'Old password': PASSWORD, 'New password': NEW, 'New password again': again },
          'Change password',
        );
      await change('something else');
      assert.equal(await alertIn(page), 'The new password is not the same twice.');
      await change(NEW);
      assert.equal(await heading(page), 'Hello Percy');
      assert.deepEqual(visit.complaints, []);

      await using later = await browser.visit();
      await later.page.goto(address(''));
      await signIn(later.page, host.webExID, PASSWORD);
      assert.equal(await alertIn(later.page), 'The user name or the password is wrong.');
      await signIn(later.page, host.webExID, NEW);
      assert.equal(await heading(later.page), 'Hello Percy');
    });

    for (const host of ['localhost', 'acme.localhost']) {
      test(`comes in at ${host}, and stays there`, async () => {
        await using visit = await browser.visit();
        const { page } = visit;
        const { port } = new URL(shared().url);
        const folder = host === 'localhost' ? '/acme/' : '/';
        await page.goto(`http://${host}:${port}${folder}`);
        await signIn(page, 'hostid', PASSWORD);
        assert.equal(await heading(page), 'Hello Holly');
        assert.equal(page.url(), `http://${host}:${port}${folder}`);
        await page.goto(`http://${host}:${port}/acme/`);
        assert.equal(await heading(page), 'Hello Holly');
      });
    }

    test('finds their site by its name', async () => {
      await using visit = await browser.visit();
      await visit.page.goto(shared().url);
      await fillIn(visit.page, { 'Name of the site': 'acme' }, 'Go to the site');
      assert.equal(visit.page.url(), address(''));
    });

    test('is asked before they are sent to another place', async () => {
      await using visit = await browser.visit();
      const back = 'https://lms.example/back?id=1';
      await visit.page.goto(address(`p.php?AT=LO&BU=${encodeURIComponent(back)}`));
      assert.equal(await heading(visit.page), 'You are leaving the meeting site');
      const link = visit.page.getByRole('link', { name: 'Go on to lms.example' });
      assert.equal(await link.getAttribute('href'), `${back}&AT=LO&ST=SUCCESS`);
      assert.deepEqual([...visit.origins], [shared().url]);
    });

    test('is led on by the script of the page that answers', async () => {
      const link = await ticketLink((await shared().person()).webExID);
      await using visit = await browser.visit();
      const { page } = visit;
      await page.route('**/p.php*', async (route) => {
        const answer = await route.fetch({ maxRedirects: 0 });
        const { location, ...headers } = answer.headers();
        assert.equal(location, undefined);
        await route.fulfill({ status: answer.status(), headers, body: await answer.text() });
      });
      await page.goto(link);
      await page.waitForURL(address(''));
      assert.match(await heading(page), /^Hello /);
      assert.deepEqual(visit.complaints, []);
    });

    test('needs no JavaScript', async () => {
      await using visit = await browser.visit({ javaScriptEnabled: false });
      await visit.page.goto(address(''));
      await signIn(visit.page, 'hostid', PASSWORD);
      assert.equal(await heading(visit.page), 'Hello Holly');
    });

    for (const [screen, options] of [
      ['desktop', { viewport: { width: 1280, height: 800 } }],
      ['phone', { viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 }],
      ['dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
    ] as const) {
      // The pictures are for people to look at: screenshots/<page>-<screen>.png.
      test(`can read every page on a ${screen} screen`, async () => {
        const folder = join(ROOT, 'screenshots');
        await mkdir(folder, { recursive: true });
        await using visit = await browser.visit(options);
        const { page } = visit;
        const long = `https://lms.example/${'a-long-path/'.repeat(12)}`;
        for (const [name, path] of [
          ['welcome', '/'],
          ['sign-in', '/acme/'],
          ['failed', '/acme/?AT=LI&ST=FAIL&RS=InvalidTicket'],
          ['signed-out', '/acme/?AT=LO&ST=SUCCESS'],
          ['new-password', '/acme/password.php?WID=hostid'],
          ['leaving', `/acme/p.php?AT=LO&BU=${encodeURIComponent(long)}`],
          ['not-found', '/nowhere/'],
          [
            'signed-in',
            new URL(await ticketLink('hostid')).pathname + new URL(await ticketLink('hostid')).search,
          ],
        ] as const) {
          await page.goto(shared().url + path);
          await page.screenshot({ path: join(folder, `${name}-${screen}.png`), fullPage: true });
          const overflow = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          assert.equal(overflow, 0, `${name} is wider than the screen`);
        }
      });
    }
  });
});
