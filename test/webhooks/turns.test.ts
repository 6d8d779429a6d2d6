import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { openContext } from '../../src/context.ts';
import { openLog } from '../../src/log.ts';
import { presenterOnDemand } from '../../src/rest-api/webhooks/presenter-on-demand.ts';
import { RestClient } from '../rest-api/client.ts';
import { forEachDatabase } from '../support/databases.ts';
import { INSTALLATION_KEY, startSite, type TestSite } from '../support/site.ts';
import { Receiver } from './receiver.ts';

forEachDatabase('webhooks have their turns', (open) => {
  let site: TestSite;
  let receiver: Receiver;
  let host: RestClient;

  before(async () => {
    site = await startSite(await open(), { settings: { webhookNetworks: '127.0.0.0/8' } });
    receiver = await Receiver.start();
  });
  after(async () => {
    await site.close();
    await receiver[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    host = await RestClient.as(site, 'hostid');
    for (const { id } of (await host.get('webhooks')).json.items) await host.ok('DELETE', `webhooks/${id}`);
    receiver.messages.length = 0;
    receiver.status = 200;
    receiver.manner = undefined;
  });

  async function settled(): Promise<void> {
    await site.context.events.drain();
    await site.context.webhooks.deliverer.drain();
  }

  async function hook(path: string): Promise<string> {
    const targetUrl = path.startsWith('http') ? path : `${receiver.url}${path}`;
    const body = { name: 'mine', targetUrl, resource: 'meetings', event: 'created' };
    return (await host.ok('POST', 'webhooks', { body })).json.id;
  }

  async function meeting(title = 'Stand-up'): Promise<void> {
    const at = site.clock.now() + 3_600_000;
    const [start, end] = [at, at + 1_800_000].map((time) => new Date(time).toISOString());
    await host.ok('POST', 'meetings', { body: { title, start, end, password: 'pass-w0rd' } });
  }

  test('of one receiver hold up no other, however many they are', async () => {
    await using silent = await Receiver.start();
    for (let at = 0; at < 40; at++) await hook(`${silent.url}/${at}`);
    await hook('/last');
    const held: ServerResponse[] = [];
    silent.manner = (response) => void held.push(response);
    const heard = Promise.withResolvers<void>();
    receiver.manner = (response) => {
      response.end();
      heard.resolve();
    };
    await meeting();
    await site.context.events.drain();
    const draining = site.context.webhooks.deliverer.drain();
    await heard.promise;
    // They still hang: nobody but them waits for that.
    assert.ok(silent.messages.length <= 4, String(silent.messages.length));
    silent.manner = undefined;
    for (const response of held) response.end();
    await draining;
    assert.equal(silent.messages.length, 40);
    assert.equal(receiver.messages.length, 1);
  });

  test('are told one message at a time, whichever process tells it', async () => {
    const { settings, database, clock } = site.context;
    const other = openContext({
      ...{ settings, database, clock, secret: INSTALLATION_KEY, log: openLog('silent') },
      publicUrl: () => site.url,
      webhookPresenter: presenterOnDemand,
    });
    await hook('/only');
    const begun = Promise.withResolvers<ServerResponse>();
    receiver.manner = (response) => begun.resolve(response);
    for (const title of ['one', 'two', 'three']) await meeting(title);
    await site.context.events.drain();
    const draining = site.context.webhooks.deliverer.drain();
    const held = await begun.promise;
    await other.webhooks.deliverer.drain();
    assert.equal(receiver.messages.length, 1, 'the other process leaves it alone');
    receiver.manner = undefined;
    held.end();
    await draining;
    assert.deepEqual(
      receiver.messages.map(({ json }) => json.data.title),
      ['one', 'two', 'three'],
    );
  });

  test('are sent a message as often as a new one when it is sent again days later', async () => {
    const id = await hook('/only');
    const only = async () => {
      // Tokens end sooner than the tries of a message.
      host = await RestClient.as(site, 'hostid');
      return (await host.get(`webhooks/${id}/deliveries`)).json.items[0];
    };
    receiver.status = 503;
    await meeting();
    for (let at = 0; at < 20; at++) {
      await settled();
      site.clock.advance({ hours: 4 });
    }
    const failed = await only();
    assert.deepEqual([failed.state, failed.attempts.length, receiver.messages.length], ['failed', 15, 15]);
    await host.ok('POST', `webhooks/deliveries/${failed.id}/resend`);
    await settled();
    assert.equal((await only()).state, 'waiting');
    site.clock.advance({ hours: 4 });
    receiver.status = 200;
    await settled();
    const taken = await only();
    assert.deepEqual([taken.state, taken.attempts.length], ['delivered', 17]);
  });
});
