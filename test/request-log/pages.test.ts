import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detailOf, type EntryRow } from '../../src/request-log/log-row.ts';
import { ConsoleClient } from '../console/console-client.ts';
import { newestOf } from '../console/log/newest-of.ts';
import { startSmtp } from '../mail/smtp.ts';
import { forSqlite } from '../support/databases.ts';
import { HOST, sharedSite, startSite, type TestSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';

/** The newest entry, with all that was noted before. */
async function last(site: TestSite): Promise<EntryRow> {
  const row = await site.context.requestLog.find(await newestOf(site));
  assert.ok(row);
  return row;
}

forSqlite('the request log of pages', (open) => {
  const shared = sharedSite(open);

  test('has a page of a site, with who is signed in', async () => {
    const site = shared();
    await (await visitorAs(site, 'hostid')).get('/acme/');
    const { face, operation, caller, result, http_status, address } = await last(site);
    assert.deepEqual(
      { face, operation, caller, result, http_status, address },
      {
        face: 'page',
        operation: 'home',
        caller: 'hostid',
        result: 'ok',
        http_status: 200,
        address: '127.0.0.1',
      },
    );
  });

  test('has a command of the URL API, and why it was refused, without its password', async () => {
    const site = shared();
    await fetch(`${site.url}/acme/p.php?AT=LI&WID=hostid&PW=not-the-right-one&MU=x`, { redirect: 'manual' });
    const row = await last(site);
    assert.equal(row.face, 'url');
    assert.equal(row.operation, 'p.php LI');
    assert.equal(row.result, 'refused');
    assert.equal(row.reason, 'BadWebExIDorPassword');
    const detail = detailOf(row);
    assert.equal(detail.target, '/acme/p.php?AT=LI&WID=hostid&PW=***&MU=x');
    assert.deepEqual(detail.tried, { webExID: 'hostid' });
    assert.equal(detail.refusals?.[0]?.rule, 'WrongCredentials');
  });

  test('keeps what names no site for the installation', async () => {
    const site = shared();
    await fetch(`${site.url}/acm/m.php?AT=JM`);
    const row = await last(site);
    assert.equal(row.site, 0);
    assert.equal(row.result, 'refused');
    assert.equal(detailOf(row).tried?.site, 'acm');
  });

  test('has an action of the console, and not the reading of the log itself', async () => {
    const site = shared();
    const admin = await ConsoleClient.as(site, 'admin');
    const before = await newestOf(site);
    await admin.get('log');
    assert.equal(await newestOf(site), before);
    await admin.get('me');
    const row = await last(site);
    assert.equal(row.face, 'console');
    assert.equal(row.operation, 'GET me');
    assert.equal(row.caller, 'admin');
    await admin.get('sites/none/such');
    assert.equal((await last(site)).result, 'refused');
  });

  test('has nothing of what pages fetch by themselves', async () => {
    const site = shared();
    const before = await newestOf(site);
    await fetch(`${site.url}/favicon.ico`);
    assert.equal(await newestOf(site), before);
  });

  test('has a call of the NBR services, refused or not', async () => {
    const site = shared();
    const call =
      '<Envelope><Body><getStorageAccessTicket><in0>5941234563</in0><in1>hostid</in1><in2>no password</in2></getStorageAccessTicket></Body></Envelope>';
    await fetch(`${site.url}/nbr/services/NBRStorageService`, { method: 'POST', body: call });
    const row = await last(site);
    assert.equal(row.face, 'nbr');
    assert.equal(row.operation, 'getStorageAccessTicket');
    assert.equal(row.result, 'refused');
    assert.doesNotMatch(JSON.stringify(row), /no password/);
  });
});

forSqlite('the request log of mails', (open) => {
  test('has each try to send one, with its number in the outbox and never to whom', async () => {
    await using smtp = await startSmtp();
    await using site = await startSite(await open(), { settings: { smtpUrl: smtp.url } });
    const { context } = site;
    const acme = await context.sites.required('acme');
    await context.accounts.find(acme, 'hostid');
    await site.ok(
      'meeting.CreateMeeting',
      '<metaData><confName>Talk</confName></metaData><schedule><startDate>03/05/2026 10:00:00</startDate></schedule>' +
        '<participants><attendees><attendee><person><name>Ann</name><email>ann@example.com</email></person></attendee></attendees></participants>' +
        '<attendeeOptions><emailInvitations>true</emailInvitations></attendeeOptions>',
      HOST,
    );
    await context.events.drain();
    await context.mail.sender.drain();
    await context.requestLog.flush();
    const { rows } = await context.requestLog.list({ site: acme.id }, { faces: ['mail'] }, undefined, 10);
    assert.equal(rows.length, smtp.received.length);
    assert.ok(rows.length > 0);
    const row = await context.requestLog.find(rows[0]?.id ?? 0);
    assert.equal(row?.result, 'ok');
    assert.ok(row && (detailOf(row).mail ?? 0) > 0);
    assert.doesNotMatch(JSON.stringify(row), /ann@/);
  });
});
