import { ANY_USER, type RestRows } from '../rest-row.ts';

/** Whoever reads the site; the administrator of another one names theirs. */
const READERS = ['reader', 'admin'] as const;

export const ROWS: RestRows = {
  'GET meetingReports/usage': [
    { query: () => ({ siteUrl: 'acme.webex.com' }), may: READERS, otherwise: { foreignAdmin: 400 } },
  ],
  'GET meetingReports/attendees': [
    {
      query: () => ({ siteUrl: 'acme', meetingTitle: 'Nothing of that name' }),
      may: ANY_USER.filter((caller) => caller !== 'foreignAdmin'),
      otherwise: { foreignAdmin: 400 },
    },
  ],
};
