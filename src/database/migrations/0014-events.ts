import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** Programs of events, the picture of an event, and where people who enrolled had come from. */
export function eventPrograms({ bigint, text, bytes, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('program')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id').onDelete('cascade'))
        .addColumn('host', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addColumn('token', text, (c) => c.notNull().unique())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('list_status', text, (c) => c.notNull())
        .addColumn('description', text)
        .addColumn('expected_enrollment', text)
        .addColumn('budget', text)
        .addColumn('after_enrollment_url', text)
        .addColumn('ended_at', bigint)
        .addColumn('created_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('program_by_site')
        .on('program')
        .columns(['site', 'name_key', 'id'])
        .where(sql.ref('ended_at'), 'is', sql.lit(null))
        .execute();
      await schema.createIndex('program_by_host').on('program').column('host').execute();

      await schema.alterTable('session').addColumn('program', bigint).execute();
      await schema
        .createIndex('session_by_program')
        .on('session')
        .columns(['program', 'start_at', 'id'])
        .where(sql.ref('program'), 'is not', sql.lit(null))
        .execute();

      await schema
        .createTable('event_image')
        .addColumn('session', bigint, (c) =>
          c.notNull().primaryKey().references('session.id').onDelete('cascade'),
        )
        .addColumn('token', text, (c) => c.notNull().unique())
        .addColumn('media_type', text, (c) => c.notNull())
        .addColumn('bytes', bytes, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();

      await schema.alterTable('attendee').addColumn('lead_source', text).execute();
      await schema.alterTable('attendee').addColumn('lead_score', bigint).execute();
    },
  };
}
