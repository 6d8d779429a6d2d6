/** The rows of the site service. */
import { ACCOUNTS } from '../callers.ts';
import type { Rows } from '../row.ts';

export const ROWS: Rows = {
  'site.GetSite': [{ request: '', may: ACCOUNTS, tells: { partnerID: ['admin'] } }],
  'site.SetSite': [
    {
      request: '<defaults><emailReminders>false</emailReminders></defaults>',
      changes: true,
    },
  ],
  'site.LstTimeZone': [{ request: '', may: ACCOUNTS }],
  'site.GetWebACDQueues': [
    { about: 'of the site', request: '', may: ['admin', 'reader'], refusal: '000015' },
    {
      about: "the host's",
      request: ({ host }) => `<webExId>${host}</webExId>`,
      may: [],
      otherwise: { host: '000015', admin: '000015', reader: '000015', foreignAdmin: '030001' },
    },
  ],
};
