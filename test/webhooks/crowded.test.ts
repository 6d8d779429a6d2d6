import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';
import type { CompiledQuery, Kysely } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { templateOf, valuesFor } from '../../src/database/prepared.ts';
import type { Tables } from '../../src/database/tables.ts';
import type { Site } from '../../src/sites/site.ts';
import { turnStatements } from '../../src/webhooks/turn-statements.ts';
import { filterOn, heardOn } from '../../src/webhooks/webhook.ts';
import { heard, webhookStatements } from '../../src/webhooks/webhook-statements.ts';
import { forEachDatabase } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { Receiver } from './receiver.ts';

/** Thousands of webhooks wait for one receiver, or ask for something else: nobody else's wait for them, or are read after them. */

const MANY = 2_000;

forEachDatabase('a crowd of webhooks', (open) => {
  let site: TestSite;
  let database: Database;
  let acme: Site;
  let receiver: Receiver;
  let account: number;

  before(async () => {
    site = await startSite(await open(), { settings: { webhookNetworks: '127.0.0.0/8' } });
    ({ database } = site.context);
    receiver = await Receiver.start();
    acme = await site.context.sites.required('acme');
    account = (await site.context.accounts.required(acme, 'hostid')).id;
  });
  after(async () => {
    await site.close();
    await receiver[Symbol.asyncDispose]();
  });

  const target = (url: string) => ({ target_url: url, target_host: new URL(url).host });

  /** Puts down webhooks at once, and a message for each that is due. */
  async function made(many: number, more: (at: number) => object): Promise<void> {
    const now = site.clock.now();
    const row = {
      ...{ site: acme.id, account, integration: null, owned_by: 'creator' as const, name: 'one of many' },
      ...{ resource: 'meetings', event: 'created', filter: '', secret: null, status: 'active' as const },
      ...{ created_at: now, only_of_site: null, ...target(receiver.url) },
    };
    for (let at = 0; at < many; at += 200) {
      const rows = Array.from({ length: Math.min(200, many - at) }, (_, next) => ({
        ...row,
        ...more(at + next),
      }));
      await database.write(async (tx) => {
        const { builder } = database;
        const webhooks = await tx.all(builder.insertInto('webhook').values(rows).returning('id').compile());
        const messages = webhooks.map(({ id: webhook }) => ({
          ...{ site: acme.id, webhook, message: `of ${webhook}`, resource: 'meetings', event: 'created' },
          ...{
            state: 'WAITING' as const,
            attempts: 0,
            not_before: now,
            created_at: now,
            body: '{"data":{}}',
          },
        }));
        await tx.all(builder.insertInto('webhook_delivery').values(messages).returning('id').compile());
      });
    }
  }

  test('who waits for one receiver keeps nobody else waiting, and is not read', async () => {
    const { clock, context } = site;
    await using busy = await Receiver.start();
    const due_at = clock.now();
    await made(MANY, () => ({ ...target(busy.url), due_at }));
    await made(1, () => ({ due_at: due_at + 1 }));
    clock.advance({ seconds: 1 });
    const plans: string[] = [];
    const turns = turnStatements(explaining(database, plans));
    const rows = await turns.dueByHost.all({ now: clock.now(), after: '', most: 64 });
    const hosts = [busy.url, receiver.url].map((url) => new URL(url).host).sort();
    assert.deepEqual(
      rows.map(({ host }) => host),
      hosts,
    );
    assert.ok(rows.every(({ id }) => id !== null));
    const behind = await turns.dueByHost.all({ now: clock.now(), after: hosts[0] ?? '', most: 64 });
    assert.deepEqual(
      behind.map(({ host }) => host),
      hosts.slice(1),
    );
    for (const plan of plans) assert.doesNotMatch(plan, /SCAN (webhook|first)\b/, plan);

    const held: ServerResponse[] = [];
    busy.manner = (response) => void held.push(response);
    const heardOf = Promise.withResolvers<void>();
    receiver.manner = (response) => {
      response.end();
      heardOf.resolve();
    };
    const draining = context.webhooks.deliverer.drain();
    await heardOf.promise;
    assert.ok(busy.messages.length <= 4, String(busy.messages.length));
    await database.write(async (tx) =>
      tx.all(database.builder.deleteFrom('webhook').returning('id').compile()),
    );
    busy.manner = undefined;
    for (const response of held) response.end();
    await draining;
  });

  test('an event reads those alone whose filter may hold', async () => {
    const filterOf = (at: number) => `meetingNumber=${at}&state=ended`;
    await made(MANY, (at) => ({ filter: filterOf(at), filter_on: filterOn(filterOf(at)), owned_by: 'org' }));
    await made(1, () => ({ owned_by: 'org', event: 'ended' }));
    const plans: string[] = [];
    const { orgHearing, accountHearing } = webhookStatements(explaining(database, plans));
    const facts = { meetingNumber: '77', state: 'ended', hostEmail: 'a@b.c' };
    const asked = (event: string) => heard(acme.id, { resource: 'meetings', event }, heardOn(facts));
    const found = await orgHearing.all(asked('created'));
    assert.deepEqual(
      found.map(({ filter }) => filter),
      [filterOf(77)],
    );
    assert.deepEqual(
      (await orgHearing.all(asked('ended'))).map(({ event }) => event),
      ['ended'],
    );
    await accountHearing.all({ ...asked('created'), account });
    for (const plan of plans)
      assert.match(
        plan,
        /webhook_asking \(site=\? AND resource=\? AND event=\? AND owned_by=\? AND filter_on=\?/,
      );
  });
});

/** The database, telling how SQLite does what is asked. */
function explaining(database: Database, plans: string[]): Database {
  if (database.dialect !== 'sqlite') return database;
  const prepare = (build: Parameters<typeof templateOf>[1]) => {
    const template = templateOf(database.builder as Kysely<Tables>, build);
    return {
      async all(params: object) {
        const query = { sql: template.sql, parameters: valuesFor(template, params), query: {} };
        const steps = await database.all({
          ...query,
          sql: `explain query plan ${query.sql}`,
        } as unknown as CompiledQuery<{ detail: string }>);
        plans.push(steps.map(({ detail }) => detail).join('\n'));
        return database.all(query as unknown as CompiledQuery<unknown>);
      },
    };
  };
  return {
    ...database,
    locked: (query: unknown) => query,
    dialect: 'sqlite',
    builder: database.builder,
    prepare,
  } as unknown as Database;
}
