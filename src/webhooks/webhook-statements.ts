/** The statements of webhooks. */
import { type Kysely, sql } from 'kysely';
import type { Database, Params } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { ALL, type Webhook } from './webhook.ts';

export interface WebhookRow {
  readonly id: number;
  readonly site: number;
  readonly account: number;
  readonly integration: number | null;
  readonly owned_by: 'creator' | 'org';
  readonly name: string;
  readonly target_url: string;
  readonly resource: string;
  readonly event: string;
  readonly filter: string;
  readonly secret: Uint8Array | null;
  readonly status: 'active' | 'inactive';
  readonly created_at: number;
  readonly disabled_at: number | null;
}

export type NewWebhookRow = Omit<WebhookRow, 'id' | 'disabled_at' | 'secret'> & {
  readonly secret: Buffer | null;
  readonly target_host: string;
  readonly filter_on: string;
  readonly only_of_site: string | null;
};

const COLUMNS = [
  'id',
  'site',
  'account',
  'integration',
  'owned_by',
  'name',
  'target_url',
  'resource',
  'event',
  'filter',
  'secret',
  'status',
  'created_at',
  'disabled_at',
] as const;

const EVERY = sql.lit(ALL);

/** What has happened, and what filters may name of it: as many conditions as there are names (`heardOn`). */
export type TellableEvent = Readonly<Record<'site', number>> &
  Readonly<Record<'resource' | 'event' | `on${OnNumber}`, string>>;

type OnNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11;
const ON_NUMBERS: readonly OnNumber[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** Those that may ask for it, in no order: each by a condition that holds, or by none. */
function asking(db: Kysely<Tables>, p: Params<TellableEvent>, ownedBy: 'creator' | 'org') {
  return db
    .selectFrom('webhook')
    .where('site', '=', p('site'))
    .where('resource', 'in', [p('resource'), EVERY])
    .where('event', 'in', [p('event'), EVERY])
    .where('owned_by', '=', sql.lit(ownedBy))
    .where(
      'filter_on',
      'in',
      ON_NUMBERS.map((number) => p(`on${number}`)),
    );
}

/** @param on the conditions that hold, of which there are no more than names of filters */
export function heard(
  site: number,
  { resource, event }: { readonly resource: string; readonly event: string },
  on: readonly string[],
): TellableEvent {
  const named = Object.fromEntries(ON_NUMBERS.map((number) => [`on${number}`, on[number] ?? '']));
  return { site, resource, event, ...(named as Record<`on${OnNumber}`, string>) };
}

export type WebhookStatements = ReturnType<typeof webhookStatements>;

export function webhookStatements(database: Database) {
  return {
    insert: database.prepare((db, p: Params<NewWebhookRow>) =>
      db
        .insertInto('webhook')
        .values({
          site: p('site'),
          account: p('account'),
          integration: p('integration'),
          owned_by: p('owned_by'),
          name: p('name'),
          target_url: p('target_url'),
          target_host: p('target_host'),
          resource: p('resource'),
          event: p('event'),
          filter: p('filter'),
          filter_on: p('filter_on'),
          secret: p('secret'),
          status: p('status'),
          created_at: p('created_at'),
          only_of_site: p('only_of_site'),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id'),
    ),
    byId: database.prepare<{ id: number }, WebhookRow>((db, p) =>
      db.selectFrom('webhook').select(COLUMNS).where('id', '=', p('id')),
    ),
    /** Nobody else changes it until the transaction ends. */
    toChange: database.prepare<{ id: number }, WebhookRow>((db, p) =>
      database.locked(db.selectFrom('webhook').select(COLUMNS).where('id', '=', p('id'))),
    ),
    /** All of a site, in the order in which they were made. */
    ofSite: database.prepare<{ site: number; after: number; most: number }, WebhookRow>((db, p) =>
      db
        .selectFrom('webhook')
        .select(COLUMNS)
        .where('site', '=', p('site'))
        .where('id', '>', p('after'))
        .orderBy('id')
        .limit(p('most')),
    ),
    ofOrg: database.prepare<{ site: number; after: number; most: number }, WebhookRow>((db, p) =>
      db
        .selectFrom('webhook')
        .select(COLUMNS)
        .where('site', '=', p('site'))
        .where('owned_by', '=', 'org')
        .where('id', '>', p('after'))
        .orderBy('id')
        .limit(p('most')),
    ),
    /** Whether anything may have to be told of a resource on a site. */
    anyOf: database.prepare<{ site: number; resource: string }, { id: number }>((db, p) =>
      db
        .selectFrom('webhook')
        .select('id')
        .where('site', '=', p('site'))
        .where('resource', 'in', [p('resource'), EVERY])
        .limit(1),
    ),
    /** Those of a whole site that ask for an event. */
    orgHearing: database.prepare<TellableEvent, WebhookRow>((db, p) => asking(db, p, 'org').select(COLUMNS)),
    /** Those of an account that ask for an event of its own things. */
    accountHearing: database.prepare<TellableEvent & { readonly account: number }, WebhookRow>((db, p) =>
      asking(db, p, 'creator').select(COLUMNS).where('account', '=', p('account')),
    ),
    ofAccount: database.prepare<{ account: number; after: number; most: number }, WebhookRow>((db, p) =>
      db
        .selectFrom('webhook')
        .select(COLUMNS)
        .where('account', '=', p('account'))
        .where('id', '>', p('after'))
        .orderBy('id')
        .limit(p('most')),
    ),
    /** Those that an account has made by one integration. */
    ofAccountBy: database.prepare<
      { account: number; integration: number; after: number; most: number },
      WebhookRow
    >((db, p) =>
      db
        .selectFrom('webhook')
        .select(COLUMNS)
        .where('account', '=', p('account'))
        .where('integration', '=', p('integration'))
        .where('id', '>', p('after'))
        .orderBy('id')
        .limit(p('most')),
    ),
    ofOrgBy: database.prepare<{ site: number; integration: number; after: number; most: number }, WebhookRow>(
      (db, p) =>
        db
          .selectFrom('webhook')
          .select(COLUMNS)
          .where('site', '=', p('site'))
          .where('owned_by', '=', 'org')
          .where('integration', '=', p('integration'))
          .where('id', '>', p('after'))
          .orderBy('id')
          .limit(p('most')),
    ),
    count: database.prepare<{ account: number }, { count: number }>((db, p) =>
      db
        .selectFrom('webhook')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('account', '=', p('account')),
    ),
    update: database.prepare(
      (
        db,
        p: Params<
          Pick<WebhookRow, 'id' | 'name' | 'target_url' | 'status'> & {
            readonly secret: Buffer | null;
            readonly target_host: string;
          }
        >,
      ) =>
        db
          .updateTable('webhook')
          .set({
            name: p('name'),
            target_url: p('target_url'),
            target_host: p('target_host'),
            secret: p('secret'),
            status: p('status'),
          })
          .where('id', '=', p('id')),
    ),
    disable: database.prepare((db, p: Params<{ id: number; now: number | null }>) =>
      db
        .updateTable('webhook')
        .set({ status: 'inactive', disabled_at: p('now') })
        .where('id', '=', p('id'))
        .where('status', '=', 'active'),
    ),
    remove: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('webhook').where('id', '=', p('id')),
    ),
  };
}

export function webhookOf(row: WebhookRow): Webhook {
  return {
    id: row.id,
    site: row.site,
    account: row.account,
    integration: row.integration,
    ownedBy: row.owned_by,
    name: row.name,
    targetUrl: row.target_url,
    resource: row.resource as Webhook['resource'],
    event: row.event,
    filter: row.filter,
    hasSecret: row.secret !== null,
    status: row.status,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  };
}
