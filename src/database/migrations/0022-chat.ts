import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** What people of a room write to each other. It goes with the history of its run, if not before. */
export function chat({ bigint, smallint, text, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('chat_message')
        .$call(identity)
        .addColumn('usage', bigint, (c) => c.notNull().references('usage.id').onDelete('cascade'))
        .addColumn('stay', bigint, (c) => c.notNull())
        .addColumn('sender', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('is_host', smallint, (c) => c.notNull())
        .addColumn('audience', text, (c) => c.notNull())
        .addColumn('recipient', bigint)
        .addColumn('recipient_name', text)
        .addColumn('sent_at', bigint, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('chat_message_of_usage').on('chat_message').columns(['usage', 'id']).execute();
    },
  };
}
