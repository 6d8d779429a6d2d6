import { type Compilable, type Kysely, type SchemaModule, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../database.ts';
import { type Columns, columnsOf } from './columns.ts';

/** The request log. On SQLite it is in a file of its own, which is made with the same tables. */
export function requestLog(dialect: Dialect): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      if (dialect === 'sqlite') return;
      for (const statement of requestLogTables(schema, dialect)) await statement.execute();
    },
  };
}

/** An index begins with what a list is led by, and goes on in the order of the list. */
export function requestLogTables(
  schema: SchemaModule,
  dialect: Dialect,
): (Compilable & { execute(): Promise<unknown> })[] {
  const { bigint, integer, text, identity, finish }: Columns = columnsOf(dialect);
  const index = (name: string) => schema.createIndex(`request_log_${name}`).on('request_log');
  return [
    schema
      .createTable('request_log')
      // A log that is lost with the power is no loss; one that goes through the server's own log costs twice.
      .$call((table) => (dialect === 'postgres' ? table.modifyFront(sql`unlogged`) : table))
      .$call(identity)
      .addColumn('at', bigint, (c) => c.notNull())
      .addColumn('request_id', text, (c) => c.notNull())
      .addColumn('face', text, (c) => c.notNull())
      .addColumn('site', bigint, (c) => c.notNull())
      .addColumn('operation', text)
      .addColumn('caller', text)
      .addColumn('address', text)
      .addColumn('result', text, (c) => c.notNull())
      .addColumn('reason', text)
      .addColumn('exception_id', text)
      .addColumn('http_status', integer)
      .addColumn('took', bigint, (c) => c.notNull())
      .addColumn('bytes_in', bigint, (c) => c.notNull())
      .addColumn('bytes_out', bigint, (c) => c.notNull())
      .addColumn('hints', integer, (c) => c.notNull())
      .addColumn('detail', text)
      .addColumn('body_size', integer, (c) => c.notNull())
      .addColumn('request', text)
      .addColumn('response', text)
      .$call(finish),
    index('of_site').columns(['site', 'at', 'id']),
    // Nearly everything is of the XML API: those entries are found without.
    index('of_face').columns(['site', 'face', 'at', 'id']).where(sql.ref('face'), '<>', sql.lit('xml')),
    index('of_operation').columns(['site', 'operation', 'at', 'id']),
    index('of_caller').columns(['site', 'caller', 'at', 'id']).where(sql.ref('caller'), 'is not', null),
    index('not_ok').columns(['site', 'at', 'id']).where(sql.ref('result'), '<>', sql.lit('ok')),
    index('by_request').columns(['request_id']),
    index('bodies').columns(['id', 'body_size']).where(sql.ref('body_size'), '>', sql.lit(0)),
  ];
}
