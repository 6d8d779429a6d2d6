import type { Generated } from 'kysely';

/**
 * Something that might be sold to a customer.
 * @room sales
 */
export interface SalesOpportunityTable {
  id: Generated<number>;
  site: number;
  owner: number;
  /** The customer; null while nobody has said which one. */
  sales_account: number | null;
  name: string;
  name_key: string;
  ext_opportunity_id: string | null;
  ext_system_id: number | null;
}
