/** What a page of meetings by REST costs on a large site and on a small one: processor time, without the network. */
import { type BigSite, bigSite, type Size } from './big-site.ts';
import { type Contender, cpuOf, inTurn, numbered, type Rounds } from './measure.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';
import { restPages } from './rest-pages.ts';

/** Two hundred meetings a host on both: pages of 100 have a next one. */
const SMALL: Size = { accounts: 50, sessions: 10_000 };
const LARGE: Size = { accounts: 5_000, sessions: 1_000_000 };

const REQUESTS = 100;
const HOSTS = 20;
const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

/** All of the two years over which the sessions are spread. */
const WINDOW = 'from=2000-01-01T00:00:00Z&to=2099-01-01T00:00:00Z&max=100';

export async function restLists(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const small = started.use(await bigSite(folder, SMALL));
  const large = started.use(await bigSite(folder, LARGE));
  const contenders = [
    ...(await listing(started, 'of 10,000', small)),
    ...(await listing(started, 'of 1,000,000', large)),
  ];
  const measured = await inTurn(contenders, ROUNDS);
  const pages = ['first 100', 'next 100'];
  return [
    `A page of GET /v1/meetings of a host, the server and its client in one process; ${ROUNDS.counted} rounds of ${REQUESTS} requests each, in turn`,
    '',
    cpuTable(contenders, measured),
    '',
    aims(
      pages.map((page) => ({
        what: `CPU of the ${page}, 1,000,000 meetings to 10,000`,
        found: measured.ratio(`${page} of 1,000,000`, `${page} of 10,000`, 'cpu'),
        atMost: 1.3,
      })),
    ),
  ].join('\n');
}

async function listing(
  started: AsyncDisposableStack,
  name: string,
  { context }: BigSite,
): Promise<Contender[]> {
  const askFor = await restPages(started, context);
  const acme = await context.sites.required('acme');
  const tokens: string[] = [];
  for (let at = 1; at <= HOSTS; at++) {
    const host = await context.accounts.required(acme, `host${at}`);
    const chosen = { name: 'bench', scopes: ['meeting:schedules_read'], days: 1 };
    tokens.push((await context.apiTokens.createPersonal(host, chosen)).token);
  }
  const ask = async (token: string, target: string) => {
    const { text, next } = await askFor(target, token);
    if (text.match(/"meetingNumber"/g)?.length !== 100) throw new Error(text.slice(0, 1000));
    return next;
  };
  const first = tokens.map((token) => ({ token, target: `meetings?${WINDOW}` }));
  const next = await Promise.all(
    first.map(async ({ token, target }) => ({ token, target: await ask(token, target) })),
  );
  const measuring = (page: string, asked: typeof first): Contender => ({
    name: `${page} ${name}`,
    measure: () =>
      cpuOf(
        numbered(REQUESTS / HOSTS).flatMap(() => asked),
        ({ token, target }) => ask(token, target),
      ),
  });
  return [measuring('first 100', first), measuring('next 100', next)];
}
