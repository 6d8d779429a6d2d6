/** The rows of the sales service. */
import { HOSTS, MANAGERS, SEERS } from '../callers.ts';
import type { Names, Row, Rows } from '../row.ts';
import { LISTED, NO_RECORD, NO_USER, NOT_FOUND, START, TELLS_ALL } from '../row-parts.ts';

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

const salesKey = ({ salesKey: key }: Names) => `<meetingKey>${key}</meetingKey>`;
const { hostKey: _ofMeeting, ...TELLS } = TELLS_ALL;

export const ROWS: Rows = {
  'sales.CreateSalesSession': [
    {
      about: 'of their own',
      request: `<metaData><confName>Mine</confName></metaData>${START}</schedule>`,
      may: HOSTS,
      changes: true,
    },
    {
      about: 'for the host',
      request: ({ host }) =>
        `<metaData><confName>Theirs</confName></metaData>${START}<hostWebExID>${host}</hostWebExID></schedule>`,
      may: ['creator', 'host', 'admin'],
      refusal: '060021',
      otherwise: { attendeeOnly: '000001', reader: '000001', foreignAdmin: '060019' },
      changes: true,
    },
    {
      about: "about the host's account",
      request: ({ salesAccount }) =>
        `<metaData><confName>Mine</confName><intAccountID>${salesAccount}</intAccountID></metaData>${START}</schedule>`,
      may: ['host'],
      refusal: '000950',
      otherwise: { attendeeOnly: '000001', reader: '000001' },
      changes: true,
    },
  ],
  'sales.SetSalesSession': [
    {
      request: (names) => `${salesKey(names)}<metaData><confName>Renamed</confName></metaData>`,
      may: MANAGERS,
      refusal: NOT_FOUND,
      changes: true,
    },
    {
      about: 'to become its host',
      request: (names) => `${salesKey(names)}<schedule><hostWebExID>${names.caller}</hostWebExID></schedule>`,
      may: ['creator', 'host', 'admin'],
      refusal: NOT_FOUND,
      otherwise: { alternateHost: '060021' },
      changes: true,
    },
    {
      about: 'that is a meeting',
      request: ({ key }) =>
        `<meetingKey>${key}</meetingKey><metaData><confName>Renamed</confName></metaData>`,
      may: [],
      refusal: NOT_FOUND,
    },
  ],
  'sales.GetSalesSession': [{ request: salesKey, may: SEERS, refusal: NOT_FOUND, tells: TELLS }],
  'sales.DelSalesSession': [{ request: salesKey, may: MANAGERS, refusal: NOT_FOUND, changes: true }],
  'sales.LstsummarySalesSession': [
    { request: salesKey, may: LISTED, refusal: NO_RECORD, tells: { topic: LISTED } },
  ],
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
