import type { PageRows } from '../row.ts';

export const ROWS: PageRows = {
  console: [{ about: 'the page of its app', shows: 'the console', may: ['admin', 'reader'] }],
  'console/*': [
    { about: 'the same', path: 'console/sessions', shows: 'the console', may: ['admin', 'reader'] },
    {
      about: "of another site, for an owner's eyes",
      path: 'console/at/acme-basic',
      shows: 'the console',
      may: [],
    },
  ],
  'queues.php': [
    { about: 'of the site', shows: 'queues', may: ['admin', 'reader'] },
    {
      deed: 'MAKE',
      form: ({ fresh }) => ({ NAME: fresh }),
      shows: 'to queues.php',
      may: ['admin'],
      changes: true,
    },
    {
      deed: 'REMOVE',
      form: ({ queueID }) => ({ ID: queueID }),
      shows: 'to queues.php',
      may: ['admin'],
      changes: true,
    },
  ],
  'console/labs': [
    { query: () => ({}), shows: 'labs', may: ['admin'] },
    {
      about: 'how many computers a lab has',
      form: ({ labID: LAB }) => ({ LAB, COMPUTERS: '7' }),
      shows: 'to labs',
      may: ['admin'],
      stranger: '403',
      changes: true,
    },
  ],
};
