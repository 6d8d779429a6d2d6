import type { ConsoleRows } from '../console-row.ts';

export const ROWS: ConsoleRows = {
  'GET audit': [{}],
  'GET audit/export': [{ query: () => ({ as: 'csv' }) }],
};
