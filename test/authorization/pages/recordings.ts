import { HOSTS_HERE } from '../callers.ts';
import { forAll, type PageRow, type PageRows } from '../row.ts';

/** Hosts have theirs, administrators those of the site. */
const LISTS = [...HOSTS_HERE, 'reader'] as const;

/** What is not there, and what is somebody else's, cannot be told apart. */
const onNone = (deed: string): PageRow => ({
  deed,
  about: 'of one that is not there',
  form: () => ({ ID: '1' }),
  shows: 'to recordings.php',
  may: [],
  refusal: '403',
  otherwise: forAll(LISTS, '404'),
});

export const ROWS: PageRows = {
  'recordings.php': [
    { shows: 'recordings', may: LISTS, refusal: '403' },
    onNone('SAVE'),
    onNone('DELETE'),
    onNone('RESTORE'),
    onNone('ERASE'),
  ],
};
