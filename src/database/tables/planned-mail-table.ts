import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

/**
 * Mail to the people of a session that is due at a time: who they are is asked when it is.
 * @room mail
 */
export interface PlannedMailTable {
  id: Generated<number>;
  site: number;
  session_key: number;
  kind: string;
  /** Of the occurrence that it is about. */
  start_at: number;
  due_at: number;
  /** It is written, or nobody wants it any more: what was written once is not written again. */
  done: Flag;
}
