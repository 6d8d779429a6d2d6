import type { Generated } from 'kysely';

/**
 * A lab of a site: computers that people of a training session work at.
 * @room labs
 */
export interface LabTable {
  id: Generated<number>;
  site: number;
  name: string;
  name_key: string;
  description: string | null;
  /** How many it has. */
  computers: number;
}
