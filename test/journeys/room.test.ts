import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import {
  begins,
  comes,
  endsForEveryone,
  heading,
  hostLeaves,
  isGone,
  isHere,
  opens,
  pageOf,
  press,
  quiet,
  scheduled,
} from './people.ts';

/** A host and those who come to their meeting: the door, the lock, the end, and a tab that is closed. */

forProtocol('In the room', (open) => {
  describeInBrowser('the host', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });

    test('lets in who waits at the door, or does not', async () => {
      const site = shared();
      const key = await scheduled(site, { options: '<request>true</request>' });
      await using host = await browser.visit();
      await begins(site, host, key);
      await using wanda = await browser.visit();
      await comes(site, wanda, key, 'Wanda Wanted');
      assert.equal(await heading(wanda.page), 'The host knows that you are here');
      await using udo = await browser.visit();
      await comes(site, udo, key, 'Udo Unwanted');

      await button(host, 'Let in Wanda Wanted').waitFor();
      await button(host, 'Refuse Udo Unwanted').waitFor();
      await host.page.getByText('1 person is here').waitFor();
      await button(host, 'Let in Wanda Wanted').click();
      await wanda.page.waitForURL('**/room.php**');
      await isHere(wanda.page, 'Holly Host');
      // Who waits is nobody's business but the host's.
      assert.equal(await wanda.page.getByText('Udo Unwanted').count(), 0);
      await button(host, 'Refuse Udo Unwanted').click();
      await udo.page.getByRole('heading', { name: 'You were not let in' }).waitFor();
      await host.page.getByText('2 people are here').waitFor();
      await isGone(host.page, 'Udo Unwanted');
      quiet(site, host, wanda, udo);
    });

    test('is not kept by somebody who waited and went', async () => {
      const site = shared();
      const key = await scheduled(site, { options: '<request>true</request>' });
      await using host = await browser.visit();
      await begins(site, host, key);
      await using wanda = await browser.visit();
      await comes(site, wanda, key, 'Wanda Wanted');
      await isHere(host.page, 'Wanda Wanted');
      await press(wanda.page, 'Leave');
      assert.equal(await heading(wanda.page), 'You have left the meeting');
      await isGone(host.page, 'Wanda Wanted');
      quiet(site, host, wanda);
    });

    test('puts somebody out, who is told and kept out, and lets them back in', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using host = await browser.visit();
      await begins(site, host, key);
      await using rude = await browser.visit();
      await comes(site, rude, key, 'Rudi Rude');
      await isHere(host.page, 'Rudi Rude');
      await opens(rude.page, 'People');
      await button(rude, 'Actions for Holly Host').click();
      await button(rude, 'Keep in front').waitFor();
      assert.equal(await button(rude, 'Remove…').count(), 0);
      await opens(host.page, 'People');
      await button(host, 'Actions for Rudi Rude').click();
      await button(host, 'Remove…').click();
      await button(host, 'Remove').click();
      await rude.page.getByRole('heading', { name: 'You were removed by the host' }).waitFor();
      await isGone(host.page, 'Rudi Rude');
      await comes(site, rude, key, 'Rudi Again');
      assert.equal(await heading(rude.page), 'You were removed by the host');
      await button(host, 'Let Rudi Rude back in').click();
      await button(host, 'Let Rudi Rude back in').waitFor({ state: 'detached' });
      await comes(site, rude, key, 'Rudi Rude');
      await isHere(host.page, 'Rudi Rude');
      quiet(site, host, rude);
    });

    test('locks, unlocks, and ends it for all', async () => {
      const site = shared();
      const key = await scheduled(site);
      const done = `${site.url}/acme/?done=1`;
      await using host = await browser.visit();
      await begins(site, host, key);
      await using ann = await browser.visit();
      await comes(site, ann, key, 'Ann Attendee');
      await isHere(host.page, 'Ann Attendee');

      await opens(host.page, 'More');
      await button(host, 'Lock').click();
      await ann.page.getByText('Locked', { exact: true }).waitFor();
      await using bob = await browser.visit();
      await comes(site, bob, key, 'Bob Behind');
      assert.equal(await heading(bob.page), 'The meeting is locked');
      await bob.page.getByText('as soon as the host unlocks it').waitFor();
      await opens(host.page, 'More');
      await button(host, 'Unlock').click();
      await ann.page.getByText('Locked', { exact: true }).waitFor({ state: 'detached' });
      await bob.page.waitForURL('**/room.php**');
      await isHere(host.page, 'Bob Behind');

      // A third has come from somewhere, and is sent back there.
      await using carl = await browser.visit();
      await carl.page.goto(
        `${site.url}/acme/m.php?AT=JM&MK=${key}&AN=Carl&AE=carl@example.com&BU=${encodeURIComponent(done)}`,
      );
      await isHere(host.page, 'Carl');

      // They have to say it twice.
      await opens(host.page, 'Leave');
      await button(host, 'End for everyone').click();
      await button(host, 'Cancel').click();
      assert.equal(pageOf(host.page), '/acme/room.php');
      await host.page.getByText('4 people are here').waitFor();
      await endsForEveryone(host.page);
      for (const { page } of [host, ann, bob]) {
        await page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
      }
      await carl.page.waitForURL(`${done}&**`);
      assert.equal(new URL(carl.page.url()).search, '?done=1&AT=JM&ST=SUCCESS');
      quiet(site, host, ann, bob, carl);
    });

    test('comes in a second time, and is in one place', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using desk = await browser.visit();
      await begins(site, desk, key);
      await using phone = await browser.visit();
      await begins(site, phone, key);
      await desk.page.getByRole('heading', { name: 'You are not in the meeting here any more' }).waitFor();
      await phone.page.getByText('1 person is here').waitFor();
      await press(desk.page, 'Join again');
      assert.equal(pageOf(desk.page), '/acme/room.php');
      await phone.page.getByRole('heading', { name: 'You are not in the meeting here any more' }).waitFor();
      await desk.page.getByText('1 person is here').waitFor();
      quiet(site, desk, phone);
    });

    test('leaves the others among themselves, and the last one ends it', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using host = await browser.visit();
      await begins(site, host, key);
      await using ann = await browser.visit();
      await comes(site, ann, key, 'Ann Attendee');
      await isHere(host.page, 'Ann Attendee');
      await hostLeaves(host.page);
      await isGone(ann.page, 'Holly Host');
      // Back again is not in again.
      await host.page.goBack();
      assert.equal(await heading(host.page), 'You have left the meeting');
      const isOpen = async () =>
        (await site.call('ep.LstOpenSession', '', HOST)).texts('services/sessions/sessionKey').includes(key);
      assert.equal(await isOpen(), true);
      await press(ann.page, 'Leave meeting');
      assert.equal(await isOpen(), false);
      quiet(site, host, ann);
    });

    test('sees that a tab was closed, and the history tells of it', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using host = await browser.visit();
      await begins(site, host, key);
      const gone = await browser.visit();
      const listening = gone.page.waitForResponse((response) => response.url().includes('/events.php'));
      await comes(site, gone, key, 'Gwen Gone');
      await Promise.all([listening, isHere(host.page, 'Gwen Gone')]);
      await gone[Symbol.asyncDispose]();
      // The server has seen it, and hears of that tab no more.
      await host.page.getByText('Reconnecting', { exact: false }).first().waitFor();

      const { context, clock } = site;
      // The host's tab says every now and then that it is still there.
      clock.advance({ seconds: 10 });
      await host.page.reload();
      clock.advance({ seconds: 10 });
      await context.live.sweep();
      await isGone(host.page, 'Gwen Gone');
      await host.page.getByText('1 person is here').waitFor();

      const [usage] = await context.history.usagesOf(await context.sites.required('acme'), Number(key));
      assert.ok(usage);
      const attendances = await context.history.attendancesOf(usage);
      assert.deepEqual(
        attendances.map(({ name, endReason }) => [name, endReason]),
        [
          ['Holly Host', null],
          ['Gwen Gone', 'LOST'],
        ],
      );
      quiet(site, host, gone);
    });
  });
});
