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
};
