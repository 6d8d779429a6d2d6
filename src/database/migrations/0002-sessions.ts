import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Sessions with their people and occurrences, the mail that waits to be sent, and what a host keeps. */
export function sessions(columns: Columns): Migration {
  const { integer, bigint, smallint, text, document, identity, finish, finishKeyed } = columns;

  async function createSession({ schema }: Kysely<unknown>) {
    await schema
      .createTable('session')
      .$call(identity)
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('host', bigint, (c) => c.notNull().references('account.id'))
      .addColumn('creator', bigint, (c) => c.notNull().references('account.id'))
      .addColumn('session_key', bigint, (c) => c.notNull())
      .addColumn('host_token', text, (c) => c.notNull())
      .addColumn('attendee_token', text, (c) => c.notNull())
      .addColumn('service', text, (c) => c.notNull())
      .addColumn('session_type', integer, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull())
      .addColumn('start_at', bigint, (c) => c.notNull())
      .addColumn('end_at', bigint, (c) => c.notNull())
      .addColumn('duration', integer, (c) => c.notNull())
      .addColumn('time_zone_id', smallint, (c) => c.notNull())
      .addColumn('recurring', smallint, (c) => c.notNull())
      .addColumn('occurrences_until', bigint)
      .addColumn('series', bigint, (c) => c.references('session.id').onDelete('set null'))
      .addColumn('original_start_at', bigint)
      .addColumn('list_status', text, (c) => c.notNull())
      .addColumn('password_required', smallint, (c) => c.notNull())
      .addColumn('registration', smallint, (c) => c.notNull())
      .addColumn('in_progress', smallint, (c) => c.notNull())
      .addColumn('actual_start_at', bigint)
      .addColumn('host_joined', smallint, (c) => c.notNull())
      .addColumn('participants_joined', smallint, (c) => c.notNull())
      .addColumn('sequence', integer, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .addColumn('created_at', bigint, (c) => c.notNull())
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('session_session_key').unique().on('session').column('session_key').execute();
    await schema.createIndex('session_by_start').on('session').columns(['site', 'start_at', 'id']).execute();
    await schema.createIndex('session_by_name').on('session').columns(['site', 'name_key', 'id']).execute();
    await schema.createIndex('session_by_host').on('session').columns(['host', 'start_at', 'id']).execute();
    await schema
      .createIndex('session_in_progress')
      .on('session')
      .columns(['site', 'start_at', 'id'])
      .where(sql.ref('in_progress'), '=', sql.lit(1))
      .execute();
    await schema
      .createIndex('session_recurring')
      .on('session')
      .columns(['site', 'occurrences_until'])
      .where(sql.ref('recurring'), '=', sql.lit(1))
      .execute();
    await schema
      .createIndex('session_series')
      .on('session')
      .column('series')
      .where(sql.ref('series'), 'is not', sql.lit(null))
      .execute();
  }

  /** The keys of sessions that are gone and of all personal rooms: none is ever given again. */
  async function createUsedKey({ schema }: Kysely<unknown>) {
    await schema
      .createTable('used_key')
      .addColumn('session_key', bigint, (c) => c.notNull().primaryKey())
      .$call(finish)
      .execute();
  }

  /** Which account has to do with which session: host, alternate host, invited; the lists of a host read it. */
  async function createSessionMember({ schema }: Kysely<unknown>) {
    await schema
      .createTable('session_member')
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('session', bigint, (c) => c.notNull().references('session.id').onDelete('cascade'))
      .addColumn('kinds', smallint, (c) => c.notNull())
      .addColumn('start_at', bigint, (c) => c.notNull())
      .addPrimaryKeyConstraint('session_member_pkey', ['session', 'account'])
      .$call(finishKeyed)
      .execute();
    await schema
      .createIndex('session_member_by_start')
      .on('session_member')
      .columns(['account', 'start_at', 'session', 'kinds'])
      .execute();
  }

  /** The occurrences of a series, as far as they have been worked out. */
  async function createOccurrence({ schema }: Kysely<unknown>) {
    await schema
      .createTable('occurrence')
      .addColumn('session', bigint, (c) => c.notNull().references('session.id').onDelete('cascade'))
      .addColumn('site', bigint, (c) => c.notNull())
      .addColumn('start_at', bigint, (c) => c.notNull())
      .addColumn('end_at', bigint, (c) => c.notNull())
      .addPrimaryKeyConstraint('occurrence_pkey', ['session', 'start_at'])
      .$call(finishKeyed)
      .execute();
    await schema
      .createIndex('occurrence_by_start')
      .on('occurrence')
      .columns(['site', 'start_at', 'session'])
      .execute();
  }

  /** How many sessions a site has of each type, so that a list's total needs no counting. */
  async function createSessionCount({ schema }: Kysely<unknown>) {
    await schema
      .createTable('session_count')
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('service', text, (c) => c.notNull())
      .addColumn('session_type', integer, (c) => c.notNull())
      .addColumn('sessions', bigint, (c) => c.notNull())
      .addPrimaryKeyConstraint('session_count_pkey', ['site', 'service', 'session_type'])
      .$call(finish)
      .execute();
  }

  async function createAttendee({ schema }: Kysely<unknown>) {
    await schema
      .createTable('attendee')
      .$call(identity)
      .addColumn('attendee_id', bigint, (c) => c.notNull())
      .addColumn('session', bigint, (c) => c.notNull().references('session.id').onDelete('cascade'))
      .addColumn('account', bigint, (c) => c.references('account.id').onDelete('set null'))
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('email_key', text, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('role', text, (c) => c.notNull())
      .addColumn('join_status', text, (c) => c.notNull())
      .addColumn('register_id', bigint)
      .addColumn('registered_at', bigint)
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('attendee_attendee_id').unique().on('attendee').column('attendee_id').execute();
    await schema
      .createIndex('attendee_email_key')
      .unique()
      .on('attendee')
      .columns(['session', 'email_key'])
      .execute();
    await schema
      .createIndex('attendee_account')
      .on('attendee')
      .column('account')
      .where(sql.ref('account'), 'is not', sql.lit(null))
      .execute();
  }

  /** Mail that is to be sent, and mail that was: each is sent once. */
  async function createMail({ schema }: Kysely<unknown>) {
    await schema
      .createTable('mail')
      .$call(identity)
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('session_key', bigint)
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('recipient', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('due_at', bigint, (c) => c.notNull())
      .addColumn('attempts', integer, (c) => c.notNull())
      .addColumn('claimed_until', bigint, (c) => c.notNull())
      .addColumn('sent_at', bigint)
      .addColumn('problem', text)
      .addColumn('created_at', bigint, (c) => c.notNull())
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema
      .createIndex('mail_waiting')
      .on('mail')
      .columns(['due_at', 'id'])
      .where(sql.ref('state'), '=', sql.lit('WAITING'))
      .execute();
    await schema.createIndex('mail_by_site').on('mail').columns(['site', 'created_at', 'id']).execute();
    await schema
      .createIndex('mail_session')
      .on('mail')
      .column('session_key')
      .where(sql.ref('state'), '=', sql.lit('WAITING'))
      .execute();
  }

  async function createContacts({ schema }: Kysely<unknown>) {
    await schema
      .createTable('contact')
      .$call(identity)
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('email_key', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull())
      .addColumn('address_type', text, (c) => c.notNull())
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema
      .createIndex('contact_email_key')
      .unique()
      .on('contact')
      .columns(['account', 'email_key'])
      .execute();
    await schema
      .createTable('dist_list')
      .$call(identity)
      .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('name_key', text, (c) => c.notNull())
      .addColumn('description', text)
      .addColumn('address_type', text, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema
      .createIndex('dist_list_name_key')
      .unique()
      .on('dist_list')
      .columns(['account', 'name_key'])
      .execute();
    await schema
      .createTable('dist_list_contact')
      .addColumn('dist_list', bigint, (c) => c.notNull().references('dist_list.id').onDelete('cascade'))
      .addColumn('contact', bigint, (c) => c.notNull().references('contact.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('dist_list_contact_pkey', ['dist_list', 'contact'])
      .$call(finish)
      .execute();
    await schema.createIndex('dist_list_contact_contact').on('dist_list_contact').column('contact').execute();
  }

  async function createOneClick({ schema }: Kysely<unknown>) {
    await schema
      .createTable('one_click')
      .addColumn('account', bigint, (c) =>
        c.notNull().primaryKey().references('account.id').onDelete('cascade'),
      )
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
  }

  return {
    async up(db) {
      await createSession(db);
      await createUsedKey(db);
      await createSessionMember(db);
      await createOccurrence(db);
      await createSessionCount(db);
      await createAttendee(db);
      await createMail(db);
      await createContacts(db);
      await createOneClick(db);
      // Personal rooms of before have their keys: no session may be given one of them.
      await sql`insert into used_key (session_key) select cast(access_code as bigint) from account where access_code is not null`.execute(
        db,
      );
    },
  };
}
