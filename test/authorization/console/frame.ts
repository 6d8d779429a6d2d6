import type { ConsoleRows } from '../console-row.ts';

export const ROWS: ConsoleRows = {
  'GET me': [{}],
  'GET sites': [{}],
  'POST sites': [{ body: ({ fresh }) => ({ siteName: fresh, type: '3' }), changes: true }],
  'PATCH sites/:name': [
    {
      params: async ({ site, fresh }) => {
        await site.context.sites.create({ siteName: fresh, type: 3, siteID: site.context.random.digits(10) });
        return { name: fresh };
      },
      body: () => ({ status: 'CLOSED' }),
      changes: true,
    },
  ],
};
