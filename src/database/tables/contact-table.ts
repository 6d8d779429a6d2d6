import type { Generated } from 'kysely';

/**
 * Somebody in the address book of an account.
 * @room contacts
 */
export interface ContactTable {
  id: Generated<number>;
  account: number;
  email: string;
  email_key: string;
  name_key: string;
  address_type: 'PERSONAL' | 'GLOBAL';
  document: string;
}
