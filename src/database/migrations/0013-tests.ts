import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** The tests of libraries and of training sessions, and what people answer in them. */
export function tests({ bigint, integer, smallint, text, document, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('test')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('author', bigint, (c) => c.notNull().references('account.id'))
        .addColumn('library', text, (c) => c.notNull())
        .addColumn('session', bigint, (c) => c.references('session.id').onDelete('cascade'))
        .addColumn('title', text, (c) => c.notNull())
        .addColumn('description', text, (c) => c.notNull())
        .addColumn('source', text, (c) => c.notNull())
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('test_by_library')
        .on('test')
        .columns(['site', 'library', 'author', 'id'])
        .execute();
      await schema.createIndex('test_by_author').on('test').columns(['author', 'library']).execute();
      await schema.createIndex('test_by_session').on('test').column('session').execute();

      await schema
        .createTable('scheduled_test')
        .addColumn('test', bigint, (c) => c.notNull().primaryKey().references('test.id').onDelete('cascade'))
        .addColumn('session', bigint, (c) => c.notNull().references('session.id').onDelete('cascade'))
        .addColumn('library_test', bigint, (c) => c.references('test.id').onDelete('set null'))
        .addColumn('delivery', text, (c) => c.notNull())
        .addColumn('start_at', bigint)
        .addColumn('due_at', bigint)
        .addColumn('minutes', integer)
        .addColumn('attempts', integer)
        .addColumn('opened_at', bigint)
        .addColumn('closed_at', bigint)
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('scheduled_test_by_session')
        .on('scheduled_test')
        .columns(['session', 'test'])
        .execute();
      await schema
        .createIndex('scheduled_test_by_library_test')
        .on('scheduled_test')
        .column('library_test')
        .execute();

      await schema
        .createTable('test_attempt')
        .$call(identity)
        .addColumn('test', bigint, (c) => c.notNull().references('test.id').onDelete('cascade'))
        .addColumn('email_key', text, (c) => c.notNull())
        .addColumn('number', smallint, (c) => c.notNull())
        .addColumn('email', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('register_id', bigint)
        .addColumn('started_at', bigint, (c) => c.notNull())
        .addColumn('ends_at', bigint)
        .addColumn('submitted_at', bigint)
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('test_attempt_number')
        .unique()
        .on('test_attempt')
        .columns(['test', 'email_key', 'number'])
        .execute();
    },
  };
}
