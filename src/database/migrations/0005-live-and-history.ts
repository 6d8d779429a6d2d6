import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** What runs now and who is in it, and what is left of it: one row for each run and for each time in it. */
export function liveAndHistory(columns: Columns): Migration {
  const { integer, bigint, smallint, text, document, bytes, identity, finish } = columns;

  /** A session or a personal room that runs. The row goes when it ends; its number is that of its usage. */
  async function createRun({ schema }: Kysely<unknown>) {
    await schema
      .createTable('run')
      .$call(identity)
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('session_key', bigint, (c) => c.notNull())
      // The row of the session, which must not take the run with it; null for a personal room.
      .addColumn('session', bigint)
      .addColumn('started_at', bigint, (c) => c.notNull())
      .addColumn('capacity', integer, (c) => c.notNull())
      .addColumn('admission', smallint, (c) => c.notNull())
      .addColumn('locked', smallint, (c) => c.notNull())
      .addColumn('lock_at', bigint)
      .addColumn('host_joined', smallint, (c) => c.notNull())
      .addColumn('participants_joined', smallint, (c) => c.notNull())
      .addColumn('peak', integer, (c) => c.notNull())
      .addColumn('version', integer, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('run_session_key').unique().on('run').column('session_key').execute();
    await schema
      .createIndex('run_lock_at')
      .on('run')
      .column('lock_at')
      .where(sql.ref('lock_at'), 'is not', sql.lit(null))
      .execute();
  }

  /** Somebody in a run, or who was in it a short while ago. The number is that of the attendance. */
  async function createStay({ schema }: Kysely<unknown>) {
    await schema
      .createTable('stay')
      .$call(identity)
      .addColumn('public_id', text, (c) => c.notNull())
      .addColumn('token_hash', bytes, (c) => c.notNull())
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('run', bigint, (c) => c.notNull())
      .addColumn('session_key', bigint, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('account', bigint)
      .addColumn('attendee', bigint)
      .addColumn('is_host', smallint, (c) => c.notNull())
      .addColumn('joined_at', bigint, (c) => c.notNull())
      .addColumn('lease_until', bigint, (c) => c.notNull())
      .addColumn('ended_at', bigint)
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('stay_token_hash').unique().on('stay').column('token_hash').execute();
    const present = sql.ref('ended_at');
    await schema
      .createIndex('stay_present')
      .on('stay')
      .columns(['run', 'state'])
      .where(present, 'is', sql.lit(null))
      .execute();
    await schema
      .createIndex('stay_lease_until')
      .on('stay')
      .column('lease_until')
      .where(present, 'is', sql.lit(null))
      .execute();
    await schema
      .createIndex('stay_ended_at')
      .on('stay')
      .column('ended_at')
      .where(present, 'is not', sql.lit(null))
      .execute();
  }

  /** It outlives sessions, accounts and attendees: it has their numbers and names of then, and no hold on them. */
  async function createUsage({ schema }: Kysely<unknown>) {
    await schema
      .createTable('usage')
      .addColumn('id', bigint, (c) => c.notNull().primaryKey())
      .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
      .addColumn('session_key', bigint, (c) => c.notNull())
      .addColumn('conf_id', bigint, (c) => c.notNull())
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('service', text, (c) => c.notNull())
      .addColumn('session_type', integer, (c) => c.notNull())
      .addColumn('audio_only', smallint, (c) => c.notNull())
      .addColumn('host', bigint, (c) => c.notNull())
      .addColumn('host_user_id', bigint, (c) => c.notNull())
      .addColumn('host_webex_id', text, (c) => c.notNull())
      .addColumn('host_name', text, (c) => c.notNull())
      .addColumn('host_email', text, (c) => c.notNull())
      .addColumn('time_zone_id', smallint, (c) => c.notNull())
      .addColumn('start_at', bigint)
      .addColumn('duration', integer)
      .addColumn('started_at', bigint, (c) => c.notNull())
      .addColumn('ended_at', bigint)
      .addColumn('end_reason', text)
      .addColumn('participants', integer, (c) => c.notNull())
      .addColumn('peak', integer, (c) => c.notNull())
      .addColumn('people_time', bigint, (c) => c.notNull())
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema.createIndex('usage_by_start').on('usage').columns(['site', 'started_at', 'id']).execute();
    await schema
      .createIndex('usage_by_host')
      .on('usage')
      .columns(['site', 'host', 'started_at', 'id'])
      .execute();
    await schema
      .createIndex('usage_by_session')
      .on('usage')
      .columns(['site', 'session_key', 'started_at', 'id'])
      .execute();
  }

  async function createAttendance({ schema }: Kysely<unknown>) {
    await schema
      .createTable('attendance')
      .addColumn('id', bigint, (c) => c.notNull().primaryKey())
      .addColumn('usage', bigint, (c) => c.notNull().references('usage.id').onDelete('cascade'))
      .addColumn('name', text, (c) => c.notNull())
      .addColumn('email', text, (c) => c.notNull())
      .addColumn('account', bigint)
      .addColumn('attendee', bigint)
      .addColumn('is_host', smallint, (c) => c.notNull())
      .addColumn('joined_at', bigint, (c) => c.notNull())
      .addColumn('left_at', bigint)
      .addColumn('end_reason', text)
      .addColumn('document', document, (c) => c.notNull())
      .$call(finish)
      .execute();
    await schema
      .createIndex('attendance_by_usage')
      .on('attendance')
      .columns(['usage', 'joined_at', 'id'])
      .execute();
  }

  return {
    async up(db) {
      await createRun(db);
      await createStay(db);
      await createUsage(db);
      await createAttendance(db);
    },
  };
}
