import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { begins, comes, isHere, opens, quiet, scheduled } from './people.ts';
import { asked, hears, sees } from './senses.ts';

/** People of a room see and hear each other, by browsers with a camera that shows a clock and a microphone that beeps. */

const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });

/** Resolves when the page plays no voice: that follows what it shows by a moment. */
const isSilent = (page: Page) =>
  asked<void>(
    page,
    'audio',
    `(audio) => new Promise((resolve) => {
      const look = () => (audio.srcObject === null ? resolve() : requestAnimationFrame(look));
      look();
    })`,
  );

forProtocol('Sound and picture', (open) => {
  describeInBrowser('in a room', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    test('go both ways, and nobody hears or sees what the host or its sender has turned off', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using host = await browser.visit();
      await begins(site, host, key);
      await using ada = await browser.visit();
      await comes(site, ada, key, 'Ada Lovelace');
      await isHere(ada.page, 'Holly Host');

      await opens(host.page, 'People');
      await button(host, 'Start picture').click();
      await sees(ada.page, 'Picture of Holly Host');
      await button(ada, 'Start picture').click();
      await sees(host.page, 'Picture of Ada Lovelace');
      await button(ada, 'Unmute').click();
      await button(host, 'Mute Ada Lovelace').waitFor();
      await hears(host.page);
      // A ring tells who speaks; and whoever speaks into a microphone that is muted is told.
      await host.page.locator('.tile[data-speaking]').filter({ hasText: 'Ada Lovelace' }).waitFor();
      await button(ada, 'Mute').click();
      await ada.page.getByText('You are muted. Nobody hears what you say.').waitFor();
      await button(ada, 'Unmute now').click();
      await button(host, 'Mute Ada Lovelace').waitFor();
      // A key that is held speaks, for as long as it is.
      await host.page.locator('.stage').click();
      await host.page.keyboard.down('Space');
      await ada.page.locator('.tile[data-speaking]').filter({ hasText: 'Holly Host' }).waitFor();
      await host.page.keyboard.up('Space');
      await ada.page.locator('.tile', { hasText: 'Holly Host' }).getByText('Muted').waitFor();

      // The host turns Ada off; Ada may turn on again.
      await button(host, 'Mute Ada Lovelace').click();
      await button(ada, 'Unmute').waitFor();
      await button(host, 'Mute Ada Lovelace').waitFor({ state: 'detached' });
      await isSilent(host.page);
      await button(ada, 'Unmute').click();
      await button(host, 'Mute Ada Lovelace').waitFor();
      await hears(host.page);
      await button(host, 'Actions for Ada Lovelace').click();
      await button(host, 'Stop their picture').click();
      await host.page.getByLabel('Picture of Ada Lovelace', { exact: true }).waitFor({ state: 'detached' });
      await button(ada, 'Start picture').waitFor();

      // A page that is loaded anew finds the others again.
      await ada.page.reload();
      await sees(ada.page, 'Picture of Holly Host');
      await button(ada, 'Raise hand').click();
      await host.page.locator('.tile').getByText('Hand raised').waitFor();
      await button(ada, 'Leave meeting').click();
      await host.page.getByText('1 person is here').waitFor();
      quiet(site, host, ada);
    });
  });
});
