import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { ConsoleClient } from './console-client.ts';

forSqlite('Asking the OpenID provider of a site', (open) => {
  let parlance: TestSite;
  let admin: ConsoleClient;
  let issuer: string;
  let answers: Record<string, unknown> = {};
  let asked = 0;
  const provider = createServer((request, response) => {
    asked += 1;
    const body = answers[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });

  before(async () => {
    provider.listen(0, '127.0.0.1');
    await once(provider, 'listening');
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    parlance = await startSite(await open());
    await parlance.person({ webExId: 'second', privileges: { host: true, siteAdmin: true } });
    admin = await ConsoleClient.as(parlance, 'second');
  });
  after(async () => {
    provider.close();
    await parlance.close();
  });

  /** Another provider ends what people have signed in to. */
  async function set(commonIdentity: object): Promise<void> {
    await parlance.context.sites.change('acme', { settings: { commonIdentity } });
    admin = await ConsoleClient.as(parlance, 'second');
  }
  async function found() {
    const { json, status } = await admin.call('POST', 'site/openid/check', { body: {} });
    assert.equal(status, 200, JSON.stringify(json));
    const checks: readonly { id: string; state: string }[] = json.checks;
    return { states: Object.fromEntries(checks.map(({ id, state }) => [id, state])), detail: json.detail };
  }

  test('tells what is not set, and asks nobody', async () => {
    const { states } = await found();
    assert.deepEqual(states, { issuer: 'bad', client: 'bad', secret: 'attention' });
    assert.equal(asked, 0);
  });

  test('tells each thing that the provider says of itself, as it is now', async () => {
    await set({ issuer, clientID: 'parlance', clientSecret: 'hush', network: 'any' });
    answers = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: 'https://idp.example.com/in',
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        code_challenge_methods_supported: ['S256'],
      },
      '/keys': { keys: [] },
    };
    const good = await found();
    assert.deepEqual(good.states, {
      issuer: 'good',
      client: 'good',
      secret: 'good',
      discovery: 'good',
      addresses: 'attention',
      pkce: 'good',
      keys: 'good',
    });
    answers['/keys'] = undefined;
    assert.equal((await found()).states.keys, 'bad');
    answers['/.well-known/openid-configuration'] = { issuer: 'https://other.example.com' };
    const other = await found();
    assert.equal(other.states.discovery, 'bad');
    assert.match(other.detail, /another issuer/);
  });

  test('asks no address inside of the network where the issuer is an administrator’s', async () => {
    await set({ issuer, network: 'public' });
    const before = asked;
    assert.equal((await found()).states.discovery, 'bad');
    assert.equal(asked, before);
  });
});
