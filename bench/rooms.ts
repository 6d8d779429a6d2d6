/** What it takes to come into a room: the time to the first frame, what is posted, and what a person costs the server. */
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { Visitor } from '../test/browser/visitor.ts';
import { FLAGS, findChromium } from '../test/support/chromium.ts';
import { LIVEKIT_KEY, liveKitBinary, startLiveKit } from '../test/support/livekit.ts';
import { median } from './measure.ts';
import { HOST, message, post } from './messages.ts';
import { type ServerProcess, startParlance, startServer } from './processes.ts';
import { aims, table } from './report.ts';

const ROUNDS = { warmUp: 2, counted: 7 };

/** Those who only listen to the room's stream, for what a person costs the server; and for how long they are watched. */
const LISTENERS = 40;
const WATCHED = 15_000;

interface Came {
  /** Seconds from following the link to the first frame of somebody else's picture. */
  readonly firstFrame: number;
  /** Posts to signal.php by both, from then on until nothing more is said. */
  readonly posts: number;
}

/** An engine, with as many people as it is tried with: another one is a line in `ENGINES`. */
interface Engine {
  readonly name: string;
  readonly people: number;
  /** Seconds to the first frame that will do. */
  readonly aim: number;
  start(): Promise<ServerProcess>;
}

const ENGINES: readonly Engine[] = [
  { name: 'embedded', people: 2, aim: 1, start: startParlance },
  ...(liveKitBinary === undefined
    ? []
    : [{ name: 'LiveKit', people: 8, aim: 1.5, start: besideLiveKit(liveKitBinary) }]),
];

/** What is measured of the server is Parlance's part alone. */
function besideLiveKit(binary: string): () => Promise<ServerProcess> {
  return async () => {
    const node = await startLiveKit(binary);
    const flags = ['--media', `livekit+${node.url}`, '--livekit-key', LIVEKIT_KEY];
    const server = await startServer('src/main.ts', [
      ...['serve', '--demo', '--port', '0', ...flags],
      ...['--livekit-secret', node.secret],
    ]);
    return {
      ...server,
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]();
        await node[Symbol.asyncDispose]();
      },
    };
  };
}

export async function rooms(): Promise<string> {
  const found = await findChromium();
  if ('reason' in found) return `rooms: ${found.reason}`;
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...FLAGS] });
  try {
    const parts: string[] = [];
    for (const engine of ENGINES) parts.push(await measured(engine, browser));
    return parts.join('\n\n');
  } finally {
    await browser.close();
  }
}

async function measured({ name, people, aim, start }: Engine, browser: Browser): Promise<string> {
  await using server = await start();
  const came: Came[] = [];
  for (let round = -ROUNDS.warmUp; round < ROUNDS.counted; round++) {
    const one = await comesIn(server, browser, people);
    if (round >= 0) came.push(one);
  }
  const each = await costOfOne(server, browser);
  const firstFrame = median(came.map((one) => one.firstFrame));
  return [
    `A room, ${name}: ${people} people with pictures in one browser, ${ROUNDS.counted} rounds; then ${LISTENERS} who listen`,
    '',
    table(
      [
        { title: 'first frame, s', digits: 2 },
        { title: 'at worst, s', digits: 2 },
        { title: 'posts a join', digits: 0 },
        { title: 'CPU ms/s each', digits: 2 },
        { title: 'MB each', digits: 2 },
      ],
      [
        [
          `${name}, ${people} people`,
          [
            firstFrame,
            Math.max(...came.map((one) => one.firstFrame)),
            median(came.map(({ posts }) => posts)),
            each.cpu,
            each.memory,
          ],
        ],
      ],
    ),
    '',
    aims([{ what: 'from the link to the first frame', found: firstFrame, atMost: aim, unit: 's' }]),
  ].join('\n');
}

