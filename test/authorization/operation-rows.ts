/**
 * The rows of the operations of the XML API, a file a service in `rows/`. A new operation gets its row there; the test
 * fails without.
 */
import { readdirSync } from 'node:fs';
import type { Rows } from './row.ts';

const FOLDER = new URL('rows/', import.meta.url);

interface RowsOfService {
  readonly ROWS: Rows;
}

const files = readdirSync(FOLDER).sort();
const services: RowsOfService[] = await Promise.all(files.map((file) => import(new URL(file, FOLDER).href)));

export const OPERATION_ROWS: Rows = Object.assign({}, ...services.map(({ ROWS }) => ROWS));
