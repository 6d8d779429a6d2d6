import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** Mail that is due at a time: reminders of a session to its people, and what they are told after it. */
export function plannedMail({ bigint, text, smallint, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('planned_mail')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('session_key', bigint, (c) => c.notNull())
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('start_at', bigint, (c) => c.notNull())
        .addColumn('due_at', bigint, (c) => c.notNull())
        .addColumn('done', smallint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('planned_mail_once')
        .unique()
        .on('planned_mail')
        .columns(['session_key', 'kind', 'start_at'])
        .execute();
      await schema
        .createIndex('planned_mail_due')
        .on('planned_mail')
        .columns(['due_at', 'id'])
        .where(sql.ref('done'), '=', sql.lit(0))
        .execute();
      await schema
        .createIndex('planned_mail_done')
        .on('planned_mail')
        .column('due_at')
        .where(sql.ref('done'), '=', sql.lit(1))
        .execute();
    },
  };
}
