import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Bearer tokens of the REST interface, the integrations that ask people for them, and what people have granted. */
export function apiTokens({
  identity,
  bigint,
  smallint,
  text,
  document,
  bytes,
  finish,
  finishKeyed,
}: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('integration')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('client_id', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('redirect_uris', document, (c) => c.notNull())
        .addColumn('scopes', text, (c) => c.notNull())
        .addColumn('secret_hash', bytes)
        .addColumn('enabled', smallint, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('version', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('integration_client').on('integration').column('client_id').unique().execute();
      await schema.createIndex('integration_of_site').on('integration').columns(['site', 'id']).execute();

      await schema
        .createTable('api_grant')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('integration', bigint, (c) => c.notNull().references('integration.id'))
        .addColumn('account', bigint, (c) => c.notNull().references('account.id'))
        .addColumn('scopes', text, (c) => c.notNull())
        .addColumn('redirect_uri', text, (c) => c.notNull())
        .addColumn('code_hash', bytes, (c) => c.notNull())
        .addColumn('code_challenge', text)
        .addColumn('code_expires_at', bigint, (c) => c.notNull())
        .addColumn('code_used_at', bigint)
        .addColumn('refresh_hash', bytes)
        .addColumn('expires_at', bigint, (c) => c.notNull())
        .addColumn('credential_version', bigint, (c) => c.notNull())
        .addColumn('security_version', bigint, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('api_grant_code').on('api_grant').column('code_hash').unique().execute();
      await schema.createIndex('api_grant_refresh').on('api_grant').column('refresh_hash').unique().execute();
      await schema
        .createIndex('api_grant_of_account')
        .on('api_grant')
        .columns(['account', 'integration', 'id'])
        .execute();
      await schema
        .createIndex('api_grant_of_integration')
        .on('api_grant')
        .columns(['integration', 'account'])
        .execute();

      await schema
        .createTable('api_token')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('account', bigint, (c) => c.notNull().references('account.id'))
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('name', text)
        .addColumn('integration', bigint, (c) => c.references('integration.id'))
        .addColumn('api_grant', bigint, (c) => c.references('api_grant.id'))
        .addColumn('hash', bytes, (c) => c.notNull())
        .addColumn('scopes', text, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('expires_at', bigint, (c) => c.notNull())
        .addColumn('credential_version', bigint, (c) => c.notNull())
        .addColumn('security_version', bigint, (c) => c.notNull())
        .addColumn('version', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('api_token_hash').on('api_token').column('hash').unique().execute();
      await schema
        .createIndex('api_token_of_account')
        .on('api_token')
        .columns(['account', 'kind', 'id'])
        .execute();
      await schema.createIndex('api_token_of_grant').on('api_token').column('api_grant').execute();
      await schema
        .createIndex('api_token_of_integration')
        .on('api_token')
        .columns(['integration', 'id'])
        .execute();

      await schema
        .createTable('api_token_use')
        .addColumn('token', bigint, (c) => c.primaryKey().notNull())
        .addColumn('used_at', bigint, (c) => c.notNull())
        .$call(finishKeyed)
        .execute();
    },
  };
}
