import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Which credentials of the account a stay began with; nothing for those that are older than this column. */
export function stayCredentials({ integer }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema.alterTable('stay').addColumn('credential_version', integer).execute();
    },
  };
}
