/** Statements on the table of integrations, and on what people have granted them. */
import { sql } from 'kysely';
import { accountRows } from '../../accounts/account-rows.ts';
import type { Database, Params } from '../../database/database.ts';

export interface IntegrationRow {
  readonly id: number;
  readonly site: number;
  readonly client_id: string;
  readonly name: string;
  readonly redirect_uris: string;
  readonly scopes: string;
  readonly has_secret: number;
  readonly enabled: number;
  readonly created_at: number;
  readonly version: number;
}

export function integrationStatements(database: Database) {
  const columns = [
    'id',
    'site',
    'client_id',
    'name',
    'redirect_uris',
    'scopes',
    sql<number>`case when secret_hash is null then 0 else 1 end`.as('has_secret'),
    'enabled',
    'created_at',
    'version',
  ] as const;
  return {
    ofSite: database.prepare<{ site: number }, IntegrationRow>((db, p) =>
      db.selectFrom('integration').select(columns).where('site', '=', p('site')).orderBy('id'),
    ),
    byId: database.prepare<{ id: number }, IntegrationRow>((db, p) =>
      db.selectFrom('integration').select(columns).where('id', '=', p('id')),
    ),
    toChange: database.prepare<{ id: number }, IntegrationRow>((db, p) =>
      database.locked(db.selectFrom('integration').select(columns).where('id', '=', p('id'))),
    ),
    byClientId: database.prepare<{ clientId: string }, IntegrationRow>((db, p) =>
      db.selectFrom('integration').select(columns).where('client_id', '=', p('clientId')),
    ),
    secret: database.prepare<{ id: number }, { secret_hash: Uint8Array | null }>((db, p) =>
      db.selectFrom('integration').select('secret_hash').where('id', '=', p('id')),
    ),
    counted: database.prepare<{ site: number }, { count: number }>((db, p) =>
      db
        .selectFrom('integration')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('site', '=', p('site')),
    ),
    granted: database.prepare<
      { site: number; security: number; now: number },
      { integration: number; people: number }
    >((db, p) =>
      db
        .selectFrom('api_grant')
        .innerJoin(accountRows(db, 'holder'), 'holder.id', 'api_grant.account')
        .select((eb) => ['integration', eb.fn.count<number>('account').distinct().as('people')])
        .where('api_grant.site', '=', p('site'))
        .where('code_used_at', 'is not', null)
        .where('api_grant.expires_at', '>', p('now'))
        .where('security_version', '=', p('security'))
        .whereRef('api_grant.credential_version', '=', 'holder.credential_version')
        .groupBy('integration'),
    ),
    insert: database.prepare(
      (
        db,
        p: Params<{
          site: number;
          clientId: string;
          name: string;
          redirectUris: string;
          scopes: string;
          secret: Buffer | null;
          now: number;
        }>,
      ) =>
        db.insertInto('integration').values({
          site: p('site'),
          client_id: p('clientId'),
          name: p('name'),
          redirect_uris: p('redirectUris'),
          scopes: p('scopes'),
          secret_hash: p('secret'),
          enabled: 1,
          created_at: p('now'),
          version: 1,
        }),
    ),
    update: database.prepare(
      (db, p: Params<{ id: number; name: string; redirectUris: string; scopes: string; enabled: number }>) =>
        db
          .updateTable('integration')
          .set((eb) => ({
            name: p('name'),
            redirect_uris: p('redirectUris'),
            scopes: p('scopes'),
            enabled: p('enabled'),
            version: eb('version', '+', 1),
          }))
          .where('id', '=', p('id')),
    ),
    setSecret: database.prepare((db, p: Params<{ id: number; secret: Buffer }>) =>
      db
        .updateTable('integration')
        .set((eb) => ({ secret_hash: p('secret'), version: eb('version', '+', 1) }))
        .where('id', '=', p('id')),
    ),
    remove: database.prepare<{ id: number }, unknown>((db, p) =>
      db.deleteFrom('integration').where('id', '=', p('id')),
    ),
    dropUses: database.prepare<{ id: number }, unknown>((db, p) =>
      db
        .deleteFrom('api_token_use')
        .where('token', 'in', db.selectFrom('api_token').select('id').where('integration', '=', p('id'))),
    ),
    dropTokens: database.prepare<{ id: number }, unknown>((db, p) =>
      db.deleteFrom('api_token').where('integration', '=', p('id')),
    ),
    dropSpent: database.prepare<{ id: number }, unknown>((db, p) =>
      db
        .deleteFrom('api_refresh_spent')
        .where('api_grant', 'in', db.selectFrom('api_grant').select('id').where('integration', '=', p('id'))),
    ),
    dropGrants: database.prepare<{ id: number }, unknown>((db, p) =>
      db.deleteFrom('api_grant').where('integration', '=', p('id')),
    ),
  };
}
