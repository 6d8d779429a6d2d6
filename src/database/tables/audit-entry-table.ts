import type { Generated } from 'kysely';

/**
 * One administrative act: who did what to what. Entries are added and read; the database itself refuses to change or to
 * remove one.
 * @room audit
 */
export interface AuditEntryTable {
  id: Generated<number>;
  /** Null is the whole installation. It refers to no row: what was done outlives the site. */
  site: number | null;
  at: number;
  /** Such as `account.changed`. */
  act: string;
  noun: string;
  /** What it was done to, by its name, and the same in lower case. */
  name: string;
  name_key: string;
  /** The number of what it was done to, as the interface shows it. */
  subject: number | null;
  actor_kind: string;
  actor: string;
  actor_key: string;
  /** The account's row. */
  actor_account: number | null;
  /** The name of the site that the actor is of. */
  actor_site: string | null;
  face: string;
  address: string | null;
  request: string | null;
  /** `before` and `after`, with what differs alone, and no secret. */
  document: string;
}
