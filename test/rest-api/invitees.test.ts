import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsOf } from '../../src/rest-api/ids.ts';
import { startSmtp } from '../mail/smtp.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite, startSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { RestClient } from './client.ts';

forProtocol('Invitees in REST', (open) => {
  const site = sharedSite(open);

  async function aMeeting(more = '') {
    const { key } = await meeting(site(), 'hostid', more);
    const acme = await site().context.sites.required('acme');
    return { key, meetingId: idsOf(site().context).series(acme.id, Number(key)) };
  }

  test('are those of XML, and XML sees those of REST', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, meetingId } = await aMeeting();
    await site().ok(
      'attendee.CreateMeetingAttendee',
      `<person><name>Ann Lee</name><email>ann@example.com</email></person><sessionKey>${key}</sessionKey>`,
      HOST,
    );
    const body = { meetingId, email: 'guest@acme.com', sendEmail: false };
    const { json: gus } = await host.ok('POST', 'meetingInvitees', { body });
    assert.match(gus.id, new RegExp(`^${meetingId}_\\d{9}$`));
    // Without a name they bear that of their account, or else their address.
    assert.equal(gus.displayName, 'Gus Guest');
    assert.deepEqual(
      [gus.email, gus.coHost, gus.panelist, gus.meetingId],
      ['guest@acme.com', false, false, meetingId],
    );
    const query = { meetingId };
    const { json } = await host.get('meetingInvitees', { query });
    assert.deepEqual(
      json.items.map(({ email }: { email: string }) => email),
      ['ann@example.com', 'guest@acme.com'],
    );
    const path = `meetingInvitees/${gus.id}`;
    const changed = { email: 'zoe@example.com', displayName: 'Zoe' };
    const { json: zoe } = await host.ok('PUT', path, { body: changed });
    assert.deepEqual([zoe.id, zoe.email, zoe.displayName], [gus.id, 'zoe@example.com', 'Zoe']);
    assert.equal((await host.get(path)).json.email, 'zoe@example.com');
    const seen = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.deepEqual(seen.texts('attendee/person/email').sort(), ['ann@example.com', 'zoe@example.com']);
    assert.equal((await host.call('DELETE', path)).status, 204);
    await host.refused(404, 'GET', path);
    await host.refused(404, 'DELETE', path);
  });

  test('an alternate host needs an account that hosts, a panelist a webinar', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { meetingId } = await aMeeting();
    const { webExID } = await site().person({ email: 'co@acme.com' });
    assert.ok(webExID);
    const invite = (more: object) => ({ body: { meetingId, ...more } });
    const { json } = await host.ok('POST', 'meetingInvitees', invite({ email: 'co@acme.com', coHost: true }));
    assert.equal(json.coHost, true);
    const nobody = invite({ email: 'nobody@example.com', coHost: true });
    await host.refused(400, 'POST', 'meetingInvitees', nobody, "'coHost'");
    const panelist = invite({ email: 'p@example.com', panelist: true });
    await host.refused(400, 'POST', 'meetingInvitees', panelist, "'panelist'");
    await host.refused(400, 'POST', 'meetingInvitees', invite({ email: 'no address' }), "'email'");
    await host.refused(400, 'POST', 'meetingInvitees', invite({}), "'email' cannot be empty");
  });

  test('one who is invited, and some who are: 409 with the documented texts, and nobody is added', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { meetingId } = await aMeeting();
    const body = { meetingId, email: 'ann@example.com' };
    await host.ok('POST', 'meetingInvitees', { body });
    const again = { body: { ...body, email: 'ANN@example.com' } };
    await host.refused(409, 'POST', 'meetingInvitees', again, 'User is already a meeting invitee.');
    const items = [{ email: 'bob@example.com' }, { email: 'ann@example.com' }];
    const some = { body: { meetingId, items } };
    const told = 'Some users in the list have been invited.';
    await host.refused(409, 'POST', 'meetingInvitees/bulkInsert', some, told);
    assert.equal((await host.get('meetingInvitees', { query: { meetingId } })).json.items.length, 1);
    // A known client sends it by PUT.
    const added = { body: { meetingId, items: [{ email: 'bob@example.com' }, { email: 'cy@example.com' }] } };
    const { json } = await host.ok('PUT', 'meetingInvitees/bulkInsert', added);
    assert.equal(json.items.length, 2);
    const twice = { body: { meetingId, items: [{ email: 'd@example.com' }, { email: 'D@example.com' }] } };
    await host.refused(400, 'POST', 'meetingInvitees/bulkInsert', twice, "'items'");
  });

  test('are paged by their addresses, and a cursor is of its list', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { meetingId } = await aMeeting();
    const items = [...'edcba'].map((name) => ({ email: `${name}@example.com`, sendEmail: false }));
    await host.ok('POST', 'meetingInvitees/bulkInsert', { body: { meetingId, items } });
    const found: string[] = [];
    let next: string | undefined = `${site().url}/v1/meetingInvitees?meetingId=${meetingId}&max=2`;
    while (next) {
      const page: Awaited<ReturnType<typeof host.get>> = await host.get(next);
      found.push(...page.json.items.map(({ email }: { email: string }) => email.slice(0, 1)));
      next = page.next;
    }
    assert.equal(found.join(''), 'abcde');
    const first = await host.get('meetingInvitees', { query: { meetingId, max: 2 } });
    const cursor = new URL(first.next ?? '').searchParams.get('cursor') ?? '';
    const other = await aMeeting();
    await host.refused(400, 'GET', 'meetingInvitees', { query: { meetingId: other.meetingId, cursor } });
  });

  test('of a meeting that is not there: 404 with the documented text', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const meetingId = '0'.repeat(32);
    const told = 'Meeting data not found(or null)';
    await host.refused(404, 'GET', 'meetingInvitees', { query: { meetingId } }, told);
    const body = { meetingId, email: 'a@example.com' };
    await host.refused(404, 'POST', 'meetingInvitees', { body }, told);
    await host.refused(404, 'GET', `meetingInvitees/${meetingId}_123456789`, undefined, told);
    await host.refused(404, 'GET', 'meetingInvitees/nothing', undefined, told);
  });

  test('one start of a series has no invitees of its own', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { meetingId } = await aMeeting(
      '<repeat><repeatType>DAILY</repeatType><afterMeetingNumber>3</afterMeetingNumber></repeat>',
    );
    const { json } = await host.get(`meetings/${meetingId}`);
    const id = `${meetingId}_${json.start.replace(/[-:]/g, '')}`;
    assert.equal((await host.get('meetingInvitees', { query: { meetingId: id } })).status, 200);
    const body = { meetingId: id, email: 'a@example.com' };
    await host.refused(
      400,
      'POST',
      'meetingInvitees',
      { body },
      `Meeting ID '${id}' is not allowed for this API.`,
    );
  });

  test('who is told by mail is said each time', async () => {
    await using smtp = await startSmtp();
    await using own = await startSite(await open(), {
      clock: 'now',
      settings: { smtpUrl: smtp.url, mailFrom: 'meetings@acme.example' },
    });
    const host = await RestClient.as(own, 'hostid');
    const { key } = await meeting(own, 'hostid');
    const acme = await own.context.sites.required('acme');
    const meetingId = idsOf(own.context).series(acme.id, Number(key));
    await own.context.mail.sender.drain();
    smtp.take();
    const items = [{ email: 'told@example.com' }, { email: 'silent@example.com', sendEmail: false }];
    await host.ok('POST', 'meetingInvitees/bulkInsert', { body: { meetingId, items } });
    await own.context.mail.sender.drain();
    assert.deepEqual(
      smtp.take().map(({ to }) => to),
      ['told@example.com'],
    );
  });
});
