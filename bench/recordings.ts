/**
 * What it costs to hand out and to take a recording of 2 GiB, beside `node:http` that does so with the same file; and
 * what memory it takes. A recording is brought on the host's page and fetched by its link, as people and programs do.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buildPages } from '../scripts/build-pages.ts';
import { Visitor } from '../test/browser/visitor.ts';
import { findS3, startS3 } from '../test/support/s3-server.ts';
import { type Contender, inTurn, type Measured } from './measure.ts';
import { HOST, message, post } from './messages.ts';
import { type ServerProcess, startServer, temporaryFolder } from './processes.ts';
import { aims, type Row, table } from './report.ts';

const MEBIBYTE = 1024 * 1024;
const BYTES = 2048 * MEBIBYTE;

/** Nobody can play it, so that it is kept as it comes, and nothing is made of it while something is measured. */
const FILE_NAME = 'large.arf';
const PIECE = Buffer.alloc(MEBIBYTE, 7);
const FIRST = Buffer.from(PIECE);
Buffer.from('01000200', 'hex').copy(FIRST);

const BARE = 'node:http, a file';
const FOLDER = 'Parlance, a folder';
const BUCKET = 'Parlance, a bucket';

const ROUNDS = { warmUp: 1, counted: 3 };

export async function recordings(): Promise<string> {
  // A server that has to build its pages first needs more memory for that than for any recording.
  await buildPages();
  await using open = new AsyncDisposableStack();
  const folder = open.use(temporaryFolder());
  const file = join(folder.path, FILE_NAME);
  await pipeline(Readable.from(content()), createWriteStream(file));
  const bare = open.use(await startServer('bench/servers/bare-file.ts', [file]));
  const parlances = new Map([[FOLDER, open.use(await startParlance(join(folder.path, 'folder')))]]);
  const found = await findS3();
  if ('binary' in found) {
    const s3 = open.use(await startS3(found.binary));
    parlances.set(
      BUCKET,
      open.use(await startParlance(join(folder.path, 'bucket'), await s3.bucket('bench'))),
    );
  }

  const uploads = await inTurn(
    [
      contender(BARE, bare, () => upload(bare.url, '/', [])),
      ...[...parlances].map(([name, server]) => contender(name, server, () => bring(server))),
    ],
    ROUNDS,
  );
  const fetches = await Promise.all(
    [...parlances].map(async ([name, server]) => contender(name, server, await fetching(server))),
  );
  const downloads = await inTurn([contender(BARE, bare, () => download(`${bare.url}/`)), ...fetches], ROUNDS);
  const names = [BARE, ...parlances.keys()];
  const rowsOf = (what: string, measured: Measured): Row[] =>
    names.map((name) => [
      `${what}: ${name}`,
      [
        measured.of(name, 'perCpu'),
        name === BARE ? undefined : measured.ratio(name, BARE, 'perCpu'),
        measured.of(name, 'rate'),
        measured.of(name, 'memory'),
      ],
    ]);
  const peaks = [...parlances].map(([name, server]) => [name, mostMemory(server)] as const);
  return [
    `Recordings: ${BYTES / MEBIBYTE} MiB brought and fetched, one after the other; ${ROUNDS.counted} rounds, in turn`,
    ...('reason' in found ? [`without a bucket: ${found.reason}`] : []),
    '',
    table(
      [
        { title: 'MB/CPU s', digits: 0 },
        { title: 'to node:http', digits: 2 },
        { title: 'MB/s', digits: 0 },
        { title: 'memory, MB', digits: 0 },
      ],
      [...rowsOf('fetched', downloads), ...rowsOf('brought', uploads)],
    ),
    '',
    aims([
      {
        what: 'bytes of a download for a second of CPU, to node:http',
        found: downloads.ratio(FOLDER, BARE, 'perCpu'),
        atLeast: 0.8,
      },
      ...peaks.map(([name, found]) => ({
        what: `the most memory that was ever resident: ${name}`,
        found,
        atMost: 200,
        unit: 'MB',
      })),
    ]),
  ].join('\n');
}

