import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeInBrowser } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { begins, comes, isHere, opens, quiet, scheduled } from './people.ts';

/** People of a room write to each other, by the keyboard alone, and follow what they are sent. */

forProtocol('The chat', (open) => {
  describeInBrowser('of a room', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    test('tells what is new, is written by keyboard, and makes links that are safe', async () => {
      const site = shared();
      const key = await scheduled(site);
      await using host = await browser.visit();
      await begins(site, host, key);
      await using ada = await browser.visit({ viewport: { width: 390, height: 780 } });
      await comes(site, ada, key, 'Ada Lovelace');
      await isHere(ada.page, 'Holly Host');

      await opens(host.page, 'Chat');
      const field = host.page.getByLabel('Message', { exact: true });
      await field.fill(
        'See https://example.com/a?b=c. <b>Not</b> javascript:alert(1) http://you@example.org/',
      );
      await field.press('Enter');
      const link = host.page.getByRole('log', { name: 'Messages' }).getByRole('link');
      await link.waitFor();
      assert.equal(await link.count(), 1);
      assert.equal(await link.getAttribute('href'), 'https://example.com/a?b=c');
      assert.equal(await link.getAttribute('rel'), 'noopener noreferrer nofollow');
      assert.equal(await field.inputValue(), '');

      // Ada's panel is closed: the button counts, and a sentence is read out.
      await ada.page.getByRole('button', { name: 'Chat, 1 new' }).waitFor();
      await ada.page.getByRole('status').filter({ hasText: 'Holly Host: See https' }).waitFor();
      await ada.page.getByRole('button', { name: 'Chat, 1 new' }).click();
      const said = ada.page.getByRole('log', { name: 'Messages' });
      await said.getByText('<b>Not</b>').waitFor();
      await ada.page.getByLabel('To', { exact: true }).selectOption({ label: 'Holly Host' });
      await ada.page.getByLabel('Message', { exact: true }).fill(`A secret: ${'long'.repeat(60)}`);
      await ada.page.keyboard.press('Tab');
      await ada.page.keyboard.press('Enter');
      await said.getByText('to Holly Host alone').waitFor();
      await host.page.getByRole('log', { name: 'Messages' }).getByText('to you alone').waitFor();
      const fits = 'document.documentElement.scrollWidth <= innerWidth';
      assert.equal(await ada.page.evaluate(fits), true, 'long words wrap');
      const { PARLANCE_TEST_PICTURES: pictures } = process.env;
      if (pictures !== undefined) {
        await host.page.screenshot({ path: `${pictures}/chat.png` });
        await ada.page.screenshot({ path: `${pictures}/chat-phone.png` });
      }

      // What was read is not new again, and a page that is loaded anew has what was said.
      await ada.page.reload();
      await ada.page.getByRole('button', { name: 'Chat', exact: true }).click();
      await said.getByText('A secret').waitFor();
      await ada.page.keyboard.press('Escape');
      assert.equal(await ada.page.evaluate('document.activeElement.id'), 'open-chat');
      quiet(site, host, ada);
    });
  });
});
