/** Statements on what people have granted to integrations, and on the tokens that came of it. */
import type { Database, Params } from '../../database/database.ts';

export interface GrantRow {
  readonly id: number;
  readonly site: number;
  readonly integration: number;
  readonly account: number;
  readonly scopes: string;
  readonly redirect_uri: string;
  readonly code_challenge: string | null;
  readonly code_expires_at: number;
  readonly code_used_at: number | null;
  readonly expires_at: number;
  readonly credential_version: number;
  readonly security_version: number;
}

const COLUMNS = [
  'id',
  'site',
  'integration',
  'account',
  'scopes',
  'redirect_uri',
  'code_challenge',
  'code_expires_at',
  'code_used_at',
  'expires_at',
  'credential_version',
  'security_version',
] as const;

export function grantStatements(database: Database) {
  return {
    add: database.prepare(
      (
        db,
        p: Params<{
          site: number;
          integration: number;
          account: number;
          scopes: string;
          redirectUri: string;
          code: Buffer;
          challenge: string | null;
          expires: number;
          credentials: number;
          security: number;
          now: number;
        }>,
      ) =>
        db.insertInto('api_grant').values({
          site: p('site'),
          integration: p('integration'),
          account: p('account'),
          scopes: p('scopes'),
          redirect_uri: p('redirectUri'),
          code_hash: p('code'),
          code_challenge: p('challenge'),
          code_expires_at: p('expires'),
          code_used_at: null,
          refresh_hash: null,
          expires_at: p('expires'),
          credential_version: p('credentials'),
          security_version: p('security'),
          created_at: p('now'),
        }),
    ),
    byId: database.prepare<{ id: number }, GrantRow>((db, p) =>
      database.locked(db.selectFrom('api_grant').select(COLUMNS).where('id', '=', p('id'))),
    ),
    byCode: database.prepare<{ code: Buffer }, GrantRow>((db, p) =>
      database.locked(db.selectFrom('api_grant').select(COLUMNS).where('code_hash', '=', p('code'))),
    ),
    byRefresh: database.prepare<{ refresh: Buffer }, GrantRow>((db, p) =>
      database.locked(db.selectFrom('api_grant').select(COLUMNS).where('refresh_hash', '=', p('refresh'))),
    ),
    ofAccount: database.prepare<
      { account: number; integration: number },
      { id: number; expires_at: number; code_used_at: number | null; name: string }
    >((db, p) =>
      db
        .selectFrom('api_grant')
        .innerJoin('integration', 'integration.id', 'api_grant.integration')
        .select(['api_grant.id', 'api_grant.expires_at', 'api_grant.code_used_at', 'integration.name'])
        .where('api_grant.account', '=', p('account'))
        .where('api_grant.integration', '=', p('integration'))
        .orderBy('api_grant.id', 'desc'),
    ),
    grantedBy: database.prepare<
      { account: number; credentials: number; security: number; now: number },
      {
        integration: number;
        name: string;
        scopes: string;
        integration_scopes: string;
        created_at: number;
        used_at: number | null;
      }
    >((db, p) =>
      db
        .selectFrom('api_grant')
        .innerJoin('integration', 'integration.id', 'api_grant.integration')
        .leftJoin('api_token', 'api_token.api_grant', 'api_grant.id')
        .leftJoin('api_token_use', 'api_token_use.token', 'api_token.id')
        .select(['api_grant.integration', 'integration.name', 'api_grant.scopes', 'api_grant.created_at'])
        .select('integration.scopes as integration_scopes')
        .select((eb) => eb.fn.max<number | null>('api_token_use.used_at').as('used_at'))
        .where('api_grant.account', '=', p('account'))
        .where('api_grant.credential_version', '=', p('credentials'))
        .where('api_grant.security_version', '=', p('security'))
        .where('api_grant.expires_at', '>', p('now'))
        .where('api_grant.code_used_at', 'is not', null)
        .groupBy([
          'api_grant.id',
          'api_grant.integration',
          'integration.name',
          'integration.scopes',
          'api_grant.scopes',
          'api_grant.created_at',
        ])
        .orderBy('api_grant.id', 'desc'),
    ),
    use: database.prepare((db, p: Params<{ id: number; now: number; refresh: Buffer; expires: number }>) =>
      db
        .updateTable('api_grant')
        .set((eb) => ({
          code_used_at: eb.fn.coalesce('code_used_at', eb.val(p('now'))),
          refresh_hash: p('refresh'),
          expires_at: p('expires'),
        }))
        .where('id', '=', p('id')),
    ),
    drop: database.prepare<{ id: number }, unknown>((db, p) =>
      db.deleteFrom('api_grant').where('id', '=', p('id')),
    ),

    addToken: database.prepare(
      (
        db,
        p: Params<{
          site: number;
          account: number;
          integration: number;
          grant: number;
          hash: Buffer;
          scopes: string;
          now: number;
          expires: number;
          credentials: number;
          security: number;
        }>,
      ) =>
        db.insertInto('api_token').values({
          site: p('site'),
          account: p('account'),
          kind: 'integration',
          name: null,
          integration: p('integration'),
          api_grant: p('grant'),
          hash: p('hash'),
          scopes: p('scopes'),
          created_at: p('now'),
          expires_at: p('expires'),
          credential_version: p('credentials'),
          security_version: p('security'),
          version: 1,
        }),
    ),
    /** The newest first. */
    tokensOf: database.prepare<{ id: number; most: number }, { id: number }>((db, p) =>
      db
        .selectFrom('api_token')
        .select('id')
        .where('api_grant', '=', p('id'))
        .orderBy('id', 'desc')
        .limit(p('most')),
    ),
    dropTokensBefore: database.prepare((db, p: Params<{ id: number; token: number }>) =>
      db.deleteFrom('api_token').where('api_grant', '=', p('id')).where('id', '<', p('token')),
    ),
    dropOldTokens: database.prepare((db, p: Params<{ id: number; now: number }>) =>
      db.deleteFrom('api_token').where('api_grant', '=', p('id')).where('expires_at', '<=', p('now')),
    ),
    dropToken: database.prepare((db, p: Params<{ hash: Buffer; integration: number }>) =>
      db.deleteFrom('api_token').where('hash', '=', p('hash')).where('integration', '=', p('integration')),
    ),
    dropTokens: database.prepare<{ id: number }, unknown>((db, p) =>
      db.deleteFrom('api_token').where('api_grant', '=', p('id')),
    ),
    dropUses: database.prepare<{ id: number }, unknown>((db, p) =>
      db
        .deleteFrom('api_token_use')
        .where('token', 'in', db.selectFrom('api_token').select('id').where('api_grant', '=', p('id'))),
    ),

    spend: database.prepare((db, p: Params<{ refresh: Buffer; id: number; now: number }>) =>
      db
        .insertInto('api_refresh_spent')
        .values({ hash: p('refresh'), api_grant: p('id'), spent_at: p('now') }),
    ),
    dropSpentBefore: database.prepare((db, p: Params<{ id: number; before: number }>) =>
      db.deleteFrom('api_refresh_spent').where('api_grant', '=', p('id')).where('spent_at', '<', p('before')),
    ),
    spent: database.prepare<{ refresh: Buffer }, { api_grant: number }>((db, p) =>
      db.selectFrom('api_refresh_spent').select('api_grant').where('hash', '=', p('refresh')),
    ),
    dropSpent: database.prepare<{ id: number }, unknown>((db, p) =>
      db.deleteFrom('api_refresh_spent').where('api_grant', '=', p('id')),
    ),
  };
}
