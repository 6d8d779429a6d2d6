/** The request log of a site, and for owners that of the installation. */
import { exportEntries } from './export-entries.ts';
import { keepBodies } from './keep-bodies.ts';
import { listEntries } from './list-entries.ts';
import { readEntry } from './read-entry.ts';
import { repeatEntry } from './repeat-entry.ts';
import { tail } from './tail.ts';

export const LOG = [listEntries, tail, exportEntries, keepBodies, readEntry, repeatEntry];
