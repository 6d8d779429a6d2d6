import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NewWebhook } from '../../src/webhooks/webhook.ts';
import { forProtocol } from '../support/databases.ts';
import { startSite } from '../support/site.ts';
import { Receiver } from '../webhooks/receiver.ts';
import { actsDuring } from './audited-acts.ts';
import { ConsoleClient } from './console-client.ts';

/** The webhooks of a site in the console: whose they are, why one fails, and what an administrator does about it. */

forProtocol('the webhooks of the console', (open) => {
  async function desk() {
    const site = await startSite(await open(), { settings: { webhookNetworks: '127.0.0.0/8' } });
    const receiver = await Receiver.start();
    const { sites, accounts, webhooks } = site.context;
    const acme = await sites.required('acme');
    const make = async (wish: Partial<NewWebhook> = {}, webExID = 'hostid') =>
      webhooks.create(acme, await accounts.required(acme, webExID), {
        ...{ name: 'mine', targetUrl: `${receiver.url}/hook`, resource: 'meetings', event: 'all' },
        ...wish,
      });
    const { webExID } = await site.person({ privileges: { roSiteAdmin: true, host: false } });
    return {
      site,
      receiver,
      make,
      webExID,
      admin: await ConsoleClient.as(site, 'admin'),
      reader: await ConsoleClient.as(site, webExID),
      settled: () => webhooks.deliverer.drain(),
      async [Symbol.asyncDispose]() {
        await site.close();
        await receiver[Symbol.asyncDispose]();
      },
    };
  }

  test('lists those of everybody on the site with owner and last failure, page by page', async () => {
    await using at = await desk();
    const { admin, make, receiver, settled } = at;
    const mine = await make({ name: 'Mine <b>', filter: 'state=active' });
    const org = await make({ ownedBy: 'org', resource: 'recordings' }, 'admin');
    receiver.status = 500;
    await admin.post(`webhooks/${mine.id}/ping`);
    await settled();
    const { webhooks, next } = (await admin.get('webhooks')).json;
    assert.equal(next, null);
    const [first, second] = webhooks;
    assert.deepEqual([first.id, first.name, first.owner.webExID], [mine.id, 'Mine <b>', 'hostid']);
    assert.deepEqual(
      [first.ownedBy, first.resource, first.event, first.filter, first.status],
      ['creator', 'meetings', 'all', 'state=active', 'active'],
    );
    assert.match(first.lastFailure.problem, /HTTP 500/);
    assert.deepEqual([second.id, second.ownedBy, second.lastFailure], [org.id, 'org', null]);
    for (let n = 0; n < 50; n++) await make();
    const page = (await admin.get('webhooks')).json;
    assert.equal(page.webhooks.length, 50);
    const rest = (await admin.get('webhooks', { query: { after: page.next } })).json;
    assert.deepEqual([rest.webhooks.length, rest.next], [2, null]);
    assert.equal((await admin.get('webhooks', { query: { after: 'x' } })).json.error.element, 'after');
  });

  test('shows a message with its attempts and answers, and sends it once more, the very same', async () => {
    await using at = await desk();
    const { admin, make, receiver, settled, site } = at;
    const { id } = await make({ secret: 'only the two of us' });
    receiver.manner = (response) => response.writeHead(503).end('<script>alert(1)</script>');
    assert.equal((await admin.post(`webhooks/${id}/ping`)).status, 200);
    await settled();
    const { deliveries } = (await admin.get(`webhooks/${id}/deliveries`)).json;
    const [line] = deliveries;
    assert.deepEqual([deliveries.length, line.event, line.state, line.attempts], [1, 'ping', 'WAITING', 1]);
    assert.ok(line.nextAt > site.clock.now());
    const path = `webhooks/${id}/deliveries/${line.id}`;
    const early = await admin.post(`${path}/resend`);
    assert.deepEqual([early.status, early.json.error.reason], [409, 'DeliveryState']);
    receiver.manner = undefined;
    site.clock.advance({ minutes: 1 });
    await settled();
    const taken = (await admin.get(path)).json;
    assert.equal(taken.state, 'DONE');
    assert.equal(taken.body, receiver.messages[1]?.body);
    assert.ok(!taken.body.includes('only the two of us'));
    assert.deepEqual(
      taken.tries.map(({ httpStatus, problem, answer }: Record<string, unknown>) => [
        httpStatus,
        problem === null,
        answer,
      ]),
      [
        [503, false, '<script>alert(1)</script>'],
        [200, true, 'thank you'],
      ],
    );
    assert.ok(taken.mayResend);
    assert.equal((await admin.post(`${path}/resend`)).json.state, 'WAITING');
    await settled();
    const [, second, third] = receiver.messages;
    assert.equal(third?.body, second?.body);
    assert.equal(third?.headers['webhook-id'], second?.headers['webhook-id']);
    assert.equal((await admin.get(path)).json.tries.length, 3);
  });

  test('switches one on again, which then gets what it has missed, and removes it', async () => {
    await using at = await desk();
    const { admin, make, receiver, settled, site } = at;
    const { id } = await make();
    const { database } = site.context;
    const off = database.builder.updateTable('webhook').set({ status: 'inactive', disabled_at: 1 });
    await database.all(off.where('id', '=', id).returning('id').compile());
    await admin.post(`webhooks/${id}/ping`);
    await settled();
    const [held] = (await admin.get(`webhooks/${id}/deliveries`)).json.deliveries;
    assert.deepEqual([held.state, receiver.messages.length], ['HELD', 0]);
    const stopped = (await admin.get(`webhooks/${id}`)).json;
    assert.deepEqual([stopped.status, stopped.disabledAt, stopped.mayChange], ['inactive', 1, true]);
    assert.equal((await admin.post(`webhooks/${id}/switch-on`)).json.status, 'active');
    await settled();
    assert.equal(receiver.messages.length, 1);
    assert.equal((await admin.call('DELETE', `webhooks/${id}`)).status, 200);
    assert.equal((await admin.get(`webhooks/${id}`)).status, 404);
    assert.equal((await admin.get(`webhooks/${id}/deliveries/${held.id}`)).status, 404);
  });

  test('writes an act on somebody’s webhook down, and none of one’s own', async () => {
    await using at = await desk();
    const { admin, make, settled } = at;
    const theirs = await make({ name: 'theirs' });
    const own = await make({ name: 'own' }, 'admin');
    const acts = await actsDuring(admin, async () => {
      for (const { id } of [theirs, own]) {
        await admin.post(`webhooks/${id}/ping`);
        await settled();
        const [{ id: delivery }] = (await admin.get(`webhooks/${id}/deliveries`)).json.deliveries;
        await admin.post(`webhooks/${id}/deliveries/${delivery}/resend`);
        await admin.post(`webhooks/${id}/switch-on`);
        await admin.call('DELETE', `webhooks/${id}`);
      }
    });
    // It was switched on already.
    assert.deepEqual(acts, ['webhook.pinged theirs', 'webhook.resent theirs', 'webhook.removed theirs']);
  });

  test('shows those who may only read no query of an address, in which a receiver’s key may stand', async () => {
    await using at = await desk();
    const { admin, reader, make, receiver, settled, webExID } = at;
    const { id } = await make({ targetUrl: `${receiver.url}/hook?key=hidden` });
    await admin.post(`webhooks/${id}/ping`);
    await settled();
    assert.equal(receiver.messages[0]?.path, '/hook?key=hidden');
    const [{ id: delivery }] = (await admin.get(`webhooks/${id}/deliveries`)).json.deliveries;
    await admin.post(`webhooks/${id}/deliveries/${delivery}/resend`);
    const paths = ['webhooks', `webhooks/${id}`, `webhooks/${id}/deliveries/${delivery}`];
    for (const path of paths) {
      assert.match((await admin.get(path)).text, /key=hidden/, path);
      const { status, text } = await reader.get(path);
      assert.equal(status, 200);
      assert.doesNotMatch(text, /hidden/, path);
      assert.match(text, /\/hook\?\*\*\*/, path);
    }
    assert.equal((await reader.get(`webhooks/${id}`)).json.mayChange, false);
    assert.equal((await reader.get(`webhooks/${id}/deliveries/${delivery}`)).json.mayResend, false);
    await admin.call('DELETE', `webhooks/${id}`);
    const audit = await reader.get('audit', { query: { noun: 'webhook' } });
    assert.equal(audit.json.entries.length, 3);
    assert.doesNotMatch(audit.text, /hidden/);
    // Their own they read whole.
    const own = await make({ targetUrl: 'https://hooks.example.com/?mine=1' }, webExID);
    assert.match((await reader.get(`webhooks/${own.id}`)).text, /mine=1/);
  });

  test('knows nothing of another site’s, and nothing of a message under another webhook', async () => {
    await using at = await desk();
    const { admin, make, settled, site } = at;
    const [one, other] = [await make(), await make()];
    await admin.post(`webhooks/${one.id}/ping`);
    await settled();
    const [{ id: delivery }] = (await admin.get(`webhooks/${one.id}/deliveries`)).json.deliveries;
    assert.equal((await admin.get(`webhooks/${other.id}/deliveries/${delivery}`)).status, 404);
    assert.equal((await admin.post(`webhooks/${other.id}/deliveries/${delivery}/resend`)).status, 404);
    assert.equal((await admin.get('webhooks/x')).status, 404);
    assert.equal((await admin.call('DELETE', 'webhooks/4711')).status, 404);
    const elsewhere = await ConsoleClient.as(site, 'admin', 'acme-basic');
    assert.deepEqual((await elsewhere.get('webhooks')).json.webhooks, []);
    for (const path of [`webhooks/${one.id}`, `webhooks/${one.id}/deliveries/${delivery}`]) {
      assert.equal((await elsewhere.get(path)).status, 404);
    }
    assert.equal((await elsewhere.call('DELETE', `webhooks/${one.id}`)).status, 404);
    assert.equal((await admin.get(`webhooks/${one.id}`)).status, 200);
  });
});
