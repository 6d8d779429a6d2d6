import type { ColumnType, Generated } from 'kysely';
import type { Flag } from './column-types.ts';

/**
 * What happened, until a while after it was handed to its listeners.
 * @room events
 */
export interface EventTable {
  id: Generated<number>;
  site: number;
  kind: string;
  /** What it happened to: the events of one subject are handed on in their order. */
  subject: string;
  happened_at: number;
  /** It has not been handed on. */
  waiting: Flag;
  attempts: number;
  not_before: number;
  /** The one listener that could not be handed it when the others were. */
  left_to: ColumnType<string | null, string | null | undefined, never>;
  document: string;
}
