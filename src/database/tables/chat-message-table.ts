import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

/** Everybody who is in, those who host or present, or one person. */
export type ChatAudience = 'ALL' | 'HOSTS' | 'ONE';

/**
 * What somebody in a room has written to others of it.
 * @room chat
 */
export interface ChatMessageTable {
  id: Generated<number>;
  /** The run, by the number of its usage. */
  usage: number;
  /** Who wrote it. */
  stay: number;
  /** What the readers know the writer by, and what they were called then. */
  sender: string;
  name: string;
  is_host: Flag;
  audience: ChatAudience;
  /** The stay and the name of the one. */
  recipient: number | null;
  recipient_name: string | null;
  sent_at: number;
  body: string;
}
