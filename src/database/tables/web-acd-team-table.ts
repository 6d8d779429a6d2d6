/**
 * The agents of a manager.
 * @room accounts
 */
export interface WebAcdTeamTable {
  /** Rows of accounts. */
  manager: number;
  agent: number;
}
