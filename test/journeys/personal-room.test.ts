import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import {
  endsForEveryone,
  fillIn,
  follow,
  heading,
  isHere,
  opens,
  pageOf,
  press,
  quiet,
  signIn,
} from './people.ts';

/** A room that is always there: its owner, and those who come by its address. */

/** A dot. */
const PHOTO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

forSqlite('A personal room', (open) => {
  describeInBrowser('is', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    async function address(way: 'meet' | 'join'): Promise<string> {
      const { context, url } = shared();
      const owner = await context.accounts.required(await context.sites.required('acme'), HOST.webExID);
      return `${url}/acme/${way}/${owner.personalUrl}`;
    }

    async function comes({ page }: Visit, name: string, way = 'Enter the room'): Promise<void> {
      await follow(page, way);
      await fillIn(page, { 'Your name': name, 'E-mail address': 'visitor@example.com' });
      await press(page, 'Join');
    }

    /** Its owner comes by its address, and opens it. */
    async function opened(): Promise<Visit> {
      const owner = await browser.visit();
      await owner.page.goto(await address('meet'));
      await follow(owner.page, 'Is this your room? Sign in to start');
      await signIn(owner.page);
      assert.equal(pageOf(owner.page), '/acme/room.php');
      return owner;
    }

    async function ends({ page }: Visit): Promise<void> {
      await endsForEveryone(page);
      assert.equal(await heading(page), 'The meeting has ended');
    }

    test('dressed by its owner', async () => {
      const site = shared();
      await site.ok('user.UploadPMRImage', `<imageFor>Photo</imageFor><imageData>${PHOTO}</imageData>`, HOST);
      await site.ok(
        'user.SetUser',
        '<webExId>hostid</webExId><personalMeetingRoom><title>The den</title>' +
          '<welcomeMessage>Come in!\nTea is ready.</welcomeMessage></personalMeetingRoom>',
        HOST,
      );
      await using guest = await browser.visit();
      const { page } = guest;
      await page.goto(await address('meet'));
      assert.equal(await heading(page), 'The den');
      await page.getByText('Personal room of Holly Host').waitFor();
      await page.getByText(/^Come in!\s+Tea is ready\.$/).waitFor();
      await page.getByText('Nobody is there yet').waitFor();
      const width = await page.locator('img.photo').evaluate((photo) => Reflect.get(photo, 'naturalWidth'));
      assert.equal(width, 1);
      quiet(site, guest);
    });

    test('closed until its owner comes', async () => {
      const site = shared();
      await using guest = await browser.visit();
      await guest.page.goto(await address('meet'));
      await comes(guest, 'Wilma Waits');
      assert.equal(await heading(guest.page), 'The host has not started yet');
      await using owner = await opened();
      await guest.page.waitForURL('**/room.php**');
      await isHere(owner.page, 'Wilma Waits');
      await isHere(guest.page, 'Holly Host');

      // Its owner has one way in.
      await owner.page.goto(await address('meet'));
      await owner.page.getByText('The meeting is in progress').waitFor();
      assert.equal(await owner.page.getByRole('link', { name: 'Enter the room' }).count(), 0);
      await press(owner.page, 'Enter the room');
      await isHere(owner.page, 'Wilma Waits');
      await ends(owner);
      await guest.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
      quiet(site, owner, guest);
    });

    test('locked: those who come knock at its door', async () => {
      const site = shared();
      await using owner = await opened();
      await opens(owner.page, 'More');
      await owner.page.getByRole('button', { name: 'Lock', exact: true }).click();
      await owner.page.getByText('Locked', { exact: true }).waitFor();
      await using guest = await browser.visit();
      await guest.page.goto(await address('meet'));
      await guest.page.getByText('The room is locked').waitFor();
      await comes(guest, 'Klaus Knocks', 'Knock');
      await owner.page.getByRole('button', { name: 'Let in Klaus Knocks' }).click();
      await isHere(guest.page, 'Holly Host');
      await ends(owner);
      quiet(site, owner, guest);
    });

    test('entered at once by /join: by its owner, and by others', async () => {
      const site = shared();
      await using guest = await browser.visit();
      await guest.page.goto(await address('join'));
      await fillIn(guest.page, { 'Your name': 'Dora Direct', 'E-mail address': 'dora@example.com' });
      await press(guest.page, 'Join');
      await using owner = await browser.visit();
      await owner.page.goto(`${site.url}/acme/`);
      await signIn(owner.page);
      await owner.page.goto(await address('join'));
      assert.equal(pageOf(owner.page), '/acme/room.php');
      await isHere(owner.page, 'Dora Direct');
      await ends(owner);
      quiet(site, owner, guest);
    });
  });
});
