import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** Customers and opportunities of those who sell, which sessions are about them, and the products of a site. */
export function sales({ bigint, text, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('sales_account')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id').onDelete('cascade'))
        .addColumn('owner', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('ext_account_id', text)
        .addColumn('ext_system_id', bigint)
        .addColumn('parent', bigint, (c) => c.references('sales_account.id').onDelete('set null'))
        .$call(finish)
        .execute();
      await schema
        .createIndex('sales_account_name')
        .unique()
        .on('sales_account')
        .columns(['owner', 'name_key'])
        .execute();
      await schema
        .createIndex('sales_account_by_name')
        .on('sales_account')
        .columns(['site', 'name_key'])
        .execute();
      await schema
        .createIndex('sales_account_by_ext_id')
        .on('sales_account')
        .columns(['owner', 'ext_account_id'])
        .where(sql.ref('ext_account_id'), 'is not', sql.lit(null))
        .execute();
      await schema
        .createIndex('sales_account_by_parent')
        .on('sales_account')
        .column('parent')
        .where(sql.ref('parent'), 'is not', sql.lit(null))
        .execute();

      await schema
        .createTable('sales_opportunity')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id').onDelete('cascade'))
        .addColumn('owner', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addColumn('sales_account', bigint, (c) => c.references('sales_account.id').onDelete('cascade'))
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('ext_opportunity_id', text)
        .addColumn('ext_system_id', bigint)
        .$call(finish)
        .execute();
      await schema
        .createIndex('sales_opportunity_by_name')
        .on('sales_opportunity')
        .columns(['owner', 'name_key', 'id'])
        .execute();
      await schema
        .createIndex('sales_opportunity_of_site')
        .on('sales_opportunity')
        .columns(['site', 'name_key'])
        .execute();
      await schema
        .createIndex('sales_opportunity_by_ext_id')
        .on('sales_opportunity')
        .columns(['owner', 'ext_opportunity_id'])
        .where(sql.ref('ext_opportunity_id'), 'is not', sql.lit(null))
        .execute();
      // A name stands once with a customer, and once among what has no customer yet.
      await schema
        .createIndex('sales_opportunity_name')
        .unique()
        .on('sales_opportunity')
        .columns(['sales_account', 'name_key'])
        .where(sql.ref('sales_account'), 'is not', sql.lit(null))
        .execute();
      await schema
        .createIndex('sales_opportunity_name_alone')
        .unique()
        .on('sales_opportunity')
        .columns(['owner', 'name_key'])
        .where(sql.ref('sales_account'), 'is', sql.lit(null))
        .execute();

      await schema
        .createTable('sales_product')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id').onDelete('cascade'))
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('description', text, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('sales_product_by_number')
        .on('sales_product')
        .columns(['site', 'id'])
        .execute();
      await schema
        .createIndex('sales_product_by_name')
        .on('sales_product')
        .columns(['site', 'name_key', 'id'])
        .execute();

      for (const about of ['sales_account', 'sales_opportunity'] as const) {
        await schema
          .alterTable('session')
          .addColumn(about, bigint, (c) => c.references(`${about}.id`).onDelete('set null'))
          .execute();
        await schema
          .createIndex(`session_by_${about}`)
          .on('session')
          .columns([about, 'start_at', 'id'])
          .where(sql.ref(about), 'is not', sql.lit(null))
          .execute();
      }
    },
  };
}
