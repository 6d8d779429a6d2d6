import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { openContext } from '../../src/context.ts';
import { openLog } from '../../src/log.ts';
import { presenterOnDemand } from '../../src/rest-api/webhooks/presenter-on-demand.ts';
import { RestClient } from '../rest-api/client.ts';
import { forEachDatabase } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { Receiver } from './receiver.ts';

/** What receivers, tokens and programs of somebody else would make of webhooks. */

const BACK = 'https://planner.example.com/back';
const SCOPES = ['meeting:schedules_read', 'meeting:schedules_write'] as const;

forEachDatabase('webhooks stand', (open) => {
  let site: TestSite;
  let receiver: Receiver;
  let host: RestClient;

  before(async () => {
    site = await startSite(await open(), { settings: { webhookNetworks: '127.0.0.0/8' } });
    receiver = await Receiver.start();
    host = await RestClient.as(site, 'hostid');
  });
  after(async () => {
    await site.close();
    await receiver[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    for (const { id } of (await host.get('webhooks')).json.items) await host.ok('DELETE', `webhooks/${id}`);
    receiver.messages.length = 0;
  });

  async function settled(): Promise<void> {
    await site.context.events.drain();
    await site.context.webhooks.deliverer.drain();
  }

  const wish = (more: object = {}) => ({
    ...{ name: 'mine', targetUrl: `${receiver.url}/hook?key=of-the-receiver` },
    ...{ resource: 'meetings', event: 'all', ...more },
  });

  async function hook(more: object = {}, client = host): Promise<string> {
    return (await client.ok('POST', 'webhooks', { body: wish(more) })).json.id;
  }

  async function meeting(title = 'Secret plan'): Promise<void> {
    const at = site.clock.now() + 3_600_000;
    const [start, end] = [at, at + 1_800_000].map((time) => new Date(time).toISOString());
    await host.ok('POST', 'meetings', { body: { title, start, end, password: 'pass-w0rd' } });
  }

  const lastOf = async (id: string) => (await host.get(`webhooks/${id}/deliveries`)).json.items[0];

  /** A program of somebody else's, to which somebody has granted scopes. */
  async function program(name: string, scopes: readonly string[], of = 'hostid'): Promise<RestClient> {
    const { sites, accounts, apiTokens } = site.context;
    const acme = await sites.required('acme');
    const account = await accounts.required(acme, of);
    const registered = { name, redirectUris: [BACK], scopes: [...scopes], isPublic: false };
    const integration = await apiTokens.integrations.register(acme, registered);
    const wanted = { redirectUri: BACK, scopes: [...scopes], codeChallenge: undefined };
    const code = await apiTokens.allow(account, acme, integration, wanted, (_, asked) => asked);
    const tokens = await apiTokens.exchange(integration, code, BACK, undefined);
    return new RestClient(site, tokens.accessToken);
  }

  test('a receiver that answers with another protocol: it has failed, and nothing hangs', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const id = await hook({ targetUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
    await meeting();
    await settled();
    const { state, attempts } = await lastOf(id);
    assert.equal(state, 'waiting');
    assert.match(attempts[0].problem, /without an answer/);
    server.close();
  });

  test('a secret that was sealed under another key: nothing is sent unsigned, and it says why', async () => {
    const { settings, database, clock } = site.context;
    const elsewhere = openContext({
      ...{ settings, database, clock, secret: Buffer.alloc(32, 9), log: openLog('silent') },
      publicUrl: () => site.url,
      webhookPresenter: presenterOnDemand,
    });
    const id = await hook({ secret: 'between the two of us' });
    const acme = await elsewhere.sites.required('acme');
    const account = await elsewhere.accounts.required(acme, 'hostid');
    const [own] = await elsewhere.webhooks.listOf(account, 0, 1);
    assert.ok(own);
    await elsewhere.webhooks.change(acme, own.id, { secret: 'sealed elsewhere' }, () => {});
    await meeting();
    await settled();
    assert.deepEqual(receiver.messages, []);
    const { state, attempts } = await lastOf(id);
    assert.equal(state, 'waiting');
    assert.match(attempts[0].problem, /sealed under another secret/);
    const body = { name: 'mine', targetUrl: `${receiver.url}/hook`, secret: 'set again' };
    await host.ok('PUT', `webhooks/${id}`, { body });
    site.clock.advance({ minutes: 1 });
    await settled();
    assert.equal(receiver.messages.length, 1);
  });

  test('a token without the scope: it reads nothing of what webhooks were told', async () => {
    const id = await hook();
    await meeting();
    await settled();
    const bare = await RestClient.as(site, 'hostid', { scopes: ['meeting:recordings_read'] });
    assert.deepEqual((await bare.get('events')).json.items, []);
    await bare.refused(403, 'GET', `webhooks/${id}/deliveries`);
    const { id: delivery } = await lastOf(id);
    await bare.refused(403, 'POST', `webhooks/deliveries/${delivery}/resend`);
    const reads = await RestClient.as(site, 'hostid', { scopes: ['meeting:schedules_read'] });
    assert.ok((await reads.get('events')).json.items.length > 0);
  });

  test('another program of the same person: for it there is no such webhook', async () => {
    const one = await program('One', SCOPES);
    const other = await program('Other', SCOPES);
    const id = await hook({ secret: 'between the two of us' }, one);
    const own = await hook();
    await meeting();
    await settled();
    const { id: delivery } = await lastOf(id);
    const body = { name: 'taken', targetUrl: `${receiver.url}/elsewhere` };
    for (const hidden of [id, own]) {
      await other.refused(404, 'GET', `webhooks/${hidden}`);
      await other.refused(404, 'PUT', `webhooks/${hidden}`, { body });
      await other.refused(404, 'DELETE', `webhooks/${hidden}`);
      await other.refused(404, 'GET', `webhooks/${hidden}/deliveries`);
      await other.refused(404, 'POST', `webhooks/${hidden}/ping`);
    }
    await other.refused(404, 'POST', `webhooks/deliveries/${delivery}/resend`);
    const idsSeenBy = async (client: RestClient) =>
      (await client.get('webhooks')).json.items.map((item: { id: string }) => item.id);
    assert.deepEqual(await idsSeenBy(other), []);
    assert.deepEqual(await idsSeenBy(one), [id]);
    assert.deepEqual(await idsSeenBy(host), [id, own], 'their owner');
    for (const client of [one, host]) {
      assert.equal((await client.get(`webhooks/${id}`)).json.secret, 'between the two of us');
    }
  });

  test('another program of the same person: it fetches nothing of what they were told', async () => {
    const one = await program('One', SCOPES);
    const other = await program('Other', SCOPES);
    const from = (await host.get('events', { query: { max: 1_000 } })).json.items.at(-1)?.id;
    const titlesOf = async (client: RestClient) => {
      const { items } = (await client.get('events', { query: { max: 1_000, after: from } })).json;
      return items.map((item: { data: { title: string } }) => item.data.title);
    };
    await hook({}, one);
    await meeting('of the one');
    await settled();
    await hook({}, other);
    await hook();
    await meeting('of all');
    await settled();
    assert.deepEqual(await titlesOf(one), ['of the one', 'of all']);
    assert.deepEqual(await titlesOf(other), ['of all']);
    assert.deepEqual(await titlesOf(host), ['of the one', 'of all'], 'their owner, each once');
    // Each message holds its own part alone: what happened is kept once, in the feed.
    const bodies = await site.context.database.all<{ body: string }>(
      site.context.database.builder
        .selectFrom('webhook_delivery')
        .select('body')
        .where('event', '=', 'created')
        .compile(),
    );
    assert.ok(bodies.length >= 4);
    for (const { body } of bodies) assert.doesNotMatch(body, /of the one|of all/);
  });

  test('an administrator’s token for their own meetings: it fetches nothing of the whole site', async () => {
    await site.person({ webExId: 'chief', privileges: { host: true, siteAdmin: true } });
    const whole = await RestClient.as(site, 'chief');
    const id = await hook({ ownedBy: 'org' }, whole);
    await hook({}, whole);
    await meeting('somebody else’s');
    await settled();
    const own = await RestClient.as(site, 'chief', { scopes: ['meeting:schedules_read'] });
    assert.deepEqual((await own.get('events')).json.items, []);
    const query = { max: 1_000 };
    assert.equal((await whole.get('events', { query })).json.items.length, 1);
    const reads = await RestClient.as(site, 'chief', { scopes: ['meeting:admin_schedule_read'] });
    assert.equal((await reads.get('events', { query })).json.items.length, 1);
    await whole.ok('DELETE', `webhooks/${id}`);
  });

  test('the program of an administrator: of the whole site it reaches what it has made itself', async () => {
    const admin = ['meeting:admin_schedule_read', 'meeting:admin_schedule_write'];
    await site.person({ webExId: 'boss', privileges: { host: true, siteAdmin: true } });
    const one = await program('One', admin, 'boss');
    const other = await program('Other', admin, 'boss');
    const id = await hook({ ownedBy: 'org' }, one);
    await other.refused(404, 'DELETE', `webhooks/${id}`);
    const query = { ownedBy: 'org' };
    assert.deepEqual((await other.get('webhooks', { query })).json.items, []);
    assert.equal((await one.get('webhooks', { query })).json.items.length, 1);
    const boss = await RestClient.as(site, 'boss');
    assert.equal((await boss.get('webhooks', { query })).json.items.length, 1);
    await one.ok('DELETE', `webhooks/${id}`);
  });
});
