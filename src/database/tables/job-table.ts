import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

/** `RECEIVING`: its file is still coming in. */
export type JobState = 'RECEIVING' | 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'ABORTED';

/**
 * Long work that somebody has asked for.
 * @room jobs
 */
export interface JobTable {
  id: Generated<number>;
  /** What it is called outside. */
  token: string;
  site: number;
  kind: string;
  state: JobState;
  /** Whoever runs it stops at the next step. */
  abort_asked: Flag;
  /** How often it was begun; what an earlier one writes late counts no more. */
  attempts: number;
  leased_until: number;
  created_at: number;
  ended_at: number | null;
  /** It is swept then, with its files. */
  kept_until: number;
  done: number;
  total: number | null;
  /** JSON: what was asked for and by whom. */
  wish: string;
  /** JSON: what has come of it so far. */
  outcome: string;
}
