import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import {
  alertIn,
  begins,
  comes,
  fillIn,
  follow,
  heading,
  isGone,
  isHere,
  pageOf,
  press,
  quiet,
  scheduled,
  signIn,
  waysTo,
} from './people.ts';

/** The ways into a meeting: with nothing in the link, with an account only, with the keyboard, without scripts. */

forSqlite('Somebody with a join link', (open) => {
  describeInBrowser('comes', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    /** A meeting that the host has begun, and the host's browser in it. */
    async function running(wanted: Parameters<typeof scheduled>[1] = {}) {
      const key = await scheduled(shared(), wanted);
      const host = await browser.visit();
      await begins(shared(), host, key);
      return { key, host };
    }

    test('with a password in their calendar, when the link is no number that anybody may guess', async () => {
      const site = shared();
      const key = await scheduled(site, { password: 'open-sesame' });
      const { context } = site;
      const session = await context.sessions.required(await context.sites.required('acme'), Number(key));
      await using ali = await browser.visit();
      const calendarFrom = async (address: string) => {
        await ali.page.goto(address);
        const [download] = await Promise.all([
          ali.page.waitForEvent('download'),
          ali.page.getByRole('link', { name: 'Add to calendar' }).click(),
        ]);
        return readFile(await download.path(), 'utf8');
      };
      const told = await calendarFrom((await waysTo(site, key)).invite);
      assert.match(told, /open-sesame/);
      const guessed = await calendarFrom(`${site.url}/acme/e.php?AT=MI&ED=${session.eventID}`);
      assert.match(guessed, /SUMMARY:Planning/);
      assert.doesNotMatch(guessed, /open-sesame/);
      assert.ok(!(await ali.page.content()).includes(session.attendeeToken));
      quiet(site, ali);
    });

    test('with nothing in it: they are asked, and what they typed stays when the password was wrong', async () => {
      const site = shared();
      const { key, host } = await running({ password: 'open-sesame' });
      await using _ = host;
      await using ali = await browser.visit();
      await ali.page.goto((await waysTo(site, key)).invite);
      await follow(ali.page, 'Join meeting');
      await fillIn(ali.page, {
        'Your name': 'Ali Baba',
        'E-mail address': 'ali@example.com',
        'Meeting password': 'open barley',
      });
      await press(ali.page, 'Join');
      assert.equal(await alertIn(ali.page), 'The meeting number or the meeting password is wrong.');
      assert.equal(await ali.page.getByLabel('Your name').inputValue(), 'Ali Baba');
      assert.equal(await ali.page.getByLabel('E-mail address').inputValue(), 'ali@example.com');
      assert.equal(await ali.page.getByLabel('Meeting password').inputValue(), '');
      await fillIn(ali.page, { 'Meeting password': 'open-sesame' });
      await press(ali.page, 'Join');
      assert.equal(pageOf(ali.page), '/acme/room.php');
      await isHere(host.page, 'Ali Baba');

      await press(ali.page, 'Leave meeting');
      assert.equal(await heading(ali.page), 'You have left the meeting');
      await isGone(host.page, 'Ali Baba');
      await follow(ali.page, 'Join again');
      assert.equal(await ali.page.getByLabel('Your name').count(), 0);
      await fillIn(ali.page, { 'Meeting password': 'open-sesame' });
      await press(ali.page, 'Join');
      await isHere(host.page, 'Ali Baba');
      quiet(site, host, ali);
    });

    test('too early: a reload and the way back send no form twice', async () => {
      const site = shared();
      const key = await scheduled(site, { password: 'open-sesame' });
      await using ali = await browser.visit();
      const { page } = ali;
      const posted: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posted.push(request.url());
      });
      await page.goto((await waysTo(site, key)).invite);
      await follow(page, 'Join meeting');
      await fillIn(page, {
        'Your name': 'Ali Baba',
        'E-mail address': 'ali@example.com',
        'Meeting password': 'open-sesame',
      });
      await press(page, 'Join');
      await takenOver(page);
      assert.equal(await heading(page), 'The host has not started yet');
      assert.equal(new URL(page.url()).search, `?AT=JM&MK=${key}&ASKED=1&KEPT=1`);
      assert.equal(posted.length, 1);
      await page.reload();
      assert.equal(await heading(page), 'The host has not started yet');
      await page.goto(`${site.url}/acme/`);
      await page.goBack();
      assert.equal(posted.length, 1);

      await using paul = await browser.visit({ javaScriptEnabled: false });
      await paul.page.goto((await waysTo(site, key)).invite);
      await follow(paul.page, 'Join meeting');
      await fillIn(paul.page, {
        'Your name': 'Paul Plain',
        'E-mail address': 'paul@example.com',
        'Meeting password': 'open-sesame',
      });
      await press(paul.page, 'Join');
      const answer = await paul.page.reload();
      assert.equal(answer?.request().method(), 'GET');
      assert.equal(await heading(paul.page), 'The host has not started yet');
      await using host = await browser.visit();
      await begins(site, host, key);
      await paul.page.reload();
      assert.equal(pageOf(paul.page), '/acme/room.php');
      await isHere(host.page, 'Paul Plain');
      quiet(site, ali, paul, host);
    });

    test('to a meeting for people with an account: they sign in, and are in', async () => {
      const site = shared();
      const { key, host } = await running({ options: '<joinRequiresAccount>true</joinRequiresAccount>' });
      await using _ = host;
      await using gus = await browser.visit();
      await comes(site, gus, key, 'Gus Guest');
      assert.equal(await gus.page.getByRole('main').getByRole('textbox').count(), 0);
      assert.equal(await gus.page.getByRole('main').getByRole('button').count(), 0);
      await follow(gus.page, 'Sign in');
      await signIn(gus.page, 'guest');
      assert.equal(pageOf(gus.page), '/acme/room.php');
      await isHere(host.page, 'Gus Guest');
      quiet(site, host, gus);
    });

    test('to a site that is closed to strangers: they sign in, and are in', async () => {
      const site = shared();
      await site.context.sites.change('acme', {
        settings: { security: { requireLoginBeforeSiteAccess: true } },
      });
      try {
        const { key, host } = await running({ password: 'open-sesame' });
        await using _ = host;
        await using gus = await browser.visit();
        await gus.page.goto((await waysTo(site, key, '<meetingPW>open-sesame</meetingPW>')).join);
        await signIn(gus.page, 'guest');
        assert.equal(pageOf(gus.page), '/acme/room.php');
        await isHere(host.page, 'Gus Guest');
        quiet(site, host, gus);
      } finally {
        await site.context.sites.change('acme', {
          settings: { security: { requireLoginBeforeSiteAccess: false } },
        });
      }
    });

    test('with the keyboard alone: in, and out again', async () => {
      const site = shared();
      const { key, host } = await running({ password: 'open-sesame' });
      await using _ = host;
      await using kim = await browser.visit();
      const { page } = kim;
      const { keyboard } = page;
      await page.goto((await waysTo(site, key)).join);
      /** Goes from one thing to the next until the focus is where the label says. */
      const tabTo = async (name: string) => {
        const wanted = page.getByLabel(name, { exact: true }).or(page.getByRole('button', { name }));
        for (let steps = 0; steps < 20; steps++) {
          await keyboard.press('Tab');
          if ((await wanted.and(page.locator(':focus')).count()) === 1) return;
        }
        assert.fail(`${name} is out of reach`);
      };
      await tabTo('Your name');
      await keyboard.type('Kim Keys');
      await tabTo('E-mail address');
      await keyboard.type('kim@example.com');
      await tabTo('Meeting password');
      await keyboard.type('open-sesame');
      await keyboard.press('Enter');
      await page.waitForURL('**/room.php**');
      await isHere(host.page, 'Kim Keys');
      await tabTo('Leave meeting');
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: 'You have left the meeting' }).waitFor();
      await isGone(host.page, 'Kim Keys');
      quiet(site, host, kim);
    });

    test('on a phone, without scripts: they see who is there by looking again, and leave', async () => {
      const site = shared();
      const { key, host } = await running();
      await using _ = host;
      await using paul = await browser.visit({
        javaScriptEnabled: false,
        viewport: { width: 360, height: 640 },
      });
      const { page } = paul;
      await page.goto((await waysTo(site, key)).join);
      await fillIn(page, { 'Your name': 'Paul Plain', 'E-mail address': 'paul@example.com' });
      await press(page, 'Join');
      assert.equal(pageOf(page), '/acme/room.php');
      await isHere(page, 'Holly Host');
      await isHere(host.page, 'Paul Plain');
      await using lea = await browser.visit();
      await comes(site, lea, key, 'Lea Late');
      assert.equal(await page.getByText('Lea Late').count(), 0);
      await page.reload();
      await isHere(page, 'Lea Late');
      // It would look again by itself, sooner than they are taken for gone.
      assert.equal(await page.locator('meta[http-equiv=refresh]').getAttribute('content'), '20');
      await press(page, 'Leave meeting');
      assert.equal(await heading(page), 'You have left the meeting');
      await isGone(host.page, 'Paul Plain');
      quiet(site, host, paul, lea);
    });
  });
});