/** As people run it, and on its second start: to found the demo takes memory that is no recording's. */
async function startParlance(data: string, bucket?: string): Promise<ServerProcess> {
  const where = ['--port', '0', '--data', data, ...(bucket === undefined ? [] : ['--recordings', bucket])];
  const first = await startServer('bin/parlance.mjs', ['serve', '--demo', ...where]);
  await first[Symbol.asyncDispose]();
  return startServer('bin/parlance.mjs', ['serve', '--demo', ...where]);
}

/** @param work moves all bytes once */
function contender(name: string, server: ServerProcess, work: () => Promise<void>): Contender {
  return {
    name,
    async measure() {
      const [cpu, began] = [await server.cpu(), performance.now()];
      await work();
      const [seconds, elapsed] = [(await server.cpu()) - cpu, performance.now() - began];
      const megabytes = BYTES / 1e6;
      const perSecond = (milliseconds: number) => (megabytes * 1000) / milliseconds;
      return { perCpu: perSecond(seconds), rate: perSecond(elapsed), memory: server.memory() };
    },
  };
}

function* content(): Generator<Buffer> {
  yield FIRST;
  for (let at = MEBIBYTE; at < BYTES; at += MEBIBYTE) yield PIECE;
}

/** A form with a file, as a browser posts it. */
async function bring(server: ServerProcess): Promise<void> {
  const host = new Visitor(server.url);
  const { body } = await post(server.url, message(HOST, 'user.GetLoginTicket', ''));
  const [, ticket = ''] = /<use:ticket>([^<]+)</.exec(body) ?? [];
  await host.post('/acme/p.php', { AT: 'LI', WID: 'hostid', TK: ticket });
  const { text } = await host.get('/acme/recordings.php');
  const [, token = ''] = /name="FORM" value="([^"]+)"/.exec(text) ?? [];
  const cookies = [['ticket', host.cookie], ...host.cookies].map(([name, value]) => `${name}=${value}`);
  const head = (name: string) => `--bench\r\nContent-Disposition: form-data; name="${name}"`;
  const before = `${head('FORM')}\r\n\r\n${token}\r\n${head('BYTES')}\r\n\r\n${BYTES}\r\n`;
  const around = [`${before}${head('FILE')}; filename="${FILE_NAME}"\r\n\r\n`, '\r\n--bench--\r\n'];
  await upload(
    server.url,
    '/acme/recordings.php',
    around.map((one) => Buffer.from(one)),
    {
      Accept: 'application/json',
      'Content-Type': 'multipart/form-data; boundary=bench',
      Cookie: cookies.join('; '),
    },
  );
}

async function upload(
  url: string,
  path: string,
  [before = Buffer.alloc(0), after = Buffer.alloc(0)]: readonly Buffer[],
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const sent = request(url + path, {
    method: 'POST',
    headers: { ...headers, 'Content-Length': before.length + BYTES + after.length },
  });
  const answered = new Promise<string>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', async (answer) => {
      let text = '';
      for await (const piece of answer) text += piece;
      if ((answer.statusCode ?? 0) < 300) resolve(text);
      else reject(new Error(`${path} has answered ${answer.statusCode}: ${text.slice(0, 200)}`));
    });
  });
  function* body() {
    yield before;
    yield* content();
    yield after;
  }
  await Promise.all([pipeline(Readable.from(body()), sent), answered]);
}

/** By the link that LstRecording tells. */
async function fetching(server: ServerProcess): Promise<() => Promise<void>> {
  const { body } = await post(server.url, message(HOST, 'ep.LstRecording', '<recordName>large</recordName>'));
  const [, link = ''] = /<ep:fileURL>([^<]+)</.exec(body) ?? [];
  return () => download(link.replaceAll('&amp;', '&'));
}

async function download(url: string): Promise<void> {
  const answer = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    request(url, resolve).on('error', reject).end();
  });
  let bytes = 0;
  for await (const piece of answer) bytes += piece.length;
  if (bytes !== BYTES) throw new Error(`${url} has sent ${bytes} bytes`);
}

/** Megabytes that were ever resident. Linux only. */
function mostMemory({ pid }: ServerProcess): number {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
