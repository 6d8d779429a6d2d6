import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/**
 * A webhook has its turn when something of it is due, and one process at a time has it in hand; the tries of a message are
 * counted anew when it is sent again. Messages are found by their webhook, and no longer by their time alone.
 */
export function turnsOfWebhooks({ bigint, integer }: Columns) {
  return {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema.alterTable('webhook').addColumn('due_at', bigint).execute();
      await schema
        .alterTable('webhook')
        .addColumn('in_hand_until', bigint, (c) => c.notNull().defaultTo(0))
        .execute();
      await schema
        .alterTable('webhook_delivery')
        .addColumn('counted_from', integer, (c) => c.notNull().defaultTo(0))
        .execute();
      await sql`update "webhook" set due_at = (
        select min(not_before) from "webhook_delivery" where webhook = "webhook".id and state = 'WAITING'
      )`.execute(db);
      await schema
        .createIndex('webhook_due')
        .on('webhook')
        .columns(['due_at', 'id'])
        .where(sql.ref('due_at'), 'is not', sql.lit(null))
        .execute();
      await schema.dropIndex('webhook_delivery_due').execute();
    },
  };
}
