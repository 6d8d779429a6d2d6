import type { PageRows } from '../row.ts';

export const ROWS: PageRows = {
  console: [
    {
      about: 'the first page',
      shows: 'overview',
      may: ['admin', 'reader'],
      tells: { topic: ['admin', 'reader'] },
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
