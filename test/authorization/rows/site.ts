/** The rows of the site service. */
import { ACCOUNTS } from '../callers.ts';
import type { Rows } from '../row.ts';

export const ROWS: Rows = {
  'site.GetSite': [{ request: '', may: ACCOUNTS, tells: { partnerID: ['admin'] } }],
  'site.SetSite': [
    {
      request:
        '<siteInstance><securityOptions><joinBeforeHost>false</joinBeforeHost></securityOptions></siteInstance>',
      changes: true,
    },
  ],
  'site.LstTimeZone': [{ request: '', may: ACCOUNTS }],
};
