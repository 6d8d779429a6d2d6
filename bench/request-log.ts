/** What the request log costs a call, and what reading it costs when it is large. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../src/clock.ts';
import { openDatabase } from '../src/database/database.ts';
import type { EntryFilter } from '../src/request-log/log-query.ts';
import { openRequestLog, type RequestLog } from '../src/request-log/request-log.ts';
import { defaultSettings } from '../src/settings.ts';
import { loaded } from './calls.ts';
import { type Contender, cpuOf, inTurn, numbered, type Rounds } from './measure.ts';
import { HOST, message, post } from './messages.ts';
import { startClient, startServer, stayAwake, temporaryFolder } from './processes.ts';
import { aims, cpuTable, table } from './report.ts';

const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

const BARE = 'bare node:http';
const WITHOUT = 'GetUser, no log (--log-entries 0)';
const WITH = 'GetUser, logged';
const BODIES = 'GetUser, logged, its site keeps bodies';

export async function requestLog(): Promise<string> {
  return `${await costOfACall()}\n\n${await costOfReading()}`;
}

async function costOfACall(): Promise<string> {
  await using started = new AsyncDisposableStack();
  started.use(stayAwake());
  const client = started.use(startClient());
  const parlance = async (...args: string[]) =>
    started.use(await startServer('src/main.ts', ['serve', '--demo', '--port', '0', ...args]));
  const without = await parlance('--log-entries', '0');
  const logged = await parlance('--log-bodies', '0');
  const bodies = await parlance();
  const getUser = message(HOST, 'user.GetUser', '<webExId>hostid</webExId>');
  const recorded = join(started.use(temporaryFolder()).path, 'answer.json');
  writeFileSync(recorded, JSON.stringify(await post(logged.url, getUser)));
  const bare = started.use(await startServer('bench/servers/bare-http.ts', [recorded]));
  const contenders = [
    loaded(BARE, client, bare, getUser),
    loaded(WITHOUT, client, without, getUser),
    loaded(WITH, client, logged, getUser),
    loaded(BODIES, client, bodies, getUser),
  ];
  const measured = await inTurn(contenders, ROUNDS);
  return [
    'A call with the request log and without it, by password; all threads of the server',
    '',
    table(
      [
        { title: 'requests/s', digits: 0 },
        { title: 'CPU ms/1,000', digits: 1 },
        { title: 'rate to bare', digits: 2 },
        { title: 'rate to no log', digits: 2 },
        { title: 'CPU to no log', digits: 2 },
      ],
      contenders.map(({ name }) => [
        name,
        [
          measured.of(name, 'rate'),
          measured.of(name, 'cpu'),
          measured.ratio(name, BARE, 'rate'),
          measured.ratio(name, WITHOUT, 'rate'),
          measured.ratio(name, WITHOUT, 'cpu'),
        ],
      ]),
    ),
    '',
    aims([
      {
        what: 'GetUser, logged, rate to bare node:http',
        found: measured.ratio(WITH, BARE, 'rate'),
        atLeast: 0.6,
        leastThatWillDo: 0.4,
      },
    ]),
  ].join('\n');
}

const SMALL = 1_000;
const LARGE = 1_000_000;
const PAGES = 100;
const OPERATIONS = ['GetUser', 'LstsummaryMeeting', 'CreateMeeting', 'GetSessionInfo', 'SetUser'];

const READINGS: readonly { readonly name: string; readonly filter: EntryFilter }[] = [
  { name: 'first page', filter: {} },
  { name: 'an operation', filter: { operations: ['CreateMeeting'] } },
  { name: 'refused of a caller', filter: { callers: ['user7'], results: ['refused'] } },
  { name: 'all that was refused', filter: { results: ['refused', 'fault'] } },
  { name: 'a window of time', filter: { from: 100, to: 900 } },
];

async function costOfReading(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const logs = [
    { name: '1,000', log: await filled(started, join(folder, 'small.db'), SMALL) },
    { name: '1,000,000', log: await filled(started, join(folder, 'large.db'), LARGE) },
  ];
  const contenders = READINGS.flatMap(({ name, filter }) =>
    logs.map(({ name: size, log }) => reading(`${name} of ${size}`, log, filter)),
  );
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `A page of 50 of the request log, with its thread; ${ROUNDS.counted} rounds of ${PAGES} pages, in turn`,
    '',
    cpuTable(contenders, measured),
    '',
    aims(
      READINGS.map(({ name }) => ({
        what: `CPU of ${name}, 1,000,000 entries to 1,000`,
        found: measured.ratio(`${name} of 1,000,000`, `${name} of 1,000`, 'cpu'),
        atMost: 1.3,
      })),
    ),
  ].join('\n');
}

async function filled(started: AsyncDisposableStack, file: string, entries: number): Promise<RequestLog> {
  const database = started.use(await openDatabase('sqlite::memory:'));
  const log = openRequestLog({
    settings: defaultSettings({ logEntries: LARGE * 2 }),
    database,
    // Everything is as new as it says.
    clock: { ...systemClock, now: () => 0 },
    file,
    nextId: () => 'bench',
    report: (error) => {
      throw error;
    },
  });
  started.defer(() => log.close());
  for (let at = 0; at < entries; at++) {
    log.note({
      at,
      id: `bench000-${at.toString(36)}`,
      face: at % 10 === 0 ? 'page' : 'xml',
      operation: OPERATIONS[at % OPERATIONS.length],
      site: 1,
      // As many of each caller in both logs as fill a page.
      caller: `user${at % (entries / 100)}`,
      address: '192.0.2.1',
      result: at % 3 === 0 ? 'refused' : 'ok',
      ms: 1,
      bytesIn: 500,
      bytesOut: 2_000,
      hints: 0,
    });
    if (at % 2_000 === 1_999) await log.flush();
  }
  await log.flush();
  if (log.dropped > 0) throw new Error(`${log.dropped} entries were dropped`);
  return log;
}

function reading(name: string, log: RequestLog, filter: EntryFilter): Contender {
  return {
    name,
    measure: () => cpuOf(numbered(PAGES), () => log.list({ site: 1 }, filter, undefined, 50)),
  };
}
