import { EVERY_CALLER, HOSTS_HERE } from '../callers.ts';
import { forAll, type PageRow, type PageRows } from '../row.ts';

const form = (deed: string, more: Partial<PageRow>): PageRow => ({
  deed,
  form: ({ fresh }) => ({ NAME: fresh, STATUS: 'PUBLIC' }),
  shows: 'to programs.php',
  may: HOSTS_HERE,
  refusal: '403',
  ...more,
});

export const ROWS: PageRows = {
  'programs.php': [
    { shows: 'programs', may: HOSTS_HERE, refusal: '403' },
    form('SAVE', { changes: true }),
    form('END', {
      about: 'that is not there',
      form: () => ({ ID: '999999' }),
      may: [],
      otherwise: forAll(HOSTS_HERE, '404'),
    }),
  ],
  'program.php': [
    {
      about: 'by a token of none',
      query: () => ({ P: '0'.repeat(32) }),
      shows: '',
      may: [],
      otherwise: forAll(EVERY_CALLER, '404'),
    },
  ],
  'event-image/:token': [
    {
      about: 'by a token of none',
      path: `event-image/${'0'.repeat(32)}`,
      shows: '',
      may: [],
      otherwise: forAll(EVERY_CALLER, '404'),
    },
  ],
};
