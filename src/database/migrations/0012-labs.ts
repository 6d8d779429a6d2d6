import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Labs with computers for training sessions, and who has reserved how many of them when. */
export function labs({ bigint, integer, text, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('lab')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('description', text)
        .addColumn('computers', integer, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('lab_name_key').unique().on('lab').columns(['site', 'name_key']).execute();

      await schema
        .createTable('lab_reservation')
        .$call(identity)
        .addColumn('lab', bigint, (c) => c.notNull().references('lab.id'))
        .addColumn('account', bigint, (c) => c.notNull().references('account.id'))
        .addColumn('session', bigint, (c) => c.references('session.id').onDelete('cascade'))
        .addColumn('topic', text, (c) => c.notNull())
        .addColumn('start_at', bigint, (c) => c.notNull())
        .addColumn('end_at', bigint, (c) => c.notNull())
        .addColumn('computers', integer, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('lab_reservation_by_end')
        .on('lab_reservation')
        .columns(['lab', 'end_at', 'start_at'])
        .execute();
      for (const column of ['session', 'account'] as const) {
        await schema
          .createIndex(`lab_reservation_by_${column}`)
          .on('lab_reservation')
          .column(column)
          .execute();
      }
    },
  };
}
