import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Meetings of which the NBR services tell no more. */
export function nbr({ bigint, identity, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('nbr_deletion')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('conf_id', bigint, (c) => c.notNull())
        .addColumn('deleted_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('nbr_deletion_of_meeting')
        .unique()
        .on('nbr_deletion')
        .columns(['site', 'conf_id'])
        .execute();
    },
  };
}
