import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** Everything that a rule may let people do. */
const EVERYTHING = 'unmute camera share chatAll chatHosts chatOne';

/** Who is what in a room, and what its host lets people do. Whoever is in one as its host stays one of its hosts. */
export function roles({ text, smallint }: Columns) {
  return {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .alterTable('run')
        .addColumn('rules', text, (c) => c.notNull().defaultTo(EVERYTHING))
        .execute();
      await schema
        .alterTable('run')
        .addColumn('first_presents', smallint, (c) => c.notNull().defaultTo(0))
        .execute();
      for (const column of ['role', 'own_role']) {
        await schema
          .alterTable('stay')
          .addColumn(column, text, (c) => c.notNull().defaultTo('ATTENDEE'))
          .execute();
      }
      await schema
        .alterTable('stay')
        .addColumn('leads', smallint, (c) => c.notNull().defaultTo(0))
        .execute();
      await schema
        .createIndex('stay_expelled')
        .on('stay')
        .column('run')
        .where(sql.ref('state'), '=', sql.lit('EXPELLED'))
        .execute();
      await sql`update "stay" set role = 'COHOST', own_role = 'COHOST' where is_host = 1`.execute(db);
    },
  };
}
