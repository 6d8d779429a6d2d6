import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Sites, their accounts, and what an account holds: tickets, browser sessions, images, session templates. */
export function sitesAndAccounts(columns: Columns): Migration {
  const { integer, bigint, smallint, text, document, bytes, identity, finish } = columns;

  async function createSite({ schema }: Kysely<unknown>) {
    await schema
      .createTable('site')
      .$call(identity)
      .addColumn('site_id', bigint, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('type', smallint, (c) => c.notNull())
      .addColumn('status', text, (c) => c.notNull())
      .addColumn('security_version', integer, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('created_at', bigint, (c) => c.notNull())
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('site_site_id').unique().on('site').column('site_id').execute();
    await schema.createIndex('site_name').unique().on('site').column('name').execute();
  }

  async function createAccount({ schema }: Kysely<unknown>) {
    await schema
      .createTable('account')
      .$call(identity)
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('user_id', bigint, (c) => c.notNull())
      .addColumn('webex_id', text, (c) => c.notNull())
      .addColumn('webex_id_key', text, (c) => c.notNull())
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('email_key', text, (c) => c.notNull())
      .addColumn('first_name', text, (c) => c.notNull())
      .addColumn('first_name_key', text, (c) => c.notNull())
      .addColumn('last_name', text, (c) => c.notNull())
      .addColumn('last_name_key', text, (c) => c.notNull())
      .addColumn('active', text, (c) => c.notNull())
      .addColumn('privileges', integer, (c) => c.notNull())
      .addColumn('registered_at', bigint, (c) => c.notNull())
      .addColumn('expires_at', bigint)
      .addColumn('personal_url', text, (c) => c.notNull())
      .addColumn('personal_url_key', text, (c) => c.notNull())
      .addColumn('access_code', text)
      .addColumn('time_zone_id', smallint, (c) => c.notNull())
      .addColumn('category_id', integer, (c) => c.notNull())
      .addColumn('visit_count', integer, (c) => c.notNull())
      .addColumn('locked', smallint, (c) => c.notNull())
      .addColumn('password_hash', text)
      .addColumn('password_changed_at', bigint, (c) => c.notNull())
      .addColumn('credential_version', integer, (c) => c.notNull())
      .addColumn('failed_sign_ins', integer, (c) => c.notNull())
      .addColumn('failed_since', bigint, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('account_user_id').unique().on('account').column('user_id').execute();
    await schema.createIndex('account_access_code').unique().on('account').column('access_code').execute();
    for (const key of ['webex_id_key', 'email_key', 'personal_url_key'] as const) {
      await schema.createIndex(`account_${key}`).unique().on('account').columns(['site', key]).execute();
    }
    for (const order of ['user_id', 'first_name_key', 'last_name_key', 'registered_at', 'active'] as const) {
      await schema.createIndex(`account_by_${order}`).on('account').columns(['site', order, 'id']).execute();
    }
  }

  async function createLoginTicket({ schema }: Kysely<unknown>) {
    await schema
      .createTable('login_ticket')
      .addColumn('hash', bytes, (c) => c.notNull().primaryKey())
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('nonce', bytes, (c) => c.notNull())
      .addColumn('created_at', bigint, (c) => c.notNull())
      .addColumn('expires_at', bigint, (c) => c.notNull())
      .addColumn('credential_version', integer, (c) => c.notNull())
      .addColumn('used_at', bigint)
      .$call(finish)
      .execute();
    await schema.createIndex('login_ticket_by_account').on('login_ticket').column('account').execute();
    await schema.createIndex('login_ticket_by_expires_at').on('login_ticket').column('expires_at').execute();
  }

  async function createSessionTicket({ schema }: Kysely<unknown>) {
    await schema
      .createTable('session_ticket')
      .addColumn('hash', bytes, (c) => c.notNull().primaryKey())
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('created_at', bigint, (c) => c.notNull())
      .addColumn('expires_at', bigint, (c) => c.notNull())
      .addColumn('credential_version', integer, (c) => c.notNull())
      .addColumn('security_version', integer, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('session_ticket_by_account').on('session_ticket').column('account').execute();
    await schema
      .createIndex('session_ticket_by_expires_at')
      .on('session_ticket')
      .column('expires_at')
      .execute();
  }

  async function createBrowserSession({ schema }: Kysely<unknown>) {
    await schema
      .createTable('browser_session')
      .addColumn('hash', bytes, (c) => c.notNull().primaryKey())
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('csrf', text, (c) => c.notNull())
      .addColumn('created_at', bigint, (c) => c.notNull())
      .addColumn('used_at', bigint, (c) => c.notNull())
      .addColumn('credential_version', integer, (c) => c.notNull())
      .addColumn('security_version', integer, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('browser_session_by_account').on('browser_session').column('account').execute();
    await schema.createIndex('browser_session_by_used_at').on('browser_session').column('used_at').execute();
  }

  async function createAccountImage({ schema }: Kysely<unknown>) {
    await schema
      .createTable('account_image')
      .addColumn('token', text, (c) => c.notNull().primaryKey())
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('media_type', text, (c) => c.notNull())
      .addColumn('bytes', bytes, (c) => c.notNull())
      .addColumn('created_at', bigint, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema
      .createIndex('account_image_kind')
      .unique()
      .on('account_image')
      .columns(['account', 'kind'])
      .execute();
  }

  async function createSessionTemplate({ schema }: Kysely<unknown>) {
    await schema
      .createTable('session_template')
      .$call(identity)
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('account', bigint, (c) => c.references('account.id').onDelete('cascade'))
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull())
      .addColumn('service_type', text, (c) => c.notNull())
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    // Two nulls are never equal in a unique index, so the templates of a site have their own.
    await schema
      .createIndex('session_template_name_in_site')
      .unique()
      .on('session_template')
      .columns(['site', 'service_type', 'name_key'])
      .where(sql.ref('account'), 'is', null)
      .execute();
    await schema
      .createIndex('session_template_name_in_account')
      .unique()
      .on('session_template')
      .columns(['site', 'account', 'service_type', 'name_key'])
      .where(sql.ref('account'), 'is not', null)
      .execute();
    await schema
      .createIndex('session_template_by_account')
      .on('session_template')
      .column('account')
      .execute();
  }

  return {
    async up(db: Kysely<unknown>) {
      await createSite(db);
      await createAccount(db);
      await createLoginTicket(db);
      await createSessionTicket(db);
      await createBrowserSession(db);
      await createAccountImage(db);
      await createSessionTemplate(db);
    },
  };
}
