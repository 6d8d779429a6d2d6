import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** What somebody in a room sends, and the signals by which browsers find each other. */
export function media({ bigint, text, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .alterTable('stay')
        .addColumn('sends', text, (c) => c.notNull().defaultTo(''))
        .execute();
      await schema
        .createTable('signal')
        .$call(identity)
        .addColumn('stay', bigint, (c) => c.notNull())
        .addColumn('sender', text, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .addColumn('sent_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('signal_of_stay').on('signal').columns(['stay', 'id']).execute();
      await schema.createIndex('signal_sent').on('signal').column('sent_at').execute();
    },
  };
}
