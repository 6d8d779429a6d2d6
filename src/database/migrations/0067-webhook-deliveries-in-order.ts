import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a webhook was sent is listed the newest first: a page of it must not sort all that there is. */
export function webhookDeliveriesInOrder(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createIndex('webhook_delivery_in_order')
        .on('webhook_delivery')
        .columns(['webhook', 'id'])
        .execute();
    },
  };
}
