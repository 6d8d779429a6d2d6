/** The rows of the support service. */
import { HOSTS } from '../callers.ts';
import type { Rows } from '../row.ts';

export const ROWS: Rows = {
  'supportsession.CreateSupportSession': [{ about: 'of their own', request: '', may: HOSTS, changes: true }],
};
