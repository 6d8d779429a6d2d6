import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startSmtp, type TestSmtp } from '../mail/smtp.ts';
import { describeInBrowser } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import {
  alertIn,
  begins,
  fillIn,
  follow,
  heading,
  isHere,
  pageOf,
  press,
  quiet,
  scheduled,
  signIn,
  waysTo,
} from './people.ts';

/** People who register for a meeting, and the host who decides on them. */

forProtocol('A meeting with registration', (open) => {
  describeInBrowser('is', (browser) => {
    let smtp: TestSmtp | undefined;
    let site: TestSite | undefined;

    before(async () => {
      smtp = await startSmtp();
      site = await startSite(await open(), {
        clock: 'now',
        settings: { smtpUrl: smtp.url, mailFrom: 'meetings@acme.example' },
      });
    });
    after(async () => {
      await site?.close();
      await smtp?.close();
    });

    const there = () => {
      assert.ok(site && smtp, 'the site and its mail are there while tests run');
      return { site, smtp };
    };

    /** The one mail that each got since the last time. */
    async function mails() {
      await there().site.context.mail.sender.drain();
      const found = new Map(
        there()
          .smtp.take()
          .map(({ to, mail }) => [to, mail]),
      );
      return (address: string) => {
        const mail = found.get(address);
        assert.ok(mail, `${address} got mail`);
        return { subject: mail.subject, text: mail.text ?? '' };
      };
    }

    const linkIn = (text: string) => /^http\S+$/m.exec(text)?.[0] ?? '';

    async function registers(page: Page, key: string, firstName: string): Promise<void> {
      const email = `${firstName.toLowerCase()}@example.com`;
      await page.goto((await waysTo(there().site, key)).register);
      await fillIn(page, { 'First name': firstName, 'Last name': 'Reader', 'E-mail address': email });
      await press(page, 'Register');
    }

    test('open to those whom the host accepts', async () => {
      const { site } = there();
      const key = await scheduled(site, {
        name: 'Book club',
        options: '<registration>true</registration><auto>false</auto>',
      });
      await using rita = await browser.visit();
      await registers(rita.page, key, 'Rita');
      assert.equal(await heading(rita.page), 'Your registration waits for approval');
      await using theo = await browser.visit();
      await registers(theo.page, key, 'Theo');
      const asked = await mails();
      assert.equal(asked('rita@example.com').subject, 'Registration received: Book club');

      // The host comes by their mail, and is asked who they are.
      await using host = await browser.visit();
      await host.page.goto(linkIn(asked('hostid@acme.com').text));
      await signIn(host.page);
      assert.equal(pageOf(host.page), '/acme/registrants.php');
      await follow(host.page, 'Back to the meeting');
      assert.match(await host.page.getByRole('main').innerText(), /Registrations\s+2 wait for you/);
      await follow(host.page, 'Registrations');
      await press(host.page, 'Accept Rita Reader');
      await press(host.page, 'Reject Theo Reader');
      const [first, second] = await host.page.getByRole('main').getByRole('listitem').allInnerTexts();
      assert.match(first ?? '', /Rita Reader\s+rita@example\.com\s+Registered [^\n]+\s+Accepted\s+Reject$/);
      assert.match(second ?? '', /Theo Reader\s+theo@example\.com\s+Registered [^\n]+\s+Rejected\s+Accept$/);
      await follow(host.page, 'Back to the meeting');
      assert.equal(await host.page.getByText('wait for you').count(), 0);
      await press(host.page, 'Start meeting');

      const told = await mails();
      const accepted = told('rita@example.com');
      assert.equal(accepted.subject, 'Registration approved: Book club');
      const id = /^Registration ID: (\d{6})$/m.exec(accepted.text)?.[1] ?? '';
      await rita.page.goto(linkIn(accepted.text));
      await follow(rita.page, 'Join meeting');
      assert.equal(pageOf(rita.page), '/acme/room.php');
      await isHere(host.page, 'Rita Reader');

      const rejected = told('theo@example.com');
      assert.equal(rejected.subject, 'Registration not approved: Book club');
      assert.equal(linkIn(rejected.text), '');
      await theo.page.goto((await waysTo(site, key)).join);
      await fillIn(theo.page, {
        'Your name': 'Theo Reader',
        'E-mail address': 'theo@example.com',
        'Registration ID': String(Number(id) + 1),
      });
      await press(theo.page, 'Join');
      assert.equal(await alertIn(theo.page), 'This registration ID is not valid for this meeting.');
      assert.equal(await theo.page.getByLabel('Your name').inputValue(), 'Theo Reader');
      await registers(theo.page, key, 'Theo');
      assert.equal(await heading(theo.page), 'Your registration was not accepted');

      // Whom the host no longer wants does not come in again.
      await press(rita.page, 'Leave meeting');
      await host.page.goto(`${site.url}/acme/registrants.php?MK=${key}`);
      await press(host.page, 'Reject Rita Reader');
      await rita.page.goto(linkIn(accepted.text));
      await follow(rita.page, 'Join meeting');
      assert.equal(await alertIn(rita.page), 'This registration ID is not valid for this meeting.');
      quiet(site, host, rita, theo);
    });

    test('open to everybody who registers', async () => {
      const { site } = there();
      const key = await scheduled(site, {
        name: 'Open day',
        options: '<registration>true</registration><auto>true</auto>',
      });
      await using rita = await browser.visit();
      await rita.page.goto((await waysTo(site, key)).join);
      await follow(rita.page, 'Not registered yet? Register');
      await registers(rita.page, key, 'Rita');
      assert.equal(await heading(rita.page), 'You are registered');
      const id = await rita.page.getByText(/^\d{6}$/).innerText();
      assert.match((await mails())('rita@example.com').text, new RegExp(`^Registration ID: ${id}$`, 'm'));
      await follow(rita.page, 'Go to the meeting');
      assert.equal(await heading(rita.page), 'The host has not started yet');

      await using host = await browser.visit();
      await begins(site, host, key);
      await rita.page.waitForURL('**/room.php**');
      await isHere(host.page, 'Rita Reader');
      quiet(site, host, rita);
    });
  });
});
