import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { startSmtp } from '../mail/smtp.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, startSite, TestClock } from '../support/site.ts';
import { heldTo, tabTo } from './by-keyboard.ts';
import { heading, pageOf, quiet } from './people.ts';

/** A host schedules by keyboard alone: a weekly meeting, one day of it, its end by the link of a mail, one at once. */

/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 30, 8);

describeInBrowser('A host without a mouse', (browser) => {
  // The databases differ below what a browser sees.
  forSqlite('who schedules', (open) => {
    test('a week of meetings, changes some of it, takes it off by the link of a mail, and meets at once', async () => {
      await using smtp = await startSmtp();
      await using site = await startSite(await open(), {
        clock: new TestClock(MONDAY),
        settings: { smtpUrl: smtp.url, mailFrom: 'meetings@acme.example' },
      });
      const mails = async () => {
        await site.context.mail.sender.drain();
        return smtp.take();
      };
      const options = {
        viewport: { width: 1280, height: 900 },
        locale: 'en-US',
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      } as const;
      await using host = await browser.visit(options);
      const { page } = host;
      // By the debugger: the page's own policy lets no such script in.
      await page.addInitScript(axe.source);

      await page.goto(`${site.url}/acme/`);
      await signsIn(page);
      assert.equal(await heading(page), 'Hello Holly');
      await heldTo(page, 'host-home');
      await enters(page, /^Schedule$/);
      assert.equal(await heading(page), 'Schedule a meeting');
      await heldTo(page, 'host-schedule');

      await types(page, /^Title/, 'Stand-up');
      // Month, day and year are steps of one field, as are hour, minute and half of the day.
      await types(page, /^Day/, '12012026');
      await types(page, /^Time$/, '1000AM');
      await types(page, /^Length in minutes/, '30');
      await tabTo(page, /^Repeats/);
      await chooses(page, 'Weekly');
      await tabTo(page, /^Tuesday/);
      await page.keyboard.press('Space');
      await tabTo(page, /^Thursday/);
      await page.keyboard.press('Space');
      await tabTo(page, /^Ends/);
      await chooses(page, 'After');
      await types(page, /^How many times/, '6');
      await page.getByText('Every Tuesday and Thursday, 10:00 – 10:30 AM, Europe/Berlin').waitFor();
      await tabTo(page, /^People/);
      await page.keyboard.type('Ann Lee <ann@example.com>');
      await page.keyboard.press('Enter');
      await page.keyboard.type('Gus');
      await page.getByRole('option', { name: /guest@acme\.com/ }).waitFor();
      await page.keyboard.press('ArrowDown');
      // Whoever goes on from the field has chosen what is marked in it.
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Remove Gus Guest <guest@acme.com>' }).waitFor();
      await heldTo(page, 'host-schedule-filled');
      await enters(page, /^Schedule$/);
      await page.getByText('Meeting scheduled.').waitFor();
      assert.equal(await heading(page), 'Stand-up');
      const meeting = page.url().replace(/[?&]WAS=.*$/, '');
      await heldTo(page, 'host-meeting');
      const main = page.getByRole('main');
      const told = await main.innerText();
      assert.match(told, /Every Tuesday and Thursday, 10:00 – 10:30 AM/);
      assert.match(told, /Ann Lee\s+ann@example\.com\s+Invited/);
      const invited = (await mails()).map(({ to }) => to).sort();
      assert.deepEqual(invited, ['ann@example.com', 'guest@acme.com', 'hostid@acme.com']);

      await enters(page, /^Change Thursday, December 3/);
      assert.equal(await heading(page), 'Change one day of the series');
      await heldTo(page, 'host-occurrence');
      await types(page, /^Day/, '12042026');
      await enters(page, /^Save this day$/);
      await page.getByText('This day is moved.').waitFor();
      assert.match(await main.innerText(), /Friday, December 4.*\s+Moved/);
      await enters(page, /^Change Tuesday, December 8/);
      await tabTo(page, /^Cancel this one$/);
      await page.keyboard.press('Enter');
      await enters(page, /^Cancel this one$/);
      await page.getByText('This day does not take place.').waitFor();
      assert.match(await main.innerText(), /Tuesday, December 8.*\s+Cancelled/);
      await heldTo(page, 'host-meeting-changed');

      // The same address, opened by somebody who was sent it.
      await using guest = await browser.visit(options);
      await guest.page.addInitScript(axe.source);
      await guest.page.goto(meeting);
      assert.equal(await heading(guest.page), 'Stand-up');
      const seen = await guest.page.getByRole('main').innerText();
      assert.match(seen, /Every week on Tuesday and Thursday/);
      assert.doesNotMatch(seen, /Password|ann@example\.com|Edit|Cancel/);
      await heldTo(guest.page, 'guest-meeting');

      // The mail says where it is taken off, also to a browser in which nobody is signed in.
      const cancel = /^http\S+DO=CANCEL$/m.exec((await mails()).at(-1)?.mail.text ?? '')?.[0] ?? '';
      await using elsewhere = await browser.visit(options);
      await elsewhere.page.addInitScript(axe.source);
      await elsewhere.page.goto(cancel);
      await signsIn(elsewhere.page);
      const question = elsewhere.page.getByText(
        'Everybody who was invited is told, and the link works no more.',
      );
      await question.waitFor();
      await heldTo(elsewhere.page, 'host-cancel');
      await tabTo(elsewhere.page, /^Cancel the whole series$/);
      assert.equal(await elsewhere.page.evaluate(`document.activeElement.tagName`), 'SUMMARY');
      await enters(elsewhere.page, /^Cancel the whole series$/);
      assert.equal(pageOf(elsewhere.page), '/acme/meetings.php');
      await elsewhere.page.getByText('is cancelled').waitFor();
      const gone = (await mails()).map(({ to, mail }) => `${to} ${mail.subject}`).sort();
      assert.deepEqual(
        gone,
        invited.map((to) => `${to} Cancelled: Stand-up`),
      );

      await page.goto(`${site.url}/acme/`);
      await enters(page, /^Start now$/);
      assert.equal(pageOf(page), '/acme/room.php');
      await takenOver(page);
      await tabTo(page, /^Leave$/);
      await page.keyboard.press('Enter');
      await tabTo(page, /^Leave meeting$/);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      await page.getByRole('button', { name: 'Sign out' }).waitFor();
      await heldTo(page, 'host-left');
      quiet(site, host, guest, elsewhere);
    });
  });
});

async function signsIn(page: Page): Promise<void> {
  await types(page, /^User name/, 'hostid');
  await types(page, /^Password/, PASSWORD);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await takenOver(page);
}

/** What is typed takes the place of what stands in the field. */
async function types(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  if ((await page.evaluate(`document.activeElement.type`)) !== 'date') await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** By the first letters of what is chosen. */
async function chooses(page: Page, letters: string): Promise<void> {
  await page.keyboard.type(letters);
}

/** Goes to a link or a button and follows it to the next page. */
async function enters(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await takenOver(page);
}
