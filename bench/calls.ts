/** What a call costs, beside a bare node:http server that reads the same body and sends the same bytes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Load, NUMBER } from './load.ts';
import { type Contender, inTurn, type Rounds } from './measure.ts';
import { adminOf, HOST, message, post, withTicket } from './messages.ts';
import {
  type Client,
  type ServerProcess,
  startClient,
  startParlance,
  startServer,
  stayAwake,
  temporaryFolder,
} from './processes.ts';
import { aims, table } from './report.ts';

const CONNECTIONS = 16;
const MILLISECONDS = 1_000;
const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

const SUCCESS = '<serv:result>SUCCESS';
const BARE = 'bare node:http';
const PASSWORD = 'GetUser, password';
const TICKET = 'GetUser, session ticket';

export async function calls(): Promise<string> {
  await using started = new AsyncDisposableStack();
  started.use(stayAwake());
  const client = started.use(startClient());
  const parlance = started.use(await startParlance());
  // Of its own, so that what its writing leaves behind burdens no reader.
  const writing = started.use(await startParlance());

  const getUser = message(HOST, 'user.GetUser', '<webExId>hostid</webExId>');
  const ticket = await withTicket(parlance.url, HOST);
  const getUserByTicket = message(ticket, 'user.GetUser', '<webExId>hostid</webExId>');
  const recorded = join(started.use(temporaryFolder()).path, 'answer.json');
  writeFileSync(recorded, JSON.stringify(await post(parlance.url, getUser)));
  const bare = started.use(await startServer('bench/servers/bare-http.ts', [recorded]));
  const fastify = started.use(await startServer('bench/servers/fastify.ts', [recorded]));

  const contenders = [
    loaded(BARE, client, bare, getUser),
    loaded('Fastify, the same', client, fastify, getUser),
    loaded(PASSWORD, client, parlance, getUser),
    loaded(TICKET, client, parlance, getUserByTicket),
    loaded('CreateUser, no password', client, writing, createUser('acme-sso', '')),
    loaded('CreateUser, password', client, writing, createUser('acme', '<password>P@ssword123</password>')),
  ];
  const measured = await inTurn(contenders, ROUNDS);

  return [
    `A call over HTTP: ${CONNECTIONS} connections, kept alive, no pipelining; ${ROUNDS.counted} rounds of ${MILLISECONDS / 1000} s each, in turn`,
    '',
    table(
      [
        { title: 'requests/s', digits: 0 },
        { title: 'CPU ms/1,000', digits: 1 },
        { title: 'rate to bare', digits: 2 },
        { title: 'CPU to bare', digits: 2 },
      ],
      contenders.map(({ name }) => [
        name,
        [
          measured.of(name, 'rate'),
          measured.of(name, 'cpu'),
          measured.ratio(name, BARE, 'rate'),
          measured.ratio(name, BARE, 'cpu'),
        ],
      ]),
    ),
    '',
    aims([
      {
        what: 'GetUser by password, rate to bare node:http',
        found: measured.ratio(PASSWORD, BARE, 'rate'),
        atLeast: 0.6,
        leastThatWillDo: 0.4,
      },
      {
        what: 'CPU of a password to a session ticket',
        found: measured.ratio(PASSWORD, TICKET, 'cpu'),
        atMost: 1.1,
      },
    ]),
  ].join('\n');
}

/** Accounts of a site with single sign-on need no password: what is left is the store's cost. */
function createUser(siteName: string, password: string): string {
  const names = `<firstName>Ben</firstName><lastName>Chmark</lastName><webExId>u${NUMBER}</webExId>`;
  const email = `<email>u${NUMBER}@acme.com</email>`;
  return message(adminOf(siteName), 'user.CreateUser', names + email + password);
}

/** A server under load: its rate, and the processor time that it took for 1,000 requests. */
export function loaded(
  name: string,
  client: Client,
  server: ServerProcess,
  text: string,
  connections = CONNECTIONS,
): Contender {
  return underLoad(name, client, server, { bodies: [Buffer.from(text)], expect: SUCCESS, connections });
}

/** The same of any requests. */
export function underLoad(
  name: string,
  client: Client,
  server: ServerProcess,
  asked: Pick<Load, 'bodies' | 'get' | 'expect'> & { readonly connections?: number },
): Contender {
  const load: Load = { connections: CONNECTIONS, ...asked, url: server.url, milliseconds: MILLISECONDS };
  return {
    name,
    async measure() {
      const before = await server.cpu();
      const { requests, seconds } = await client.load(load);
      const cpu = (await server.cpu()) - before;
      return { rate: requests / seconds, cpu: (cpu / requests) * 1000 };
    },
  };
}
