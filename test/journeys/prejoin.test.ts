import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeInBrowser } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { begins, fillIn, follow, heading, opens, pageOf, press, quiet, scheduled, waysTo } from './people.ts';
import { hears, sees } from './senses.ts';

/** Somebody tries their devices, comes in as they have chosen, and finds it so when they look again. */

forSqlite('On the way in', (open) => {
  describeInBrowser('people', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    test('try their devices, and come in as they have chosen', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using ada = await browser.visit();
      const { page } = ada;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await page.goto((await waysTo(site, key)).join);
      await page.getByText('Your microphone and camera are off').waitFor();
      await button('Turn the camera on').click();
      await sees(page, 'Your picture');
      await button('Turn the microphone on').click();
      await page.getByText('Your microphone works.').waitFor();
      await page.getByText('Choose devices, test the sound').click();
      const microphone = page.getByLabel('Microphone', { exact: true });
      await microphone.selectOption({ label: 'Fake Audio Input 2' });
      await page.getByLabel('Speaker', { exact: true }).selectOption({ index: 1 });
      await button('Play a test sound').click();
      await page.getByText('Did you hear it?').waitFor();

      // Too early: the page that waits shows the same.
      await fillIn(page, { 'Your name': 'Ada Lovelace' });
      await press(page, 'Join');
      assert.equal(await heading(page), 'The host has not started yet');
      await sees(page, 'Your picture');
      await using host = await browser.visit();
      await begins(site, host, key);
      await page.waitForURL('**/room.php**');
      await sees(host.page, 'Picture of Ada Lovelace');
      await hears(host.page);

      // As they have it now, it is after a look at the page anew.
      await button('Stop picture').click();
      await button('Start picture').waitFor();
      await page.reload();
      await button('Mute').waitFor();
      await button('Start picture').waitFor();
      await opens(page, 'More');
      await button('Microphone and camera').click();
      // Whatever the browser calls it today.
      await page.locator('option:checked', { hasText: 'Fake Audio Input 2' }).waitFor({ state: 'attached' });
      await microphone.selectOption({ index: 1 });
      await button('Close').click();
      await hears(host.page);

      // Another time: their name is there, and what they had tried on.
      await button('Leave meeting').click();
      await follow(page, 'Page of the meeting');
      await follow(page, 'Join meeting');
      await sees(page, 'Your picture');
      assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada Lovelace');
      await button('Turn the camera off').click();
      await button('Turn the microphone off').click();
      await press(page, 'Join');
      assert.equal(pageOf(page), '/acme/room.php');
      await button('Unmute').waitFor();
      await button('Start picture').waitFor();
      quiet(site, ada, host);
    });
  });
});
