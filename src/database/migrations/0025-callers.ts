import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** How somebody has come into a session: by a browser, or by telephone, at a toll or a toll-free number. */
export function callers({ integer, text }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      for (const table of ['stay', 'attendance']) {
        await schema
          .alterTable(table)
          .addColumn('via', text, (c) => c.notNull().defaultTo('WEB'))
          .execute();
      }
      for (const column of ['call_in_minutes', 'toll_free_minutes', 'call_in_participants']) {
        await schema
          .alterTable('usage')
          .addColumn(column, integer, (c) => c.notNull().defaultTo(0))
          .execute();
      }
    },
  };
}
