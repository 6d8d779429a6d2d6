/** The rows of the console's endpoints, a file an area in `console/`: a new endpoint gets its row there. */
import { readdirSync } from 'node:fs';
import type { ConsoleRows } from './console-row.ts';

const FOLDER = new URL('console/', import.meta.url);

interface RowsOfArea {
  readonly ROWS: ConsoleRows;
}

const files = readdirSync(FOLDER).sort();
const areas: RowsOfArea[] = await Promise.all(files.map((file) => import(new URL(file, FOLDER).href)));

export const CONSOLE_ROWS: ConsoleRows = Object.assign({}, ...areas.map(({ ROWS }) => ROWS));
