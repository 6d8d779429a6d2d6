import type { Generated } from 'kysely';

/**
 * A template that a host or a site keeps for new sessions.
 * @room accounts
 */
export interface SessionTemplateTable {
  id: Generated<number>;
  site: number;
  /** Null for a template of the site. */
  account: number | null;
  name: string;
  name_key: string;
  service_type: string;
  document: string;
}
