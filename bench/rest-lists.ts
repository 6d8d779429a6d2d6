/** What a page of meetings by REST costs on a large site and on a small one: processor time, without the network. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { restService } from '../src/rest-api/rest-http.ts';
import { type BigSite, bigSite, type Size } from './big-site.ts';
import { type Contender, inTurn, type Rounds } from './measure.ts';
import { temporaryFolder } from './processes.ts';
import { aims, table } from './report.ts';

/** Two hundred meetings a host on both: pages of 100 have a next one. */
const SMALL: Size = { accounts: 50, sessions: 10_000 };
const LARGE: Size = { accounts: 5_000, sessions: 1_000_000 };

const REQUESTS = 100;
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
    table(
      [{ title: 'CPU ms/1,000', digits: 0 }],
      contenders.map(({ name }) => [name, [measured.of(name, 'cpu')]]),
    ),
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
  const server = createServer(restService(context)).listen(0, '127.0.0.1');
  started.defer(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const acme = await context.sites.required('acme');
  const tokens: string[] = [];
  for (let at = 1; at <= 20; at++) {
    const host = await context.accounts.required(acme, `host${at}`);
    const chosen = { name: 'bench', scopes: ['meeting:schedules_read'], days: 1 };
    tokens.push((await context.apiTokens.createPersonal(host, chosen)).token);
  }
  const ask = async (token: string, query: string) => {
    const answer = await fetch(`${url}/v1/meetings?${query}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const text = await answer.text();
    if (text.match(/"meetingNumber"/g)?.length !== 100)
      throw new Error(`${answer.status} ${text.slice(0, 1000)}`);
    return /<[^>]*\?([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
  };
  const next = await Promise.all(tokens.map((token) => ask(token, WINDOW)));
  const measuring = (page: string, queryOf: (at: number) => string): Contender => ({
    name: `${page} ${name}`,
    async measure() {
      const before = process.cpuUsage();
      for (let at = 0; at < REQUESTS; at++)
        await ask(tokens[at % tokens.length] ?? '', queryOf(at % tokens.length));
      const { user, system } = process.cpuUsage(before);
      return { cpu: (user + system) / 1000 / (REQUESTS / 1000) };
    },
  });
  return [measuring('first 100', () => WINDOW), measuring('next 100', (at) => next[at] ?? '')];
}
