/** What PostgreSQL costs beside the embedded database, and what a second node on it brings. */
import { startPostgres } from '../test/support/postgres.ts';
import { loaded } from './calls.ts';
import { type Contender, inTurn, type Rounds } from './measure.ts';
import { HOST, message } from './messages.ts';
import {
  type Client,
  type ServerProcess,
  startClient,
  startParlance,
  startServer,
  stayAwake,
} from './processes.ts';
import { aims, table } from './report.ts';

const ROUNDS: Rounds = { warmUp: 2, counted: 9 };
const EMBEDDED = 'embedded';
const ONE = 'PostgreSQL, one node';
const TWO = 'PostgreSQL, two nodes';

export async function nodes(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const postgres = await startPostgres();
  if ('reason' in postgres) return `nodes: PostgreSQL could not be started: ${postgres.reason}`;
  started.defer(() => postgres.stop());
  started.use(stayAwake());
  const clients = [started.use(startClient()), started.use(startClient())] as const;
  const embedded = started.use(await startParlance());
  // One after the other: the first makes the tables and founds the demo.
  const first = started.use(await startNode(postgres.url, ['--demo']));
  const second = started.use(await startNode(postgres.url, []));

  const getUser = message(HOST, 'user.GetUser', '<webExId>hostid</webExId>');
  const contenders = [
    loaded(EMBEDDED, clients[0], embedded, getUser),
    loaded(ONE, clients[0], first, getUser),
    together(TWO, clients, [first, second], getUser),
  ];
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `GetUser by password on PostgreSQL: 16 connections (8 to each of two nodes); ${ROUNDS.counted} rounds of 1 s each, in turn`,
    '',
    table(
      [
        { title: 'requests/s', digits: 0 },
        { title: 'CPU ms/1,000', digits: 1 },
        { title: 'rate to embed.', digits: 2 },
        { title: 'rate to one', digits: 2 },
      ],
      contenders.map(({ name }) => [
        name,
        [
          measured.of(name, 'rate'),
          measured.of(name, 'cpu'),
          measured.ratio(name, EMBEDDED, 'rate'),
          name === EMBEDDED ? undefined : measured.ratio(name, ONE, 'rate'),
        ],
      ]),
    ),
    '',
    aims([
      {
        what: 'GetUser on one node on PostgreSQL, rate to embedded',
        found: measured.ratio(ONE, EMBEDDED, 'rate'),
        atLeast: 0.4,
      },
    ]),
  ].join('\n');
}

function startNode(database: string, demo: readonly string[]): Promise<ServerProcess> {
  const secret = 'the key that both nodes of the benchmark share';
  return startServer('src/main.ts', [
    'serve',
    ...demo,
    '--port',
    '0',
    '--database',
    database,
    '--secret',
    secret,
  ]);
}

/** Two servers at the same time, each with a client and half of the connections. */
function together(
  name: string,
  clients: readonly [Client, Client],
  servers: readonly [ServerProcess, ServerProcess],
  text: string,
): Contender {
  const halves = servers.map((server, at) => loaded(name, clients[at] ?? clients[0], server, text, 8));
  return {
    name,
    async measure() {
      const samples = await Promise.all(halves.map((half) => half.measure()));
      const sum = (key: string) => samples.reduce((total, sample) => total + (sample[key] ?? 0), 0);
      return { rate: sum('rate'), cpu: sum('cpu') / samples.length };
    },
  };
}
