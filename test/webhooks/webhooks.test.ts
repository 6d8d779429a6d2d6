import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Visitor } from '../browser/visitor.ts';
import { RestClient } from '../rest-api/client.ts';
import { forEachDatabase } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { begin, meeting as meetingByXml } from '../url-api/portal.ts';
import { Receiver } from './receiver.ts';

const SECRET = 'a text that only the two of us know';

forEachDatabase('webhooks', (open) => {
  let site: TestSite;
  let receiver: Receiver;
  let host: RestClient;
  let admin: RestClient;

  before(async () => {
    site = await startSite(await open(), { settings: { webhookNetworks: '127.0.0.0/8' } });
    await site.person({ webExId: 'boss', privileges: { host: true, siteAdmin: true } });
    await site.person({ webExId: 'looker', privileges: { roSiteAdmin: true } });
    receiver = await Receiver.start();
    host = await RestClient.as(site, 'hostid');
    admin = await RestClient.as(site, 'boss');
  });
  after(async () => {
    await site.close();
    await receiver[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await settled();
    for (const client of [host, admin]) {
      for (const { id } of (await client.get('webhooks')).json.items) await drop(id, client);
    }
    receiver.messages.length = 0;
    receiver.status = 200;
    receiver.manner = undefined;
  });

  /** Everything that has happened is written down, and what is due has been sent. */
  async function settled(): Promise<void> {
    await site.context.events.drain();
    await site.context.webhooks.deliverer.drain();
  }

  const hook = async (wish: object, client = host) => {
    const body = {
      name: 'mine',
      targetUrl: `${receiver.url}/hook`,
      resource: 'meetings',
      event: 'all',
      ...wish,
    };
    return (await client.ok('POST', 'webhooks', { body })).json;
  };
  const drop = (id: string, client = host) => client.ok('DELETE', `webhooks/${id}`);

  const accountOf = async (webExID: string) =>
    site.context.accounts.required(await site.context.sites.required('acme'), webExID);

  async function meeting(title = 'Stand-up', client = host): Promise<string> {
    const at = site.clock.now() + 3_600_000;
    const body = {
      title,
      start: new Date(at).toISOString(),
      end: new Date(at + 1_800_000).toISOString(),
      password: 'pass-w0rd',
    };
    return (await client.ok('POST', 'meetings', { body })).json.id;
  }

  test('tell a receiver of a meeting, whichever interface has made it, without its secrets', async () => {
    const { id } = await hook({ event: 'created', secret: SECRET });
    await meetingByXml(site, 'hostid');
    await meeting('By REST');
    await settled();
    assert.deepEqual(
      receiver.messages.map(({ json }) => [json.resource, json.event, json.data.title]),
      [
        ['meetings', 'created', 'A meeting'],
        ['meetings', 'created', 'By REST'],
      ],
    );
    const [{ body, headers, json } = assert.fail()] = receiver.messages;
    assert.equal(json.id, id);
    assert.equal(json.data.hostEmail, (await host.get('people/me')).json.emails[0]);
    assert.ok(!/pass-w0rd|hostKey|phoneAndVideo|panelistPassword/.test(body), body);
    assert.ok(!body.includes(SECRET));
    assert.equal(body, JSON.stringify(json), 'compact JSON');
    assert.equal(headers['x-spark-signature'], createHmac('sha1', SECRET).update(body).digest('hex'));
    await drop(id);
  });

  test('are signed as Standard Webhooks has it', async (t) => {
    const key = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    const { id } = await hook({ secret: key, event: 'created' });
    await meeting();
    await settled();
    const [{ body, headers } = assert.fail()] = receiver.messages;
    const told = headers as Record<string, string>;
    const signature = `v1,${createHmac('sha256', Buffer.alloc(24, 7)).update(`${told['webhook-id']}.${told['webhook-timestamp']}.${body}`).digest('base64')}`;
    assert.equal(told['webhook-signature'], signature);
    // The package goes by the clock of the machine, which is the site's for a moment.
    t.mock.timers.enable({ apis: ['Date'], now: site.clock.now() });
    new StandardWebhook(key).verify(body, told);
    t.mock.timers.reset();
    assert.equal(Number(told['webhook-timestamp']), Math.floor(site.clock.now() / 1000));
    await drop(id);
  });

  test('know their events, filters and owners', async () => {
    const mine = await hook({ event: 'updated' });
    const others = await hook({ event: 'all' }, await RestClient.as(site, (await site.person()).webExID));
    const org = await hook(
      { ownedBy: 'org', filter: 'hostEmail=hostid@acme.com&meetingType=meetingSeries' },
      admin,
    );
    const id = await meeting();
    await host.ok('PATCH', `meetings/${id}`, { body: { title: 'Later' } });
    await settled();
    await host.ok('DELETE', `meetings/${id}`);
    await settled();
    const told = (hookId: string) =>
      receiver.messages.filter(({ json }) => json.id === hookId).map(({ json }) => json.event);
    assert.deepEqual(told(mine.id), ['updated']);
    assert.deepEqual(told(others.id), []);
    assert.deepEqual(told(org.id), ['created', 'updated', 'deleted']);
    await drop(mine.id);
    await drop(org.id, admin);
  });

  test('tell of a meeting that was made, and of its end, when it is gone before either is told', async () => {
    const mine = await hook({ resource: 'all' });
    const others = await hook({ ownedBy: 'org', resource: 'recordings' }, admin);
    await host.ok('DELETE', `meetings/${await meeting('Short')}`);
    await settled();
    assert.deepEqual(
      receiver.messages.map(({ json }) => [json.id, json.event, json.data.title]),
      [
        [mine.id, 'created', 'Short'],
        [mine.id, 'deleted', 'Short'],
      ],
    );
    for (const { body } of receiver.messages) assert.ok(!/pass-w0rd|hostKey/.test(body), body);
    await drop(mine.id);
    await drop(others.id, admin);
  });

  test('tell that a meeting runs, who comes and goes, and that it has ended', async () => {
    const meetings = await hook({ event: 'all' });
    const people = await hook({ resource: 'meetingParticipants', event: 'all' });
    const { key, password: PW } = await meetingByXml(site, 'hostid');
    await settled();
    receiver.messages.length = 0;
    const room = await begin(site, key);
    const guest = new Visitor(site.url);
    await guest.get('/acme/m.php', { AT: 'JM', MK: key, AN: 'Ann', AE: 'ann@example.com', PW });
    await settled();
    await room.post('/acme/room.php', { MK: key, DO: 'END' });
    await settled();
    const told = receiver.messages.map(({ json }) => `${json.resource} ${json.event} ${json.data.state}`);
    assert.deepEqual(told.sort(), [
      'meetingParticipants joined joined',
      'meetingParticipants joined joined',
      'meetingParticipants left end',
      'meetingParticipants left end',
      'meetings ended ended',
      'meetings started inProgress',
    ]);
    for (const { json } of receiver.messages)
      assert.match(json.data.meetingId ?? json.data.id, /^[0-9a-f]{32}_I_\d{19,20}$/);
    await drop(meetings.id);
    await drop(people.id);
  });

  test('are refused for what nobody knows, and say which member is wrong', async () => {
    const refused = async (status: number, wish: object, words: string, client = host) => {
      const body = { name: 'x', targetUrl: receiver.url, resource: 'meetings', event: 'created', ...wish };
      await client.refused(status, 'POST', 'webhooks', { body }, words);
    };
    await refused(400, { resource: 'rooms' }, 'resource');
    await refused(400, { event: 'joined' }, 'event');
    await refused(400, { filter: 'roomId=1' }, 'invalid value for filter: roomId');
    await refused(400, { filter: 'hostEmail=a@b.c' }, 'invalid value for filter: hostEmail');
    await refused(400, { targetUrl: 'ftp://example.com' }, 'targetUrl');
    await refused(400, { targetUrl: 'https://user:word@example.com/' }, 'targetUrl');
    await refused(400, { targetUrl: 'https://169.254.169.254/' }, 'targetUrl');
    await refused(400, { targetUrl: 'http://1.1.1.1/' }, 'targetUrl');
    await refused(400, { name: '' }, 'name');
    await refused(403, { ownedBy: 'org' }, '');
    const org = await hook({ ownedBy: 'org', event: 'deleted' }, admin);
    await refused(409, { ownedBy: 'org', event: 'deleted' }, 'resource and filter already', admin);
    const few = await RestClient.as(site, 'hostid', { scopes: ['meeting:recordings_read'] });
    await refused(403, {}, 'scopes', few);
    const body = { name: 'x', targetUrl: receiver.url, status: 'inactive' };
    await admin.refused(400, 'PUT', `webhooks/${org.id}`, { body }, 'status');
    await host.refused(404, 'GET', `webhooks/${org.id}`);
    await host.refused(404, 'GET', 'webhooks/bm90LWFuLWlk');
    await drop(org.id, admin);
  });

  test('of the whole site are one for each resource and filter, whoever is first', async () => {
    const wishOf = (event: string, filter: string) => ({
      name: 'org',
      targetUrl: receiver.url,
      ...{ resource: 'meetings', ownedBy: 'org', event, filter },
    });
    const [forth, back] = ['hostEmail=hostid@acme.com&state=ended', 'state=Ended&hostEmail=HOSTID@acme.com'];
    const wishes = ['created', 'ended', 'all'].flatMap((event) => [
      wishOf(event, forth),
      wishOf(event, back),
    ]);
    const answers = await Promise.all(wishes.map((body) => admin.call('POST', 'webhooks', { body })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409]);
    const { items } = (await admin.get('webhooks', { query: { ownedBy: 'org' } })).json;
    assert.equal(items.length, 1);
    // Another filter is another webhook, and what people make for themselves is their own.
    const other = await hook(wishOf('created', 'hostEmail=hostid@acme.com'), admin);
    const own = [await hook({}, admin), await hook({}, admin)];
    for (const { id } of [items[0], other, ...own]) await drop(id, admin);
    await drop((await hook(wishOf('ended', forth), admin)).id, admin);
  });

  test('of the whole site show what their address holds to nobody who only reads the site', async () => {
    const targetUrl = `${receiver.url}/hook?key=receivers-key`;
    const { id } = await hook({ ownedBy: 'org', targetUrl }, admin);
    await admin.ok('POST', `webhooks/${id}/ping`);
    await settled();
    const reader = await RestClient.as(site, 'looker');
    const read = [
      await reader.get(`webhooks/${id}`),
      await reader.get('webhooks', { query: { ownedBy: 'org' } }),
      await reader.get(`webhooks/${id}/deliveries`),
    ];
    for (const { status, text } of read) {
      assert.equal(status, 200, text);
      assert.match(text, /\/hook\?\*\*\*/);
      assert.doesNotMatch(text, /receivers-key/);
    }
    assert.equal((await admin.get(`webhooks/${id}`)).json.targetUrl, targetUrl);
    assert.match((await admin.get(`webhooks/${id}/deliveries`)).text, /receivers-key/);
    await drop(id, admin);
  });

  test('are paged through, and each shows its secret to whoever made it alone', async () => {
    const made = [await hook({ name: 'one', secret: SECRET }), await hook({ name: 'two' })];
    assert.equal(made[0].secret, SECRET);
    const first = await host.get('webhooks', { query: { max: 1 } });
    const second = await host.get(first.next ?? '');
    assert.deepEqual(
      [first.json.items[0].name, second.json.items[0].name, second.next],
      ['one', 'two', undefined],
    );
    for (const { id } of made) await drop(id);
    assert.deepEqual((await host.get('webhooks')).json.items, []);
  });

  test('try again with growing pauses, and every message is the very same', async () => {
    const { id } = await hook({ event: 'created' });
    receiver.status = 503;
    await meeting();
    await settled();
    for (const minutes of [1, 3, 15]) {
      await settled();
      site.clock.advance({ minutes });
    }
    receiver.status = 200;
    await settled();
    const bodies = new Set(receiver.messages.map(({ body }) => body));
    const names = new Set(receiver.messages.map(({ headers }) => headers['webhook-id']));
    assert.deepEqual([bodies.size, names.size], [1, 1]);
    const [delivery] = (await host.get(`webhooks/${id}/deliveries`)).json.items;
    assert.equal(delivery.state, 'delivered');
    assert.equal(delivery.attempts.length, receiver.messages.length);
    assert.ok(delivery.attempts.length >= 3);
    assert.deepEqual([delivery.attempts[0].status, delivery.attempts.at(-1).answer], [503, 'thank you']);
    await host.ok('POST', `webhooks/deliveries/${delivery.id}/resend`);
    await settled();
    assert.equal(receiver.messages.at(-1)?.body, receiver.messages[0]?.body);
    await drop(id);
  });

  test('are switched off by a hundred failures, come back by PUT alone, and off again by the first', async () => {
    const { id } = await hook({ event: 'created' });
    receiver.status = 500;
    for (let at = 0; at < 100; at++) await meeting(`No ${at}`);
    await settled();
    assert.equal((await host.get(`webhooks/${id}`)).json.status, 'inactive');
    const failures = receiver.messages.length;
    assert.equal(failures, 100);
    site.clock.advance({ hours: 1 });
    await settled();
    assert.equal(receiver.messages.length, failures, 'nothing is sent while it is off');
    // Within five minutes of being switched off, one failure is enough.
    const again = { name: 'mine', targetUrl: `${receiver.url}/hook`, status: 'active' };
    await host.ok('PUT', `webhooks/${id}`, { body: again });
    receiver.status = 200;
    await settled();
    assert.equal((await host.get(`webhooks/${id}`)).json.status, 'active');
    assert.equal(receiver.messages.length, failures + 100, 'what waited is sent');
    receiver.status = 500;
    for (let at = 0; at < 100; at++) await meeting(`No ${at}`);
    await settled();
    await host.ok('PUT', `webhooks/${id}`, { body: again });
    const before = receiver.messages.length;
    await settled();
    assert.equal((await host.get(`webhooks/${id}`)).json.status, 'inactive');
    assert.equal(receiver.messages.length, before + 1);
    await drop(id);
  });

  test('of a receiver that never answers hold up nobody else', async () => {
    const slow = await hook({ event: 'created', targetUrl: `${receiver.url}/slow` });
    const quick = await hook({ event: 'created', targetUrl: `${receiver.url}/quick` });
    const { promise, resolve } = Promise.withResolvers<void>();
    const held: ServerResponse[] = [];
    receiver.manner = (response) => {
      const isSlow = receiver.messages.at(-1)?.path === '/slow';
      if (isSlow) held.push(response);
      else response.end();
      if (receiver.messages.filter(({ path }) => path === '/quick').length === 3) resolve();
    };
    for (const title of ['one', 'two', 'three']) await meeting(title);
    await site.context.events.drain();
    site.context.webhooks.deliverer.wake();
    await promise;
    assert.equal(receiver.messages.filter(({ path }) => path === '/slow').length, 1);
    receiver.manner = undefined;
    for (const response of held) response.end();
    await drop(slow.id);
    await drop(quick.id);
  });

  test('follow no redirect', async () => {
    const { id } = await hook({ event: 'created', targetUrl: `${receiver.url}/away` });
    receiver.manner = (response) => response.writeHead(307, { Location: `${receiver.url}/inside` }).end();
    await meeting();
    await settled();
    assert.deepEqual(
      receiver.messages.map(({ path }) => path),
      ['/away'],
    );
    const [delivery] = (await host.get(`webhooks/${id}/deliveries`)).json.items;
    assert.deepEqual([delivery.state, delivery.attempts[0].status], ['waiting', 307]);
    await drop(id);
  });

  test('have a twin to be fetched: in order, each event once, and nobody else’s', async () => {
    const last = async () => (await host.get('events', { query: { max: 1_000 } })).json.items.at(-1)?.id;
    const from = await last();
    const [one, two] = [await hook({ event: 'created' }), await hook({ event: 'all' })];
    for (const title of ['a', 'b', 'c']) await meeting(title);
    await settled();
    const seen: string[] = [];
    for (let after = from; ; ) {
      const { items } = (await host.get('events', { query: { max: 2, after } })).json;
      seen.push(...items.map((item: { data: { title: string } }) => item.data.title));
      if (items.length === 0) break;
      after = items.at(-1).id;
    }
    assert.deepEqual(seen, ['a', 'b', 'c']);
    const stranger = await RestClient.as(site, (await site.person()).webExID);
    assert.deepEqual((await stranger.get('events')).json.items, []);
    await host.refused(400, 'GET', 'events', { query: { after: 'made-up' } }, 'after');
    // The messages bear the ids of the events.
    const ids = (
      await host.get('events', { query: { max: 1_000, ...(from && { after: from }) } })
    ).json.items.map((item: { id: string }) => item.id);
    const told = new Set(receiver.messages.map(({ headers }) => String(headers['webhook-id']).split('_')[0]));
    assert.deepEqual([...told].sort(), [...ids].sort());
    await drop(one.id);
    await drop(two.id);
  });

  test('lose nothing of what two change at once', async () => {
    const { id } = await hook({ name: 'before' });
    const { webhooks } = site.context;
    const acme = await site.context.sites.required('acme');
    const [own = assert.fail()] = await webhooks.listOf(await accountOf('hostid'), 0, 1);
    for (let at = 0; at < 5; at++) {
      const [name, targetUrl] = [`name ${at}`, `${receiver.url}/${at}`];
      await Promise.all(
        [{ name }, { targetUrl }, { secret: SECRET }].map((change) =>
          webhooks.change(acme, own.id, change, () => {}),
        ),
      );
      const { json } = await host.get(`webhooks/${id}`);
      assert.deepEqual([json.name, json.targetUrl, json.secret], [name, targetUrl, SECRET]);
      await webhooks.change(acme, own.id, { secret: '' }, () => {});
    }
    await drop(id);
  });

  test('are tried by a ping, and end with the account that made them', async () => {
    const person = await site.person();
    const client = await RestClient.as(site, person.webExID);
    const { id } = await hook({}, client);
    await client.ok('POST', `webhooks/${id}/ping`);
    await settled();
    assert.deepEqual(
      receiver.messages.map(({ json }) => json.event),
      ['ping'],
    );
    const acme = await site.context.sites.required('acme');
    const [own] = await site.context.webhooks.listOf({ id: (await accountOf(person.webExID)).id }, 0, 1);
    assert.ok(own);
    await site.context.accounts.change(acme, person.webExID, () => ({ active: 'DEACTIVATED' }));
    await site.context.webhooks.ping(acme, own.id, () => {});
    await settled();
    assert.equal(receiver.messages.length, 1);
    assert.equal((await site.context.webhooks.find(acme, own.id)).status, 'inactive');
  });
});
