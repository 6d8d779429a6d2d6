import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simpleParser } from 'mailparser';
import type { NewMail } from '../../../src/mail/message.ts';
import { forProtocol } from '../../support/databases.ts';
import { type SiteOptions, startSite } from '../../support/site.ts';
import { ConsoleClient } from '../console-client.ts';

/** The outbox in the console: what waits, what was given up and why, and what an administrator does about it. */

const ADA = { name: 'Ada', address: 'Ada@example.com' };
const HTML = '<p style="color:red">Hi<script>alert(1)</script><img src=x onerror=alert(2)></p>';

forProtocol('the outbox of the console', (open) => {
  async function desk(options: SiteOptions = {}) {
    const site = await startSite(await open(), options);
    const { id } = await site.context.sites.required('acme');
    const { outbox } = site.context.mail;
    async function record(more: Partial<NewMail> & { readonly to?: typeof ADA } = {}): Promise<number> {
      const { to = ADA } = more;
      const calendar = { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' } as const;
      const message = { from: ADA, to, subject: 'Hello <b>', text: 'Hi\n', html: HTML, calendar };
      await site.context.database.write((tx) =>
        outbox.record(tx, { site: id, kind: 'invitation', message, ...more }),
      );
      const newest = (await outbox.list({ id })).mails.reduce((one, other) =>
        one.id > other.id ? one : other,
      );
      return newest.id;
    }
    return { site, record, admin: await ConsoleClient.as(site, 'admin') };
  }

  test('lists mails by what became of them, by kind, by recipient and session, page by page', async () => {
    const { site, record, admin } = await desk();
    await using _site = site;
    const kept = await record();
    const broken = await record({ to: { name: '', address: 'no address' } });
    const later = await record({ kind: 'reminder', sessionKey: 123456789, dueAt: site.clock.now() + 60_000 });
    const ids = async (query: Record<string, string>) =>
      (await admin.get('outbox', { query })).json.mails.map(({ id }: { id: number }) => id);
    assert.deepEqual(await ids({}), [later, broken, kept]);
    assert.deepEqual(await ids({ state: 'KEPT' }), [kept]);
    assert.deepEqual(await ids({ state: 'FAILED' }), [broken]);
    assert.deepEqual(await ids({ kind: 'reminder', state: 'WAITING' }), [later]);
    assert.deepEqual(await ids({ recipient: 'ada@EXAMPLE.com' }), [later, kept]);
    assert.deepEqual(await ids({ session: '123456789' }), [later]);
    assert.deepEqual(await ids({ from: '2030-01-01' }), []);
    for (let n = 0; n < 50; n++) await record();
    const first = (await admin.get('outbox')).json;
    assert.equal(first.mails.length, 50);
    const second = (await admin.get('outbox', { query: { after: first.next } })).json;
    assert.deepEqual(
      second.mails.map(({ id }: { id: number }) => id),
      [later, broken, kept],
    );
    assert.equal(second.next, null);
    const failed = second.mails.find(({ id }: { id: number }) => id === broken);
    assert.match(failed.problem, /not an address/);
    assert.equal((await admin.get('outbox', { query: { state: 'LOST' } })).json.error.element, 'state');
    assert.equal((await admin.get('outbox', { query: { after: 'x' } })).json.error.element, 'after');
  });

  test('shows a mail as text, as HTML in which nothing runs, and as it goes over the wire', async () => {
    const { site, record, admin } = await desk();
    await using _site = site;
    const id = await record();
    const mail = (await admin.get(`outbox/${id}`)).json;
    assert.equal(mail.subject, 'Hello <b>');
    assert.equal(mail.text, 'Hi\n');
    assert.match(mail.calendar.content, /BEGIN:VCALENDAR/);
    const html = await admin.get(`outbox/${id}/html`);
    assert.equal(html.text, HTML);
    const policy = html.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /^sandbox;/);
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /script-src|allow-/);
    const source = await admin.get(`outbox/${id}/source`);
    assert.match(source.headers.get('Content-Disposition') ?? '', /^attachment/);
    const parsed = await simpleParser(source.text);
    assert.equal(parsed.subject, 'Hello <b>');
    assert.equal(parsed.attachments[0]?.contentType, 'text/calendar');
    assert.match(
      (await admin.get(`outbox/${id}/calendar`)).headers.get('Content-Type') ?? '',
      /text\/calendar/,
    );
    assert.equal((await admin.get('outbox/4711')).status, 404);
    assert.equal((await admin.get('outbox/x')).status, 404);
    const elsewhere = await ConsoleClient.as(site, 'admin', 'acme-basic');
    assert.equal((await elsewhere.get(`outbox/${id}`)).status, 404);
  });

  test('shows nobody who may only read a link that opens an account', async () => {
    const { site, record, admin } = await desk();
    await using _site = site;
    const { webExID } = await site.person({ privileges: { roSiteAdmin: true, host: false } });
    const reader = await ConsoleClient.as(site, webExID);
    const id = await record({ kind: 'passwordReset' });
    assert.equal((await reader.get(`outbox/${id}`)).json.text, null);
    assert.equal((await reader.get(`outbox/${id}`)).json.calendar, null);
    assert.equal((await admin.get(`outbox/${id}`)).json.text, 'Hi\n');
  });

  test('releases a mail without any server for mail, and sends it again, and both are written down', async () => {
    const { site, record, admin } = await desk();
    await using _site = site;
    const id = await record();
    const released = await admin.post(`outbox/${id}/release`);
    assert.equal(released.json.state, 'RELEASED');
    assert.equal(released.json.sentAt, site.clock.now());
    const again = await admin.post(`outbox/${id}/release`);
    assert.deepEqual([again.status, again.json.error.reason], [409, 'MailState']);
    assert.equal((await admin.post(`outbox/${id}/send-again`)).json.sentAt, null);
    await site.context.mail.sender.drain();
    // There is no server for mail.
    assert.equal((await admin.get(`outbox/${id}`)).json.state, 'KEPT');
    const { entries } = (await admin.get('audit', { query: { noun: 'mail' } })).json;
    assert.deepEqual(
      entries.map((entry: { act: string; name: string; before: object; after: object }) => [
        entry.act,
        entry.name,
        entry.before,
        entry.after,
      ]),
      [
        ['mail.sentAgain', 'Ada@example.com', { state: 'RELEASED' }, { state: 'WAITING' }],
        ['mail.released', 'Ada@example.com', { state: 'KEPT' }, { state: 'RELEASED' }],
      ],
    );
  });

  test('releases a mail that waits: it is not sent any more', async () => {
    const { site, record, admin } = await desk();
    await using _site = site;
    const id = await record({ dueAt: site.clock.now() + 60_000 });
    assert.equal((await admin.post(`outbox/${id}/release`)).status, 200);
    site.clock.advance({ minutes: 2 });
    await site.context.mail.sender.drain();
    assert.equal((await admin.get(`outbox/${id}`)).json.state, 'RELEASED');
  });
});
