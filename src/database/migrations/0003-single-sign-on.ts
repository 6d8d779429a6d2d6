import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** SAML: what was asked, what was taken, what waits for its browser; the keys of the installation. */
export function singleSignOn(columns: Columns): Migration {
  const { bigint, integer, text, bytes, finish } = columns;

  async function createSamlRequest({ schema }: Kysely<unknown>) {
    await schema
      .createTable('saml_request')
      .addColumn('hash', bytes, (c) => c.notNull().primaryKey())
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('binding', bytes)
      .addColumn('target', text)
      .addColumn('created_at', bigint, (c) => c.notNull())
      .addColumn('expires_at', bigint, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('saml_request_by_expires_at').on('saml_request').column('expires_at').execute();
  }

  async function createUsedAssertion({ schema }: Kysely<unknown>) {
    await schema
      .createTable('used_assertion')
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('hash', bytes, (c) => c.notNull())
      .addColumn('expires_at', bigint, (c) => c.notNull())
      .addPrimaryKeyConstraint('used_assertion_pkey', ['site', 'hash'])
      .$call(finish)
      .execute();
    await schema
      .createIndex('used_assertion_by_expires_at')
      .on('used_assertion')
      .column('expires_at')
      .execute();
  }

  async function createSamlHandOver({ schema }: Kysely<unknown>) {
    await schema
      .createTable('saml_hand_over')
      .addColumn('hash', bytes, (c) => c.notNull().primaryKey())
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('credential_version', integer, (c) => c.notNull())
      .addColumn('binding', bytes)
      .addColumn('target', text)
      .addColumn('saml_session', text, (c) => c.notNull())
      .addColumn('expires_at', bigint, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema
      .createIndex('saml_hand_over_by_expires_at')
      .on('saml_hand_over')
      .column('expires_at')
      .execute();
    await schema.createIndex('saml_hand_over_by_account').on('saml_hand_over').column('account').execute();
  }

  async function createInstallationKey({ schema }: Kysely<unknown>) {
    await schema
      .createTable('installation_key')
      .addColumn('name', text, (c) => c.notNull().primaryKey())
      .addColumn('certificate', text, (c) => c.notNull())
      .addColumn('sealed', bytes, (c) => c.notNull())
      .addColumn('created_at', bigint, (c) => c.notNull())
      .$call(finish)
      .execute();
  }

  async function extendBrowserSession({ schema }: Kysely<unknown>) {
    await schema.alterTable('browser_session').addColumn('saml_name', bytes).execute();
    await schema.alterTable('browser_session').addColumn('saml_session', text).execute();
    await schema
      .createIndex('browser_session_by_saml_name')
      .on('browser_session')
      .column('saml_name')
      .where(sql.ref('saml_name'), 'is not', sql.lit(null))
      .execute();
  }

  return {
    async up(db) {
      await createSamlRequest(db);
      await createUsedAssertion(db);
      await createSamlHandOver(db);
      await createInstallationKey(db);
      await extendBrowserSession(db);
    },
  };
}
