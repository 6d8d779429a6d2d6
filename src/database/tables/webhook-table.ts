import type { ColumnType, Generated } from 'kysely';
import type { Bytes } from './column-types.ts';

/**
 * Whom to tell of what happens, and where.
 * @room webhooks
 */
export interface WebhookTable {
  id: Generated<number>;
  site: number;
  /** Whoever made it. */
  account: number;
  /** The integration by which it was made. */
  integration: number | null;
  /** Of the creator's own things, or of the whole site. */
  owned_by: 'creator' | 'org';
  name: string;
  target_url: string;
  /** Where that is: what waits for one receiver is not read past for all others. */
  target_host: Generated<string>;
  resource: string;
  event: string;
  /** Conditions with `&`, or the empty text. */
  filter: string;
  /** By which of the conditions it is found, hashed; empty where it has none. */
  filter_on: Generated<string>;
  /** Sealed under the installation's key. */
  secret: Bytes | null;
  status: 'active' | 'inactive';
  created_at: number;
  /** When it was switched off because of its failures, the last time. */
  disabled_at: number | null;
  /** Of one of the whole site what it alone may listen to: its resource and its filter, in one spelling. */
  only_of_site: string | null;
  /** When the first of its messages may be sent; nothing when none waits. */
  due_at: ColumnType<number | null, number | null | undefined, number | null>;
  /** Until then the process that took it tells it what is due. */
  in_hand_until: Generated<number>;
}
