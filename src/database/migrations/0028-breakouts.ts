import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** The breakout rooms of a training: how many are open, how many people go into one, and in which somebody is. */
export function breakouts({ integer }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      for (const [table, name] of [
        ['run', 'breakouts'],
        ['run', 'breakout_size'],
        ['stay', 'breakout'],
      ] as const) {
        await schema
          .alterTable(table)
          .addColumn(name, integer, (c) => c.notNull().defaultTo(0))
          .execute();
      }
    },
  };
}
