import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Queues of requests for support, who serves them, and the agents of their managers. */
export function webAcd({ bigint, smallint, text, identity, finish, finishKeyed }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('web_acd_queue')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id').onDelete('cascade'))
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('modified_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('web_acd_queue_name')
        .unique()
        .on('web_acd_queue')
        .columns(['site', 'name_key'])
        .execute();

      await schema
        .createTable('web_acd_assignment')
        .addColumn('queue', bigint, (c) => c.notNull().references('web_acd_queue.id').onDelete('cascade'))
        .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addColumn('is_agent', smallint, (c) => c.notNull())
        .addColumn('is_manager', smallint, (c) => c.notNull())
        .addPrimaryKeyConstraint('web_acd_assignment_pkey', ['queue', 'account'])
        .$call(finishKeyed)
        .execute();
      await schema
        .createIndex('web_acd_assignment_by_account')
        .on('web_acd_assignment')
        .columns(['account', 'queue'])
        .execute();

      await schema
        .createTable('web_acd_team')
        .addColumn('manager', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addColumn('agent', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addPrimaryKeyConstraint('web_acd_team_pkey', ['manager', 'agent'])
        .$call(finishKeyed)
        .execute();
      await schema.createIndex('web_acd_team_by_agent').on('web_acd_team').column('agent').execute();
    },
  };
}
