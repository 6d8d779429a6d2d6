/** The rows of the REST interface's endpoints, a file a resource in `rest/`: a new endpoint gets its row there. */
import { readdirSync } from 'node:fs';
import type { RestRows } from './rest-row.ts';

const FOLDER = new URL('rest/', import.meta.url);

interface RowsOfResource {
  readonly ROWS: RestRows;
}

const files = readdirSync(FOLDER).sort();
const resources: RowsOfResource[] = await Promise.all(
  files.map((file) => import(new URL(file, FOLDER).href)),
);

export const REST_ROWS: RestRows = Object.assign({}, ...resources.map(({ ROWS }) => ROWS));
