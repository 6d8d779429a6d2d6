import type { Generated } from 'kysely';
import type { ListStatus } from './session-table.ts';

/**
 * Events that belong together.
 * @room sessions
 */
export interface ProgramTable {
  /** The programID. */
  id: Generated<number>;
  site: number;
  host: number;
  /** 32 hexadecimal digits: what its address is made of. */
  token: string;
  name: string;
  name_key: string;
  list_status: ListStatus;
  description: string | null;
  expected_enrollment: string | null;
  budget: string | null;
  after_enrollment_url: string | null;
  /** Null while it goes on. */
  ended_at: number | null;
  created_at: number;
}
