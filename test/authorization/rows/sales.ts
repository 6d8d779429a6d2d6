/** The rows of the sales service. */
import { HOSTS } from '../callers.ts';
import type { Names, Row, Rows } from '../row.ts';
import { NO_RECORD, NO_USER } from '../row-parts.ts';

const ofHost = ({ host }: Names) => `<webExID>${host}</webExID>`;

/** Of the host's, by name: theirs, and for administrators. */
const changesOfHost: Pick<Row, 'about' | 'may' | 'otherwise' | 'changes'> = {
  about: "the host's",
  may: ['host', 'admin'],
  otherwise: { foreignAdmin: NO_USER },
  changes: true,
};
const listOfHost: Pick<Row, 'about' | 'may' | 'otherwise'> = {
  about: "the host's",
  may: ['host', 'admin', 'reader'],
  otherwise: { foreignAdmin: NO_USER },
};
/** By its number alone it is looked for among the caller's own. */
const ownAlone = (refusal: string): Pick<Row, 'about' | 'may' | 'refusal' | 'otherwise'> => ({
  about: "the host's, by its number alone",
  may: ['host'],
  refusal,
  otherwise: { attendeeOnly: '000001', reader: '000001' },
});

export const ROWS: Rows = {
  'sales.CreateAccount': [
    {
      about: 'of their own',
      request: ({ fresh }) => `<account><name>${fresh}</name></account>`,
      may: HOSTS,
      changes: true,
    },
    {
      ...changesOfHost,
      request: (names) => `${ofHost(names)}<account><name>${names.fresh}</name></account>`,
    },
    {
      ...ownAlone('000950'),
      about: "below one of the host's",
      request: ({ fresh, salesAccount }) =>
        `<account><name>${fresh}</name><parentIntID>${salesAccount}</parentIntID></account>`,
      changes: true,
    },
  ],
  'sales.SetAccount': [
    {
      ...changesOfHost,
      request: (names) =>
        `${ofHost(names)}<account><name>${names.fresh}</name><intAccountID>${names.salesAccount}</intAccountID></account>`,
    },
    {
      ...ownAlone('000950'),
      request: ({ fresh, salesAccount }) =>
        `<account><name>${fresh}</name><intAccountID>${salesAccount}</intAccountID></account>`,
      changes: true,
    },
  ],
  'sales.LstAccounts': [
    { ...listOfHost, request: ofHost },
    {
      ...ownAlone(NO_RECORD),
      request: ({ salesAccount }) => `<intAccountID>${salesAccount}</intAccountID>`,
    },
  ],
  'sales.CreateOpportunity': [
    {
      about: 'of their own',
      request: ({ fresh }) => `<opportunity><name>${fresh}</name></opportunity>`,
      may: HOSTS,
      changes: true,
    },
    {
      ...changesOfHost,
      request: (names) => `${ofHost(names)}<opportunity><name>${names.fresh}</name></opportunity>`,
    },
    {
      ...ownAlone('000950'),
      about: "of the host's account",
      request: ({ fresh, salesAccount }) =>
        `<opportunity><name>${fresh}</name><intAccountID>${salesAccount}</intAccountID></opportunity>`,
      changes: true,
    },
  ],
  'sales.SetOpportunity': [
    {
      ...changesOfHost,
      request: (names) =>
        `${ofHost(names)}<opportunity><name>${names.fresh}</name><intOpptyID>${names.opportunity}</intOpptyID></opportunity>`,
    },
    {
      ...ownAlone('000952'),
      request: ({ fresh, opportunity }) =>
        `<opportunity><name>${fresh}</name><intOpptyID>${opportunity}</intOpptyID></opportunity>`,
      changes: true,
    },
  ],
  'sales.LstOpportunities': [
    { ...listOfHost, request: ofHost },
    { ...ownAlone(NO_RECORD), request: ({ opportunity }) => `<intOpptyID>${opportunity}</intOpptyID>` },
  ],
  'sales.AddProducts': [
    {
      request: ({ fresh }) => `<product><name>${fresh}</name></product>`,
      may: ['admin', 'foreignAdmin'],
      changes: true,
    },
  ],
  'sales.SetProducts': [
    {
      request: ({ fresh, product }) => `<product><name>${fresh}</name><prodID>${product}</prodID></product>`,
      may: ['admin'],
      otherwise: { foreignAdmin: '000954' },
      changes: true,
    },
  ],
  'sales.LstProducts': [
    {
      request: ({ product }) => `<prodID>${product}</prodID>`,
      may: [...HOSTS.filter((caller) => caller !== 'foreignAdmin'), 'reader'],
      otherwise: { foreignAdmin: NO_RECORD },
    },
  ],
};
