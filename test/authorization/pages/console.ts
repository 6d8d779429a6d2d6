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
};
