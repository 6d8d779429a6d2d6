import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Wrong proofs of integrations are counted for all processes together. */
export function wrongProofsOfClients({ bigint, integer, text, finishKeyed }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('client_guess')
        .addColumn('window_start', bigint, (c) => c.notNull())
        .addColumn('network', text, (c) => c.notNull())
        .addColumn('wrong', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('client_guess_pkey', ['window_start', 'network'])
        .$call(finishKeyed)
        .execute();
    },
  };
}
