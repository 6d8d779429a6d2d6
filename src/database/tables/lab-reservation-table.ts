import type { Generated } from 'kysely';

/**
 * Computers of a lab that are somebody's for a time.
 * @room labs
 */
export interface LabReservationTable {
  id: Generated<number>;
  lab: number;
  /** Whose they are. */
  account: number;
  /** The training session that they are for, one row an occurrence; null where somebody has reserved them apart. */
  session: number | null;
  topic: string;
  start_at: number;
  /** No longer theirs from then on. */
  end_at: number;
  computers: number;
}
