/** What programs need that webhooks call: facts/rest-console.md, section 4. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { Receiver } from '../webhooks/receiver.ts';
import { RestClient } from './client.ts';

const SECRET = 'between us';

forSqlite('Programs that webhooks call', (open) => {
  const site = sharedSite(open, { settings: { webhookNetworks: '127.0.0.1' } });

  test('prove the signature over the bytes that came, or over the JSON that they write again', async () => {
    const client = await RestClient.as(site(), 'hostid');
    await using receiver = await Receiver.start();
    await client.ok('POST', 'webhooks', {
      body: {
        name: 'proof',
        targetUrl: receiver.url,
        resource: 'meetings',
        event: 'created',
        secret: SECRET,
      },
    });
    await client.ok('POST', 'meetings', {
      body: { title: 'Größe "x"', start: '2031-03-04T10:00:00Z', end: '2031-03-04T11:00:00Z' },
    });
    const { events, webhooks } = site().context;
    await events.drain();
    await webhooks.deliverer.drain();
    const [one] = receiver.messages;
    assert.ok(one);
    const signatureOf = (body: string | Buffer) => createHmac('sha1', SECRET).update(body).digest('hex');
    assert.equal(one.headers['x-spark-signature'], signatureOf(one.body));
    assert.equal(one.headers['x-spark-signature'], signatureOf(JSON.stringify(one.json)));
  });
});
