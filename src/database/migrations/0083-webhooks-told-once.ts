import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/**
 * For whose webhooks an event of the feed is, so that an integration reads its own alone and a token without the scopes of
 * an administrator none of the whole site; and a message holds its event's data no second time. Of events that are there it
 * is known by the messages that hold them; of those without a message nobody is told any more.
 */
export function webhooksToldOnce({ bigint, smallint, finish }: Columns) {
  return {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('webhook_audience')
        .addColumn('site', bigint, (c) => c.notNull())
        .addColumn('number', bigint, (c) => c.notNull())
        .addColumn('integration', bigint, (c) => c.notNull())
        .addColumn('account', bigint, (c) => c.notNull())
        .addColumn('as_creator', smallint, (c) => c.notNull())
        .addColumn('as_org', smallint, (c) => c.notNull())
        .addPrimaryKeyConstraint('webhook_audience_pkey', ['site', 'number', 'integration'])
        .addForeignKeyConstraint(
          'webhook_audience_of_event',
          ['site', 'number'],
          'webhook_event',
          ['site', 'number'],
          (key) => key.onDelete('cascade'),
        )
        .$call(finish)
        .execute();
      await schema
        .createIndex('webhook_audience_of')
        .on('webhook_audience')
        .columns(['account', 'integration', 'number'])
        .execute();
      await schema.alterTable('webhook_delivery').addColumn('event_number', bigint).execute();
      await sql`insert into "webhook_audience" (site, number, integration, account, as_creator, as_org)
        select e.site, e.number, coalesce(w.integration, 0), e.account,
          max(case when w.owned_by = 'creator' then 1 else 0 end), max(case when w.owned_by = 'org' then 1 else 0 end)
        from "webhook_event" as e
        inner join "webhook" as w on w.account = e.account
        inner join "webhook_delivery" as d on d.webhook = w.id and d.created_at = e.happened_at
          and d.resource = e.resource and d.event = e.event and replace(d.body, e.data, '') <> d.body
        group by e.site, e.number, coalesce(w.integration, 0), e.account`.execute(db);
    },
  };
}
