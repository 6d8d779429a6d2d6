import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Which page of a browser a stay belongs to, which stream of that page, and whether it has broken. */
export function presence({ integer, smallint }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      for (const [name, type] of [
        ['page', integer],
        ['stream', integer],
        ['away', smallint],
      ] as const) {
        await schema
          .alterTable('stay')
          .addColumn(name, type, (c) => c.notNull().defaultTo(0))
          .execute();
      }
    },
  };
}
