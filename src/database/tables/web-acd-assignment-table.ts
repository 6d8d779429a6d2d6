import type { Flag } from './column-types.ts';

/**
 * Who serves a queue, and as what.
 * @room accounts
 */
export interface WebAcdAssignmentTable {
  queue: number;
  account: number;
  is_agent: Flag;
  is_manager: Flag;
}
