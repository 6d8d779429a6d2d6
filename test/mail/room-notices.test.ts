import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, startSite, type TestSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';

/** The owner of a personal room who is away is told of people there: by mail, and by a gateway for text messages. */

forProtocol('Somebody in a personal room', (open) => {
  const taken: { readonly authorization: string | undefined; readonly body: unknown }[] = [];
  let answers = 200;
  const gateway = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      taken.push({ authorization: request.headers.authorization, body: JSON.parse(body) });
      reply.writeHead(answers).end('thanks');
    });
  });
  let site: TestSite;
  let key = '';

  before(async () => {
    await once(gateway.listen(0, '127.0.0.1'), 'listening');
    const { port } = gateway.address() as AddressInfo;
    const smsGateway = `http://desk:s%40cret@127.0.0.1:${port}/send`;
    site = await startSite(await open(), { settings: { smsGateway } });
    await wants('<mode>SMS</mode><mode>EMAIL</mode>');
    const { context } = site;
    const owner = await context.accounts.required(await context.sites.required('acme'), HOST.webExID);
    key = String((await context.accounts.withProfile(owner)).accessCode);
  });

  after(async () => {
    await site[Symbol.asyncDispose]();
    gateway.close();
  });

  const wants = (modes: string) =>
    site.ok(
      'user.SetUser',
      `<webExId>hostid</webExId><phones><mobilePhone>+49 (170) 123-456</mobilePhone></phones>` +
        `<personalMeetingRoom><PRNotifications>${modes}</PRNotifications></personalMeetingRoom>`,
      HOST,
    );

  const comes = (AN: string) =>
    new Visitor(site.url).get('/acme/m.php', { AT: 'JM', MK: key, AN, AE: `${AN}@example.com` });

  async function outbox() {
    const { context } = site;
    const { mails } = await context.mail.outbox.list(await context.sites.required('acme'));
    return mails.filter(({ kind }) => kind === 'lobby' || kind === 'entered');
  }

  test('is told of once, by both ways, and again until the gateway has taken it', async () => {
    answers = 503;
    await comes('Eve');
    await comes('Eve');
    assert.deepEqual(
      (await outbox()).map(({ recipient }) => recipient).sort(),
      ['+49170123456', 'hostid@acme.com'].sort(),
    );
    const { sender } = site.context.mail;
    await sender.drain();
    answers = 200;
    site.clock.advance({ minutes: 3 });
    await sender.drain();
    assert.equal(taken.length, 2);
    const [first, second] = taken;
    assert.deepEqual(first, second);
    assert.equal(first?.authorization, `Basic ${Buffer.from('desk:s@cret').toString('base64')}`);
    assert.ok(first);
    const { to, text } = first.body as { readonly to: string; readonly text: string };
    assert.equal(to, '+49170123456');
    assert.match(text, /^Eve is waiting in the lobby: .*\n.*\/acme\/meet\//);
    const [sms] = (await outbox()).filter(({ recipient }) => recipient.startsWith('+'));
    assert.equal(sms?.state, 'SENT');
    const logged = JSON.stringify(site.log);
    assert.doesNotMatch(logged, /s@cret|s%40cret/);
  });

  test('is told of as its owner wants it, and not while the owner is there', async () => {
    const before = (await outbox()).length;
    await wants('<mode>EMAIL</mode>');
    await comes('Ned');
    const told = (await outbox()).slice(0, -before);
    assert.deepEqual(
      told.map(({ recipient }) => recipient),
      ['hostid@acme.com'],
    );
    await wants('<mode>SMS</mode>');
    const owner = await visitorAs(site, 'hostid');
    await owner.get('/acme/m.php', { AT: 'HM', MK: key });
    await comes('Ann');
    assert.equal((await outbox()).length, before + 1);
    await owner.post('/acme/room.php', { MK: key, DO: 'END' });
  });

  test('floods nobody', async () => {
    site.clock.advance({ minutes: 10 });
    const before = (await outbox()).length;
    for (let at = 0; at < 12; at++) await comes(`Eve${at}`);
    assert.equal((await outbox()).length - before, 5);
  });
});

forProtocol('Without a gateway', (open) => {
  test('whoever asks for text messages is told that there are none', async () => {
    await using site = await startSite(await open());
    const answer = await site.ok(
      'user.SetUser',
      '<webExId>hostid</webExId><personalMeetingRoom><PRNotifications><mode>SMS</mode></PRNotifications></personalMeetingRoom>',
      HOST,
    );
    assert.match(answer.hints.join(' '), /no text messages are sent/);
  });
});
