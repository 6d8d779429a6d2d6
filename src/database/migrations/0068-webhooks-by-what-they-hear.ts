import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** An event reads the webhooks that may hear of it, and not all of its site. */
export function webhooksByWhatTheyHear(): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createIndex('webhook_hearing')
        .on('webhook')
        .columns(['site', 'resource', 'owned_by', 'account'])
        .execute();
    },
  };
}
