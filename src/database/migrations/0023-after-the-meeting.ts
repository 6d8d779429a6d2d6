import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** What is known after a meeting: whether its room carried voices, and what people thought of it. */
export function afterTheMeeting({ smallint, bigint, document, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .alterTable('usage')
        .addColumn('has_voices', smallint, (c) => c.notNull().defaultTo(0))
        .execute();
      await schema
        .createTable('feedback')
        .$call(identity)
        .addColumn('session', bigint, (c) => c.notNull().references('session.id').onDelete('cascade'))
        .addColumn('stay', bigint, (c) => c.notNull())
        .addColumn('attendee', bigint)
        .addColumn('attendee_id', bigint, (c) => c.notNull())
        .addColumn('given_at', bigint, (c) => c.notNull())
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('feedback_of_stay').unique().on('feedback').column('stay').execute();
      await schema.createIndex('feedback_of_session').on('feedback').columns(['session', 'id']).execute();
    },
  };
}
