import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** Who becomes a co-host by coming in, whom the host has taken it from again, and who was one. */
export function coHosts({ text, bigint, smallint }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .alterTable('run')
        .addColumn('co_hosts', text, (c) => c.notNull().defaultTo('NONE'))
        .execute();
      await schema.alterTable('run').addColumn('first_co_host', bigint).execute();
      await schema
        .alterTable('stay')
        .addColumn('co_host_taken', smallint, (c) => c.notNull().defaultTo(0))
        .execute();
      await schema
        .createIndex('stay_co_host_taken')
        .on('stay')
        .columns(['run', 'account'])
        .where(sql.ref('co_host_taken'), '=', sql.lit(1))
        .execute();
      await schema
        .alterTable('attendance')
        .addColumn('co_host', smallint, (c) => c.notNull().defaultTo(0))
        .execute();
    },
  };
}
