import type { ConsoleRows } from '../console-row.ts';

export const ROWS: ConsoleRows = { 'GET overview': [{}] };
