import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

interface Before {
  readonly webhook: { readonly id: number; readonly target_url: string; target_host: string };
}

/**
 * What is due is found by its receiver, so that those that wait for one are not read past for all others; and an event reads
 * the webhooks that ask for it, by a condition of their filters too. Of those that are there that condition is not known:
 * they are read as those without a filter are.
 */
export function webhooksByHostAndFilter({ text }: Columns) {
  return {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .alterTable('webhook')
        .addColumn('target_host', text, (c) => c.notNull().defaultTo(''))
        .execute();
      await schema
        .alterTable('webhook')
        .addColumn('filter_on', text, (c) => c.notNull().defaultTo(''))
        .execute();
      const rows = db as Kysely<Before>;
      for (const { id, target_url } of await rows
        .selectFrom('webhook')
        .select(['id', 'target_url'])
        .execute()) {
        const target_host = URL.canParse(target_url) ? new URL(target_url).host.slice(0, 255) : '';
        await rows.updateTable('webhook').set({ target_host }).where('id', '=', id).execute();
      }
      await schema
        .createIndex('webhook_due_by_host')
        .on('webhook')
        .columns(['target_host', 'due_at', 'id'])
        .where(sql.ref('due_at'), 'is not', sql.lit(null))
        .execute();
      await schema
        .createIndex('webhook_asking')
        .on('webhook')
        .columns(['site', 'resource', 'event', 'owned_by', 'filter_on', 'account'])
        .execute();
      await schema.dropIndex('webhook_hearing').execute();
    },
  };
}
