import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSmtp } from '../mail/smtp.ts';
import { describeInBrowser } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { startSite } from '../support/site.ts';
import { alertIn, fillIn, follow, heading, press, quiet, signIn } from './people.ts';

const NEW = 'An0ther-Password';

forProtocol('A forgotten password', (open) => {
  describeInBrowser('in a browser', (browser) => {
    test('is replaced by a link that comes by mail, works once, and ends what was open', async () => {
      await using smtp = await startSmtp();
      await using site = await startSite(await open(), {
        clock: 'now',
        settings: { smtpUrl: smtp.url, mailFrom: 'meetings@acme.example' },
      });
      const home = `${site.url}/acme/`;
      await site.context.sites.change('acme', {
        settings: { security: { strictUserPassword: true }, accountPasswordCriteria: { minLength: 8 } },
      });
      await using earlier = await browser.visit();
      await earlier.page.goto(home);
      await signIn(earlier.page);
      assert.equal(await heading(earlier.page), 'Hello Holly');

      await using holly = await browser.visit();
      const { page } = holly;
      await page.goto(home);
      await follow(page, 'Forgot your password?');
      // Nobody learns here who has an account.
      await fillIn(page, { 'User name or e-mail address': 'nobody' });
      await press(page, 'Send the link');
      const forNobody = await page.getByRole('main').innerText();
      await page.goBack();
      await fillIn(page, { 'User name or e-mail address': 'hostid@acme.com' });
      await press(page, 'Send the link');
      assert.equal(await heading(page), 'Check your email');
      assert.equal(await page.getByRole('main').innerText(), forNobody);

      await site.context.mail.sender.drain();
      const [mail, ...more] = smtp.take();
      assert.deepEqual(more, []);
      assert.equal(mail?.to, 'hostid@acme.com');
      const link = /^http\S+$/m.exec(mail.mail.text ?? '')?.[0] ?? '';
      await page.goto(link);
      await fillIn(page, { 'New password': 'short', 'New password again': 'short' });
      await press(page, 'Change password');
      assert.match(await alertIn(page), /^The new password must .+ 8 .+\.$/);
      await fillIn(page, { 'New password': NEW, 'New password again': `${NEW}!` });
      await press(page, 'Change password');
      assert.equal(await alertIn(page), 'The new password is not the same twice.');
      await fillIn(page, { 'New password': NEW, 'New password again': NEW });
      await press(page, 'Change password');
      await page.getByText('Your password is changed. Sign in with the new one.').waitFor();
      assert.equal(await page.getByLabel('User name', { exact: true }).inputValue(), 'hostid');
      await signIn(page, 'hostid', NEW);
      assert.equal(await heading(page), 'Hello Holly');

      await earlier.page.reload();
      assert.equal(await heading(earlier.page), 'Sign in');
      quiet(site, holly, earlier);

      await using late = await browser.visit();
      await late.page.goto(link);
      assert.equal(
        await alertIn(late.page),
        'This link has been used already or has expired. Ask for a new one.',
      );
      await fillIn(late.page, { 'User name or e-mail address': 'hostid' });
      await press(late.page, 'Send the link');
      assert.equal(await heading(late.page), 'Check your email');
    });
  });
});
