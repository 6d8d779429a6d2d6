import type { Generated } from 'kysely';

/**
 * Something that a site sells.
 * @room sales
 */
export interface SalesProductTable {
  id: Generated<number>;
  site: number;
  name: string;
  name_key: string;
  description: string;
}
