/**
 * The rows of our own pages, a file a subject in `pages/`. A new page, and a new deed of a form, gets its row there; the
 * test fails without.
 */
import { readdirSync } from 'node:fs';
import type { PageRows } from './row.ts';

const FOLDER = new URL('pages/', import.meta.url);

interface RowsOfSubject {
  readonly ROWS: PageRows;
}

const files = readdirSync(FOLDER).sort();
const subjects: RowsOfSubject[] = await Promise.all(files.map((file) => import(new URL(file, FOLDER).href)));

export const PAGE_ROWS: PageRows = Object.assign({}, ...subjects.map(({ ROWS }) => ROWS));
