import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** What one listener cannot be handed is left to it, and held back from nobody else. */
export function eventsLeftToAListener({ text }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema.alterTable('event').addColumn('left_to', text).execute();
    },
  };
}
