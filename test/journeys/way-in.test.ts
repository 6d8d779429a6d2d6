import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { Visitor } from '../browser/visitor.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import {
  begins,
  comes,
  fillIn,
  follow,
  heading,
  isHere,
  opens,
  pageOf,
  press,
  quiet,
  scheduled,
  waysTo,
} from './people.ts';

/** What somebody meets on their way in and out who has never been here before. */

forSqlite('A newcomer', (open) => {
  describeInBrowser('is told', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    test('that an address may be left out, and finds the button on a phone without looking for it', async () => {
      const site = shared();
      const key = await scheduled(site, { password: 'open-sesame' });
      await using host = await browser.visit();
      await begins(site, host, key);
      await using phone = await browser.visit({ viewport: { width: 390, height: 664 } });
      const { page } = phone;
      const isInSight = async (control: Locator) => {
        const box = await control.boundingBox();
        assert.ok(box && box.y + box.height <= 664, 'it lies below the fold');
      };
      await page.goto((await waysTo(site, key)).invite);
      await takenOver(page);
      await isInSight(page.getByRole('link', { name: 'Join meeting' }));
      await follow(page, 'Join meeting');
      await takenOver(page);
      await page.getByRole('button', { name: 'Turn the camera on' }).waitFor();
      await isInSight(page.getByRole('button', { name: 'Join', exact: true }));
      // The facts are told once, where they are asked for.
      assert.equal(await page.getByText('Holly Host').isVisible(), false);
      await page.getByText('About this meeting').click();
      await page.getByText('Holly Host').waitFor();
      await page.getByText('You may leave this empty').waitFor();
      await fillIn(page, { 'Your name': 'Nora Nomail', 'Meeting password': 'open-sesame' });
      await press(page, 'Join');
      assert.equal(pageOf(page), '/acme/room.php');
      await isHere(host.page, 'Nora Nomail');

      // Out, and in again without being asked once more for what they do not want to give.
      await page.getByRole('button', { name: 'Leave meeting' }).click();
      await page.getByRole('heading', { name: 'You have left the meeting' }).waitFor();
      await follow(page, 'Page of the meeting');
      assert.equal(await heading(page), 'Planning');
      await page.goBack();
      await follow(page, 'Join again');
      assert.equal(await page.getByLabel('E-mail address').count(), 0);
      quiet(site, host, phone);
    });

    test('what a link leaves out is asked for once: of whoever fills in the page, an address is not demanded', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using host = await browser.visit();
      await begins(site, host, key);
      const program = new Visitor(site.url);
      const joins = (more: Record<string, string>) =>
        program.get('/acme/m.php', { AT: 'JM', MK: key, AN: 'Penny Program', ...more });
      // As it has been for programs.
      assert.match((await joins({})).text, /name="AE"/);
      assert.match((await joins({ AE: '' })).text, /name="AE"/);
      assert.equal((await joins({ AE: 'penny@example.com' })).target?.pathname, '/acme/room.php');
      const person = new Visitor(site.url);
      const filled = { AT: 'JM', MK: key, AN: 'Paula Person', AE: '', ASKED: '1' };
      assert.equal((await person.post('/acme/m.php', filled)).target?.pathname, '/acme/room.php');
      const wrong = await new Visitor(site.url).post('/acme/m.php', { ...filled, AE: 'nowhere' });
      assert.match(wrong.text, /This is not an e-mail address/);
    });

    test('what is true of this meeting, and who of two of one name is who', async () => {
      const site = shared();
      const key = await scheduled(site, { password: 'open-sesame' });
      await using host = await browser.visit();
      await begins(site, host, key);
      await using first = await browser.visit();
      await comes(site, first, key, 'Ada Lovelace');
      await fillIn(first.page, { 'Meeting password': 'open-sesame' });
      await press(first.page, 'Join');
      await isHere(host.page, 'Ada Lovelace');
      await using second = await browser.visit();
      await second.page.goto((await waysTo(site, key)).join);
      await fillIn(second.page, {
        'Your name': 'ada lovelace',
        'E-mail address': 'impostor@example.com',
        'Meeting password': 'open-sesame',
      });
      await press(second.page, 'Join');
      await isHere(first.page, 'ada lovelace (2)');
      // Nobody but the host could know by an address; nobody else is told it.
      assert.doesNotMatch(await first.page.content(), /impostor@example\.com/);
      await opens(host.page, 'People');
      await host.page.getByText('Anyone with the link and the password can join.').waitFor();
      await opens(host.page, 'More');
      await host.page.getByRole('button', { name: 'Lock', exact: true }).click();
      await host.page.getByText('The meeting is locked, and nobody else can join.').waitFor();
      quiet(site, host, first, second);
    });

    test('without scripts: the page that waits looks again by itself, and has no way out but its own', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using paul = await browser.visit({ javaScriptEnabled: false });
      const { page } = paul;
      await page.goto((await waysTo(site, key)).join);
      await fillIn(page, { 'Your name': 'Paul Plain' });
      await press(page, 'Join');
      assert.equal(await heading(page), 'The host has not started yet');
      const refresh = page.locator('meta[http-equiv=refresh]');
      assert.equal(await refresh.getAttribute('content'), '20');
      assert.equal(await page.locator('header a').count(), 0);
      await page.getByRole('link', { name: 'Leave' }).waitFor();
      await using host = await browser.visit();
      await begins(site, host, key);
      // What the browser does by itself after that time.
      await page.goto(page.url());
      assert.equal(pageOf(page), '/acme/room.php');
      await isHere(host.page, 'Paul Plain');
      quiet(site, paul, host);
    });
  });
});
