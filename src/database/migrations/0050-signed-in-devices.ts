import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** What a browser session was opened with, so that people know their devices again. */
export function signedInDevices({ text }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      for (const column of ['user_agent', 'address']) {
        await schema.alterTable('browser_session').addColumn(column, text).execute();
      }
    },
  };
}
