import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Integration } from '../../src/sign-in/api-tokens/integration.ts';
import type { Site } from '../../src/sites/site.ts';
import { RestClient } from '../rest-api/client.ts';
import { forEachDatabase } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { Receiver } from './receiver.ts';

/** What was granted to a program is taken back: its webhooks are told nothing from then on. */

const BACK = 'https://planner.example.com/back';
const READS = ['meeting:schedules_read', 'meeting:recordings_read'] as const;

forEachDatabase('webhooks of what was taken back', (open) => {
  let site: TestSite;
  let acme: Site;
  let receiver: Receiver;
  let host: RestClient;
  let integration: Integration;

  before(async () => {
    site = await startSite(await open(), { settings: { webhookNetworks: '127.0.0.0/8' } });
    acme = await site.context.sites.required('acme');
    receiver = await Receiver.start();
    await site.person({ webExId: 'boss', privileges: { host: true, siteAdmin: true } });
  });
  after(async () => {
    await site.close();
    await receiver[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    host = await RestClient.as(site, 'hostid');
    for (const { id } of (await host.get('webhooks')).json.items) await host.ok('DELETE', `webhooks/${id}`);
    integration = await registered(READS);
    receiver.status = 200;
    receiver.messages.length = 0;
  });

  const apiTokens = () => site.context.apiTokens;
  const accountOf = (webExID: string) => site.context.accounts.required(acme, webExID);
  const registered = (scopes: readonly string[]) =>
    apiTokens().integrations.register(acme, {
      ...{ name: 'Planner', redirectUris: [BACK] },
      ...{ scopes: [...scopes], isPublic: false },
    });

  async function granted(webExID = 'hostid', to = integration, scopes = to.scopes) {
    const wanted = { redirectUri: BACK, scopes: [...scopes], codeChallenge: undefined };
    const code = await apiTokens().allow(await accountOf(webExID), acme, to, wanted, (_, asked) => asked);
    const tokens = await apiTokens().exchange(to, code, BACK, undefined);
    return { client: new RestClient(site, tokens.accessToken), ...tokens };
  }

  async function settled(): Promise<void> {
    await site.context.events.drain();
    await site.context.webhooks.deliverer.drain();
  }

  async function hook(client: RestClient, more: object = {}): Promise<string> {
    const targetUrl = `${receiver.url}/hook`;
    const body = { name: 'planner', targetUrl, resource: 'meetings', event: 'created', ...more };
    return (await client.ok('POST', 'webhooks', { body })).json.id;
  }

  async function meeting(title: string): Promise<void> {
    const at = site.clock.now() + 3_600_000;
    const [start, end] = [at, at + 1_800_000].map((time) => new Date(time).toISOString());
    // Tokens end sooner than what is tried here.
    const client = await RestClient.as(site, 'hostid');
    await client.ok('POST', 'meetings', { body: { title, start, end, password: 'pass-w0rd' } });
    await settled();
  }

  /** What the webhook has been told since it was asked last. */
  const told = () => receiver.messages.splice(0).map(({ json }) => json.data.title as string);
  const why = async (id: string, webExID = 'hostid') => {
    const { json } = await (await RestClient.as(site, webExID)).ok('GET', `webhooks/${id}`);
    return [json.status, json.silentBecause];
  };

  /** Is told, is silent once it is taken back, and goes on once it is given again. */
  async function goesAndComes(id: string, because: string, take: () => unknown, give: () => unknown) {
    await meeting('before');
    assert.deepEqual(told(), ['before'], because);
    await take();
    await meeting('meanwhile');
    assert.deepEqual(told(), [], because);
    assert.deepEqual(await why(id), ['inactive', because]);
    await give();
    assert.deepEqual(await why(id), ['active', undefined], because);
    await meeting('after');
    assert.deepEqual(told(), ['after'], because);
  }

  test('by the person, by the administrator, and by the program itself', async () => {
    const { client, refreshToken } = await granted();
    const id = await hook(client);
    const byThePerson = async () =>
      apiTokens().revokeGranted(acme, await accountOf('hostid'), integration.id);
    await goesAndComes(id, 'grant', byThePerson, granted);
    const byTheAdministrator = () => apiTokens().integrations.revokeAll(acme, integration.id);
    await goesAndComes(id, 'grant', byTheAdministrator, granted);
    const again = await granted();
    await byThePerson();
    assert.notEqual(again.refreshToken, refreshToken);
    const last = await granted();
    await goesAndComes(id, 'grant', () => apiTokens().revoke(integration, last.refreshToken), granted);
    await goesAndComes(
      id,
      'grant',
      () => site.context.accounts.change(acme, 'hostid', () => ({ signsOut: true })),
      granted,
    );
  });

  test('an integration that is switched off, narrowed, or deleted', async () => {
    const id = await hook((await granted()).client);
    const change = async (wish: object) => {
      const { version } = await apiTokens().integrations.one(acme, integration.id);
      await apiTokens().integrations.change(acme, integration.id, version, wish);
    };
    await goesAndComes(
      id,
      'integration',
      () => change({ enabled: false }),
      () => change({ enabled: true }),
    );
    const narrowed = { scopes: ['meeting:recordings_read'] };
    await goesAndComes(
      id,
      'scopes',
      () => change(narrowed),
      () => change({ scopes: [...READS] }),
    );
    await apiTokens().integrations.remove(acme, integration.id);
    await meeting('too late');
    assert.deepEqual([told(), await why(id)], [[], ['inactive', 'integration']]);
  });

  test('an account that is locked, or administers the site no more', async () => {
    const { accounts, webhooks } = site.context;
    const silence = async (webExID: string) => {
      const [own] = await webhooks.listOf(await accountOf(webExID), 0, 1);
      return webhooks.silenceOf(own ?? assert.fail());
    };
    await hook(host);
    await accounts.change(acme, 'hostid', () => ({ locked: true }));
    assert.equal(await silence('hostid'), 'locked');
    await accounts.change(acme, 'hostid', () => ({ locked: false }));
    await meeting('unlocked');
    assert.deepEqual(told(), ['unlocked']);
    await hook(await RestClient.as(site, 'boss'), { ownedBy: 'org' });
    const [org = assert.fail()] = await webhooks.listOf(await accountOf('boss'), 0, 1);
    const administers = (siteAdmin: boolean) =>
      accounts.change(acme, 'boss', () => ({ profile: { privileges: { siteAdmin } } }));
    await administers(false);
    await meeting('to the host alone');
    assert.deepEqual([told(), await silence('boss')], [['to the host alone'], 'right']);
    await administers(true);
    await meeting('to both');
    assert.deepEqual([told(), await silence('boss')], [['to both', 'to both'], undefined]);
    await webhooks.remove(acme, org.id, () => {});
  });

  test('what waited is kept back, and goes out when it may be told again', async () => {
    const id = await hook((await granted()).client);
    receiver.status = 503;
    await meeting('waits');
    told();
    receiver.status = 200;
    await apiTokens().revokeGranted(acme, await accountOf('hostid'), integration.id);
    site.clock.advance({ minutes: 20 });
    await settled();
    assert.deepEqual(told(), []);
    await granted();
    site.clock.advance({ minutes: 20 });
    await settled();
    assert.deepEqual(told(), ['waits']);
    assert.deepEqual(await why(id), ['active', undefined]);
  });

  test('of everything: what may still be read is told, the rest is not', async () => {
    const scopes = [...READS, ...['meeting:participants_read', 'meeting:transcripts_read']];
    const wide = await registered(scopes);
    await hook((await granted('hostid', wide)).client, { resource: 'all', event: 'created' });
    receiver.status = 503;
    await meeting('waits');
    told();
    receiver.status = 200;
    const { version } = await apiTokens().integrations.one(acme, wide.id);
    await apiTokens().integrations.change(acme, wide.id, version, { scopes: ['meeting:recordings_read'] });
    site.clock.advance({ minutes: 1 });
    await settled();
    assert.deepEqual(told(), []);
  });

  test('a token that expires takes nothing back', async () => {
    const id = await hook((await granted()).client);
    site.clock.advance({ days: 100 });
    await meeting('long after');
    assert.deepEqual([told(), await why(id)], [['long after'], ['active', undefined]]);
    // A code that nobody fetches changes nothing either; a new grant takes the place of the old one.
    const wanted = { redirectUri: BACK, scopes: ['meeting:recordings_read'], codeChallenge: undefined };
    const account = await accountOf('hostid');
    const code = await apiTokens().allow(account, acme, integration, wanted, (_, asked) => asked);
    assert.deepEqual(await why(id), ['active', undefined]);
    await apiTokens().exchange(integration, code, BACK, undefined);
    assert.deepEqual(await why(id), ['inactive', 'scopes']);
  });
});
