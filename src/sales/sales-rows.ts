/** What other rooms read of customers and opportunities, inside statements of their own. */
import { type RawBuilder, sql } from 'kysely';

/** The name of the customer of that row as lists compare it; the empty text where there is none. */
export function accountKey(row: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`coalesce((select name_key from sales_account where id = ${row}), '')`;
}

/** That of an opportunity. */
export function opportunityKey(row: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`coalesce((select name_key from sales_opportunity where id = ${row}), '')`;
}
