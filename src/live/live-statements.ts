/** The statements of the live state. */
import type { Database } from '../database/database.ts';
import { runStatements } from './run-statements.ts';
import { stayStatements } from './stay-statements.ts';

export type { RunRow } from './run-statements.ts';
export { LEASE, type StayRow } from './stay-statements.ts';

export type LiveStatements = ReturnType<typeof liveStatements>;

export function liveStatements(database: Database) {
  return { ...runStatements(database), ...stayStatements(database) };
}
