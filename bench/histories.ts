/** What a page of the history costs on a large site and on a small one: processor time, without the network. */
import { formatSiteTime, GMT } from '../src/time/site-time.ts';
import { dispatcher } from '../src/xml-api/dispatch.ts';
import { webexEnvelope } from '../src/xml-api/envelopes/webex.ts';
import { OPERATIONS } from '../src/xml-api/operations.ts';
import { compile } from '../src/xml-api/registry.ts';
import { type BigHistory, bigHistory, UNTIL } from './big-history.ts';
import { type Contender, cpuOf, inTurn, type Rounds } from './measure.ts';
import { adminOf, HOST, message } from './messages.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';

const SMALL = 10_000;
const LARGE = 1_000_000;

const REQUESTS = 20;
const ROUNDS: Rounds = { warmUp: 1, counted: 7 };
const DAY = 86_400_000;

const ORDER = '<order><orderBy>STARTTIME</orderBy><orderAD>ASC</orderAD></order>';

/** The first page and the second, in turn. */
const PAGE = (at: number) =>
  `<listControl><startFrom>${at % 2 === 0 ? 1 : 501}</startFrom><maximumNum>500</maximumNum><listMethod>AND</listMethod></listControl>`;

/** What ended within so many days, as a collector of reports asks for it. */
function ended(days: number): string {
  const [from, to] = [UNTIL - 2 * DAY - days * DAY, UNTIL - 2 * DAY].map((at) => formatSiteTime(at, GMT));
  return `<endTimeScope><sessionEndTimeStart>${from}</sessionEndTimeStart><sessionEndTimeEnd>${to}</sessionEndTimeEnd></endTimeScope>`;
}

/** @param rows of the site */
const LISTS: readonly { readonly name: string; readonly scope: (rows: number) => string }[] = [
  { name: 'all of it', scope: () => '' },
  // As many rows on both: a day of the large site has as many as a hundred days of the small one.
  { name: 'of 1,400 rows', scope: (rows) => ended(LARGE / rows) },
  { name: 'of 300 days', scope: () => ended(300) },
];

const OPERATIONS_MEASURED = ['LstmeetingusageHistory', 'LsteventattendeeHistory'] as const;

export async function histories(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const small = started.use(await bigHistory(folder, SMALL));
  const large = started.use(await bigHistory(folder, LARGE));
  const sites = [
    { name: 'of 10,000', rows: SMALL, site: small },
    { name: 'of 1,000,000', rows: LARGE, site: large },
  ];
  const rows = OPERATIONS_MEASURED.flatMap((type) => LISTS.map((list) => ({ type, ...list })));
  const contenders = rows.flatMap(({ type, name, scope }) =>
    sites.map((of) => listing(`${type} ${name}, ${of.name}`, of.site, type, scope(of.rows))),
  );
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `Pages of 500 rows, the first and the second in turn; ${ROUNDS.counted} rounds of ${REQUESTS} requests each, in turn`,
    `The site of 1,000,000 meetings and 1,000,000 stays in events was loaded in ${large.loadedIn.toFixed(0)} s`,
    '',
    cpuTable(contenders, measured),
    '',
    aims(
      rows.map(({ type, name }) => ({
        what: `CPU of ${type} ${name}, 1,000,000 rows to 10,000`,
        found: measured.ratio(`${type} ${name}, of 1,000,000`, `${type} ${name}, of 10,000`, 'cpu'),
        atMost: 1.3,
      })),
    ),
  ].join('\n');
}

function listing(name: string, { context }: BigHistory, type: string, scope: string): Contender {
  const dispatch = dispatcher(compile(OPERATIONS, webexEnvelope), context);
  const caller = { ...adminOf('acme'), siteName: HOST.siteName ?? 'acme' };
  const requests = Array.from({ length: REQUESTS }, (_, at) =>
    Buffer.from(message(caller, `history.${type}`, `${PAGE(at)}${ORDER}${scope}`)),
  );
  return {
    name,
    measure: () =>
      cpuOf(requests, async (bytes) => {
        const answer = await dispatch(bytes, undefined);
        if (!answer.body.includes('<serv:returned>500')) throw new Error(answer.body.toString().slice(-2000));
      }),
  };
}
