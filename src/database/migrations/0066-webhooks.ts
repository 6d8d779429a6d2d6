import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Webhooks, what they are told of, and each try to tell them. */
export function webhooks({ bigint, integer, text, bytes, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('webhook')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('account', bigint, (c) => c.notNull().references('account.id'))
        .addColumn('integration', bigint)
        .addColumn('owned_by', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('target_url', text, (c) => c.notNull())
        .addColumn('resource', text, (c) => c.notNull())
        .addColumn('event', text, (c) => c.notNull())
        .addColumn('filter', text, (c) => c.notNull())
        .addColumn('secret', bytes)
        .addColumn('status', text, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('disabled_at', bigint)
        .addColumn('only_of_site', text)
        .$call(finish)
        .execute();
      await schema
        .createIndex('webhook_only_of_site')
        .on('webhook')
        .columns(['site', 'only_of_site'])
        .unique()
        .execute();
      await schema.createIndex('webhook_by_site').on('webhook').columns(['site', 'id']).execute();
      await schema.createIndex('webhook_by_account').on('webhook').columns(['account', 'id']).execute();
      await schema
        .createTable('webhook_feed')
        .addColumn('site', bigint, (c) => c.primaryKey().references('site.id'))
        .addColumn('last', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createTable('webhook_event')
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('number', bigint, (c) => c.notNull())
        .addColumn('account', bigint, (c) => c.notNull())
        .addColumn('resource', text, (c) => c.notNull())
        .addColumn('event', text, (c) => c.notNull())
        .addColumn('happened_at', bigint, (c) => c.notNull())
        .addColumn('data', text, (c) => c.notNull())
        .addPrimaryKeyConstraint('webhook_event_pkey', ['site', 'number'])
        .$call(finish)
        .execute();
      await schema
        .createIndex('webhook_event_of_account')
        .on('webhook_event')
        .columns(['account', 'number'])
        .execute();
      await schema.createIndex('webhook_event_by_time').on('webhook_event').column('happened_at').execute();
      await schema
        .createTable('webhook_delivery')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('webhook', bigint, (c) => c.notNull().references('webhook.id').onDelete('cascade'))
        .addColumn('message', text, (c) => c.notNull())
        .addColumn('resource', text, (c) => c.notNull())
        .addColumn('event', text, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('attempts', integer, (c) => c.notNull())
        .addColumn('not_before', bigint, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('ended_at', bigint)
        .addColumn('body', text, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('webhook_delivery_due')
        .on('webhook_delivery')
        .columns(['state', 'not_before', 'webhook'])
        .execute();
      await schema
        .createIndex('webhook_delivery_of')
        .on('webhook_delivery')
        .columns(['webhook', 'state', 'not_before', 'id'])
        .execute();
      await schema
        .createIndex('webhook_delivery_by_time')
        .on('webhook_delivery')
        .column('created_at')
        .execute();
      await schema
        .createTable('webhook_attempt')
        .$call(identity)
        .addColumn('delivery', bigint, (c) =>
          c.notNull().references('webhook_delivery.id').onDelete('cascade'),
        )
        .addColumn('webhook', bigint, (c) => c.notNull())
        .addColumn('begun_at', bigint, (c) => c.notNull())
        .addColumn('took', integer, (c) => c.notNull())
        .addColumn('failed', integer, (c) => c.notNull())
        .addColumn('http_status', integer)
        .addColumn('problem', text)
        .addColumn('answer', text, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('webhook_attempt_of')
        .on('webhook_attempt')
        .columns(['delivery', 'id'])
        .execute();
      await schema
        .createIndex('webhook_attempt_failed')
        .on('webhook_attempt')
        .columns(['webhook', 'failed', 'begun_at'])
        .execute();
    },
  };
}
