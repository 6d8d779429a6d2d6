/** What a page of sessions costs on a large site and on a small one: processor time, without the network. */
import { dispatcher } from '../src/xml-api/dispatch.ts';
import { webexEnvelope } from '../src/xml-api/envelopes/webex.ts';
import { OPERATIONS } from '../src/xml-api/operations.ts';
import { compile } from '../src/xml-api/registry.ts';
import { type BigSite, bigSite, type Size } from './big-site.ts';
import { type Contender, cpuOf, inTurn, type Rounds } from './measure.ts';
import { adminOf, HOST, message } from './messages.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';

/** Fifty sessions a host on both. */
const SMALL: Size = { accounts: 200, sessions: 10_000 };
const LARGE: Size = { accounts: 20_000, sessions: 1_000_000 };

const REQUESTS = 200;
const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

const PAGE =
  '<listControl><startFrom>1</startFrom><maximumNum>50</maximumNum></listControl>' +
  '<order><orderBy>STARTTIME</orderBy><orderAD>ASC</orderAD></order>';

const LISTS = [
  { name: "50 of a host's", body: (at: number) => `${PAGE}<hostWebExID>host${1 + (at % 150)}</hostWebExID>` },
  { name: "a site's first 50, total", body: () => PAGE },
] as const;

export async function lists(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const small = started.use(await bigSite(folder, SMALL));
  const large = started.use(await bigSite(folder, LARGE));
  const sites = [
    { name: 'of 10,000', site: small },
    { name: 'of 1,000,000', site: large },
  ];
  const contenders = LISTS.flatMap((list) =>
    sites.map(({ name, site }) => listing(`${list.name} ${name}`, site, list.body)),
  );
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `A page of LstsummarySession, in one process; ${ROUNDS.counted} rounds of ${REQUESTS} requests each, in turn`,
    `The site of 1,000,000 sessions and 20,000 accounts was loaded in ${large.loadedIn.toFixed(0)} s`,
    '',
    cpuTable(contenders, measured),
    '',
    aims([
      ...LISTS.map(({ name }) => ({
        what: `CPU of ${name}, 1,000,000 sessions to 10,000`,
        found: measured.ratio(`${name} of 1,000,000`, `${name} of 10,000`, 'cpu'),
        atMost: 1.3,
      })),
      { what: 'loading the large site', found: large.loadedIn, unit: 's', atMost: 300 },
    ]),
  ].join('\n');
}

function listing(name: string, { context }: BigSite, body: (at: number) => string): Contender {
  const dispatch = dispatcher(compile(OPERATIONS, webexEnvelope), context);
  const caller = { ...adminOf('acme'), siteName: HOST.siteName ?? 'acme' };
  const requests = Array.from({ length: REQUESTS }, (_, at) =>
    Buffer.from(message(caller, 'ep.LstsummarySession', body(at))),
  );
  return {
    name,
    measure: () =>
      cpuOf(requests, async (bytes) => {
        const answer = await dispatch(bytes, undefined);
        if (!answer.body.includes('<serv:returned>50'))
          throw new Error(answer.body.toString().slice(0, 2000));
      }),
  };
}
