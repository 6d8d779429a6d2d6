import type { Generated } from 'kysely';

/**
 * A distribution list: contacts under one name.
 * @room contacts
 */
export interface DistListTable {
  id: Generated<number>;
  account: number;
  name: string;
  name_key: string;
  description: string | null;
  address_type: 'PERSONAL' | 'GLOBAL';
}
