/** What a page of recordings by REST costs on a large site and on a small one: processor time, without the network. */
import { type BigRecordings, bigRecordings, EACH, FIRST } from './big-recordings.ts';
import { type Contender, cpuOf, inTurn, numbered, type Rounds } from './measure.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';
import { restPages } from './rest-pages.ts';

const SMALL = 10_000;
const LARGE = 1_000_000;

const REQUESTS = 100;
const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

/** The days after the first; in both sites they are full of recordings. */
const WINDOW = `from=${new Date(FIRST).toISOString()}&to=${new Date(FIRST + 9_000 * EACH).toISOString()}`;

const LISTS = {
  'the site, first 100': { path: `admin/recordings?${WINDOW}&max=100`, rows: 100, follows: false },
  'the site, next 100': { path: `admin/recordings?${WINDOW}&max=100`, rows: 100, follows: true },
  'a host, first 20': {
    path: `recordings?${WINDOW}&max=20&hostEmail=hostid@acme.com`,
    rows: 1,
    follows: false,
  },
} as const;

export async function restRecordings(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const small = started.use(await bigRecordings(folder, SMALL));
  const large = started.use(await bigRecordings(folder, LARGE));
  const contenders = [
    ...(await listing(started, 'of 10,000', small)),
    ...(await listing(started, 'of 1,000,000', large)),
  ];
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `Pages of recordings by REST, the server and its client in one process; ${ROUNDS.counted} rounds of ${REQUESTS} requests each, in turn`,
    '',
    cpuTable(contenders, measured),
    '',
    aims(
      Object.keys(LISTS).map((list) => ({
        what: `CPU of ${list}, 1,000,000 recordings to 10,000`,
        found: measured.ratio(`${list} of 1,000,000`, `${list} of 10,000`, 'cpu'),
        atMost: 1.3,
      })),
    ),
  ].join('\n');
}

async function listing(
  started: AsyncDisposableStack,
  name: string,
  { context }: BigRecordings,
): Promise<Contender[]> {
  const askFor = await restPages(started, context);
  const admin = await context.accounts.required(await context.sites.required('acme'), 'admin');
  const chosen = { name: 'bench', scopes: ['meeting:admin_recordings_read'], days: 1 };
  const { token } = await context.apiTokens.createPersonal(admin, chosen);
  const ask = async (target: string, rows: number) => {
    const { text, next } = await askFor(target, token);
    if ((text.match(/"topic"/g)?.length ?? 0) < rows) throw new Error(text.slice(0, 1000));
    return next;
  };
  const contenders: Contender[] = [];
  for (const [list, { path, rows, follows }] of Object.entries(LISTS)) {
    const asked = follows ? await ask(path, rows) : path;
    contenders.push({
      name: `${list} ${name}`,
      measure: () => cpuOf(numbered(REQUESTS), () => ask(asked, rows)),
    });
  }
  return contenders;
}