/** Everybody but the last is there with a picture; the last follows their link. */
async function comesIn(server: ServerProcess, browser: Browser, people: number): Promise<Came> {
  const key = await newMeeting(server);
  await using open = new AsyncDisposableStack();
  let posts = 0;
  const visit = async () => {
    const context = await browser.newContext();
    open.defer(() => context.close());
    const page = await context.newPage();
    page.on('request', (asked) => {
      if (asked.url().includes('/signal.php')) posts += 1;
    });
    return page;
  };
  for (let at = 0; at < people - 1; at++) {
    const page = await visit();
    await page.goto(at === 0 ? await hostLink(server, key) : await joinLink(server, key, `Guest ${at}`));
    await page.locator('.bar-button.of-camera').click();
    await page.locator('.bar-button.of-camera:not(.off)').waitFor();
  }
  const link = await joinLink(server, key, 'Last');
  const last = await visit();
  await pause(500);
  posts = 0;
  const from = performance.now();
  await last.goto(link, { waitUntil: 'commit' });
  await firstFrameOf(last);
  const firstFrame = (performance.now() - from) / 1000;
  await pause(1_500);
  return { firstFrame, posts };
}

function firstFrameOf(page: Page): Promise<void> {
  return page.evaluate<void>(`new Promise((resolve) => {
    const look = () => {
      const video = document.querySelector('.tiles video');
      if (video) video.requestVideoFrameCallback(resolve);
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** Milliseconds of processor time a second, and megabytes, of one who listens to a room of many. */
async function costOfOne(server: ServerProcess, browser: Browser): Promise<{ cpu: number; memory: number }> {
  const key = await newMeeting(server);
  const context = await browser.newContext();
  const host = await context.newPage();
  await host.goto(await hostLink(server, key));
  await host.locator('.tiles').waitFor();
  const idle = await used(server);
  const before = server.memory();
  const streams = [];
  for (let at = 0; at < LISTENERS; at++) streams.push(await listener(server, key, at));
  await pause(2_000);
  const busy = await used(server);
  const memory = server.memory() - before;
  for (const end of streams) end();
  await context.close();
  return { cpu: (busy - idle) / LISTENERS, memory: memory / LISTENERS };
}

/** Milliseconds of processor time a second. */
async function used(server: ServerProcess): Promise<number> {
  const before = await server.cpu();
  await pause(WATCHED);
  return ((await server.cpu()) - before) / (WATCHED / 1000);
}

/** Somebody in the room without a browser. @returns ends their stream */
async function listener(server: ServerProcess, key: string, at: number): Promise<() => void> {
  const visitor = new Visitor(server.url);
  const who = { AN: `Listener ${at}`, AE: `listener${at}@example.com` };
  await visitor.get('/acme/m.php', { AT: 'JM', MK: key, ...who });
  const page = await visitor.get('/acme/room.php', { MK: key });
  const events = /events\.php\?[^"\\]*?PAGE=\d+/.exec(page.text)?.[0];
  if (events === undefined) throw new Error(`a listener is not in the room: ${page.status}`);
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const address = `${server.url}/acme/${events.replaceAll('\\u0026', '&').replaceAll('&amp;', '&')}`;
  const stream = request(address, { headers: { Cookie: cookie } }, (answer) => answer.resume());
  stream.on('error', () => {});
  stream.end();
  return () => stream.destroy();
}

async function newMeeting({ url }: ServerProcess): Promise<string> {
  const content =
    '<metaData><confName>Room</confName></metaData><schedule><startDate>01/01/2035 10:00:00</startDate>' +
    '<duration>30</duration><timeZoneID>20</timeZoneID></schedule>';
  return within((await post(url, message(HOST, 'meeting.CreateMeeting', content))).body, 'meetingkey');
}

async function hostLink({ url }: ServerProcess, key: string): Promise<string> {
  const content = `<sessionKey>${key}</sessionKey>`;
  return within(
    (await post(url, message(HOST, 'meeting.GethosturlMeeting', content))).body,
    'hostMeetingURL',
  );
}

async function joinLink({ url }: ServerProcess, key: string, name: string): Promise<string> {
  const email = `${name.replaceAll(' ', '').toLowerCase()}@example.com`;
  const content =
    `<sessionKey>${key}</sessionKey><attendeeName>${name}</attendeeName>` +
    `<attendeeEmail>${email}</attendeeEmail>`;
  return within(
    (await post(url, message(HOST, 'meeting.GetjoinurlMeeting', content))).body,
    'joinMeetingURL',
  );
}

function within(text: string, element: string): string {
  const found = new RegExp(`<(?:\\w+:)?${element}>([^<]*)<`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no ${element} in:\n${text}`);
  return found.replaceAll('&amp;', '&');
}
