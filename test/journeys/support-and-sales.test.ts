import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatSiteTime, GMT } from '../../src/time/site-time.ts';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { type Caller, HOST, sharedSite } from '../support/site.ts';
import { comes, endsForEveryone, heading, isHere, pageOf, quiet } from './people.ts';

/** A support session and a sales session, from the integration that makes them to the history that tells of them. */

forProtocol('An integration', (open) => {
  describeInBrowser('for those who help and those who sell', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });
    const key = (sessionKey: string) => `<sessionKey>${sessionKey}</sessionKey>`;

    /** The host opens it by the address that the integration hands them. */
    async function opens({ page }: Visit, sessionKey: string, caller: Caller): Promise<void> {
      const answer = await shared().ok('meeting.GethosturlMeeting', key(sessionKey), caller);
      await page.goto(answer.value('hostMeetingURL') ?? '');
      assert.equal(pageOf(page), '/acme/room.php');
    }

    async function statusOf(sessionKey: string): Promise<string | undefined> {
      return (await shared().ok('ep.GetSessionInfo', key(sessionKey), HOST)).value('status');
    }

    /** The keys that a list tells. */
    async function listed(operation: string, content: string, element: string): Promise<string[]> {
      const answer = await shared().call(operation, content, HOST);
      return answer.result === 'SUCCESS' ? answer.texts(element) : [];
    }

    test('has somebody helped at once', async () => {
      const site = shared();
      const created = await site.ok('supportsession.CreateSupportSession', '', HOST);
      const sessionKey = created.value('sessionKey') ?? '';
      await using customer = await browser.visit();
      await comes(site, customer, sessionKey, 'Carl Customer');
      assert.notEqual(pageOf(customer.page), '/acme/room.php', 'whoever needs help waits');
      await using host = await browser.visit();
      await opens(host, sessionKey, HOST);
      assert.equal(await statusOf(sessionKey), 'INPROGRESS');
      assert.deepEqual(await listed('ep.LstOpenSession', '', 'services/sessions/sessionKey'), [sessionKey]);
      await comes(site, customer, sessionKey, 'Carl Customer');
      await isHere(host.page, 'Carl Customer');
      await isHere(customer.page, 'Holly Host');
      await endsForEveryone(host.page);
      await customer.page.getByRole('heading', { name: /ended/ }).waitFor();
      assert.equal(await statusOf(sessionKey), 'NOT_INPROGRESS');
      const all = await listed('ep.LstsummarySession', '', 'session/sessionKey');
      assert.ok(all.includes(sessionKey), String(all));
      assert.deepEqual(
        await listed('history.LstsupportsessionHistory', key(sessionKey), 'supportSessionHistory/sessionKey'),
        [sessionKey],
      );
      const people = await listed(
        'history.LstsupportattendeeHistory',
        key(sessionKey),
        'supportAttendeeHistory/attendeeName',
      );
      assert.deepEqual(people.sort(), ['Carl Customer', 'Holly Host']);
      quiet(site, customer, host);
    });

    test('has something sold to a prospect', async () => {
      const site = shared();
      const account = await site.ok('sales.CreateAccount', '<account><name>Northern</name></account>', HOST);
      await site.ok(
        'sales.CreateOpportunity',
        '<opportunity><name>Desks</name>' +
          `<intAccountID>${account.value('intAccountID')}</intAccountID></opportunity>`,
        HOST,
      );
      const startDate = formatSiteTime(site.clock.now() + 60_000, GMT);
      const created = await site.ok(
        'sales.CreateSalesSession',
        '<metaData><confName>Forty desks</confName><account>Northern</account><opportunity>Desks</opportunity></metaData>' +
          `<schedule><startDate>${startDate}</startDate><timeZoneID>20</timeZoneID></schedule>` +
          '<prospects><prospect><name>Nora North</name><email>nora.north@example.com</email></prospect></prospects>' +
          '<attendeeOptions><emailInvitations>true</emailInvitations></attendeeOptions>',
        HOST,
      );
      const sessionKey = created.value('meetingKey') ?? '';
      await using host = await browser.visit();
      await opens(host, sessionKey, HOST);
      assert.equal(await heading(host.page), 'Forty desks');
      await using nora = await browser.visit();
      await comes(site, nora, sessionKey, 'Nora North');
      await isHere(host.page, 'Nora North');
      assert.equal(await statusOf(sessionKey), 'INPROGRESS');
      await site.refused('060002', 'sales.DelSalesSession', `<meetingKey>${sessionKey}</meetingKey>`, HOST);
      await endsForEveryone(host.page);
      await nora.page.getByRole('heading', { name: /ended/ }).waitFor();
      assert.deepEqual(
        await listed(
          'sales.LstsummarySalesSession',
          '<account>Northern</account>',
          'salesSession/meetingKey',
        ),
        [sessionKey],
      );
      const past = await site.ok(
        'history.LstsalesSessionHistory',
        '<account>Northern</account><opportunity>Desks</opportunity>',
        HOST,
      );
      assert.deepEqual(past.texts('salesSessionHistory/sessionKey'), [sessionKey]);
      assert.equal(past.value('salesSessionHistory/opportunity'), 'Desks');
      const people = await listed(
        'history.LstsalesAttendeeHistory',
        key(sessionKey),
        'salesAttendeeHistory/name',
      );
      assert.deepEqual(people.sort(), ['Holly Host', 'Nora North']);
      await site.ok('sales.DelSalesSession', `<meetingKey>${sessionKey}</meetingKey>`, HOST);
      quiet(site, host, nora);
    });
  });
});
