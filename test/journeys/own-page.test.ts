import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { eventIn } from '../mail/parsed.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import {
  alertIn,
  comes,
  follow,
  heading,
  hostLeaves,
  isHere,
  pageOf,
  press,
  quiet,
  scheduled,
  signIn,
} from './people.ts';

/** What a host does from the site's own page. */

/** Summer in the one half of the world, winter in the other: never the same hour. */
const NEW_YORK = 11;
const KOLKATA = 'Asia/Kolkata';

forSqlite('The site’s own page', (open) => {
  describeInBrowser('leads a host', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });
    const address = (page = '') => `${shared().url}/acme/${page}`;

    test('to their meetings, in the hours of their own clock', async () => {
      const site = shared();
      const startAt = Math.ceil(site.clock.now() / 3_600_000) * 3_600_000 + 36 * 3_600_000;
      const key = await scheduled(site, {
        name: 'Across the sea',
        agenda: 'Hello & goodbye',
        startAt,
        timeZoneID: NEW_YORK,
      });
      await using host = await browser.visit({ timezoneId: KOLKATA, locale: 'en-GB' });
      const { page } = host;
      await page.goto(address());
      await signIn(page);
      assert.equal(await heading(page), 'Hello Holly');
      await takenOver(page);
      const row = page.getByRole('listitem').filter({ hasText: 'Across the sea' });
      const timeIn = (timeZone: string, locale: string) =>
        new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(startAt);
      const shown = await row.innerText();
      assert.ok(shown.includes(timeIn(KOLKATA, 'en-GB')), shown);

      await follow(page, 'Across the sea');
      await takenOver(page);
      const told = await page.getByRole('main').innerText();
      assert.ok(told.includes('Your time, Asia/Kolkata') || told.includes('Your time, Asia/Calcutta'), told);
      assert.ok(told.includes(timeIn('America/New_York', 'en-US')), told);
      assert.ok(told.includes('Hello & goodbye'), told);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Add to calendar' }).click(),
      ]);
      assert.equal(download.suggestedFilename(), 'meeting.ics');
      const event = eventIn(await readFile(await download.path(), 'utf8'));
      assert.equal(event.summary, 'Across the sea');
      assert.equal(event.startDate.zone.tzid, 'America/New_York');

      await press(page, 'Start meeting');
      assert.equal(pageOf(page), '/acme/room.php');
      await using guest = await browser.visit();
      await comes(site, guest, key, 'Gil Guest');
      await isHere(page, 'Gil Guest');
      await page.goto(address());
      assert.match(await row.innerText(), /In progress/);
      quiet(site, host, guest);
    });

    test('on to where they were going, though they mistype their password', async () => {
      const site = shared();
      const key = await scheduled(site, { name: 'Second try' });
      await using host = await browser.visit();
      const { page } = host;
      await page.goto(address(`schedule.php?MK=${key}`));
      await signIn(page, 'hostid', 'wrong');
      assert.equal(await alertIn(page), 'The user name or the password is wrong.');
      assert.equal(await page.getByLabel('User name').inputValue(), 'hostid');
      await signIn(page);
      assert.equal(await heading(page), 'Change the meeting');
      quiet(site, host);
    });

    test('to a meeting at once, and out of the site', async () => {
      const site = shared();
      await using host = await browser.visit();
      const { page } = host;
      await page.goto(address());
      await signIn(page);
      await press(page, 'Start now');
      assert.equal(pageOf(page), '/acme/room.php');
      assert.equal(await heading(page), "Holly Host's meeting");
      const key = new URL(page.url()).searchParams.get('MK') ?? '';
      const open = await site.ok('ep.LstOpenSession', '', HOST);
      assert.ok(open.texts('services/sessions/sessionKey').includes(key));
      await using guest = await browser.visit();
      await guest.page.goto(await page.getByLabel('You are the first. Send this link:').inputValue());
      await follow(guest.page, 'Join meeting');

      await hostLeaves(page);
      await press(page, 'Sign out');
      await page.getByText('You are signed out.').waitFor();
      await page.goto(address('m.php?AT=IM'));
      assert.equal(await heading(page), 'Sign in');
      quiet(site, host, guest);
    });

    test('where the site asks for the token of their forms', async () => {
      const site = shared();
      await site.context.sites.change('acme', { settings: { urlAPI: { requireCSRF: true } } });
      try {
        await using host = await browser.visit();
        await host.page.goto(address());
        await signIn(host.page);
        await press(host.page, 'Start now');
        assert.equal(pageOf(host.page), '/acme/room.php');
        quiet(site, host);
      } finally {
        await site.context.sites.change('acme', { settings: { urlAPI: { requireCSRF: false } } });
      }
    });

    test('by one click, once that is set up', async () => {
      const site = shared();
      await using host = await browser.visit();
      const { page } = host;
      await page.goto(address());
      await signIn(page);
      await page.goto(address('w.php?AT=SO&PW=quick-w0rd&TP=Quick%20call'));
      assert.equal(new URL(page.url()).search, '?siteurl=acme&AT=SO&ST=SUCCESS');
      await page.goto(address('w.php?AT=CO'));
      assert.equal(pageOf(page), '/acme/room.php');
      assert.equal(await heading(page), 'Quick call');
      const key = new URL(page.url()).searchParams.get('MK') ?? '';
      await using guest = await browser.visit();
      await comes(site, guest, key, 'Gil Guest');
      await guest.page.getByLabel('Meeting password').fill('quick-w0rd');
      await press(guest.page, 'Join');
      await isHere(page, 'Gil Guest');
      quiet(site, host, guest);
    });

    test('who may host nothing to no button', async () => {
      const site = shared();
      await using guest = await browser.visit();
      await guest.page.goto(address());
      await signIn(guest.page, 'guest');
      assert.equal(await heading(guest.page), 'Hello Gus');
      assert.equal(await guest.page.getByRole('button', { name: 'Start now' }).count(), 0);
      quiet(site, guest);
    });
  });
});
