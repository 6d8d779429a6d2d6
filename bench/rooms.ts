/**
 * What it takes to come into a room: the time until everybody is seen, where it goes, what is said, and what a person
 * costs the server. Each figure is written as it comes; everything that is waited for is named and comes to an end.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';
import { FLAGS, findChromium } from '../test/support/chromium.ts';
import { median } from './measure.ts';
import { aims, table } from './report.ts';
import { ENGINES, type Engine, type RoomServer } from './room-engines.ts';
import { RoomGuest } from './room-guest.ts';
import { newRoom } from './room-links.ts';
import { newPage, STEPS, type Step, visited } from './room-visit.ts';

const ROUNDS = { warmUp: 2, counted: 7 };

/** Those who only listen to the room's stream, for what a person costs the server. */
const LISTENERS = 40;

/** Milliseconds: until what has begun has settled, and for how long it is watched then. */
const SETTLED = 3_000;
const WATCHED = 15_000;

interface Came {
  readonly steps: Readonly<Partial<Record<Step, number>>>;
  /** Posts to signal.php of all, and messages of the newcomer's own socket, until nothing more is said. */
  readonly said: number;
}

/** Milliseconds of processor time a second, and megabytes. */
interface Cost {
  readonly cpu: number;
  readonly memory: number;
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

async function measured(engine: Engine, browser: Browser): Promise<string> {
  const { name, people, aim } = engine;
  const tell = (text: string) => console.log(`${name}, ${people} people: ${text}`);
  await using server = await engine.start();
  // Before all else: a process keeps the memory that it has once had.
  const carried = await costOfCarrying(server, people, browser);
  if (carried) tell(`somebody with a picture costs LiveKit ${toldCost(carried)}`);
  const came: Came[] = [];
  for (let round = -ROUNDS.warmUp; round < ROUNDS.counted; round++) {
    const one = await comesIn(server, browser, people);
    tell(`${round < 0 ? 'warm-up' : `round ${round + 1}`}: ${toldOf(one)}`);
    if (round >= 0) came.push(one);
  }
  const listener = await costOfListening(server);
  tell(`somebody who listens costs the server ${toldCost(listener)}`);
  const costs = [['the server', listener] as const, ...(carried ? [['LiveKit', carried] as const] : [])];
  const text = report(engine, came, costs);
  if (aim === undefined) return text;
  const found = secondsOf(came, 'all frames');
  return `${text}\n\n${aims([{ what: 'from the link to the last picture', found, atMost: aim, unit: 's' }])}`;
}

function report(
  { name, people }: Engine,
  came: readonly Came[],
  costs: readonly (readonly [what: string, cost: Cost])[],
): string {
  const had = STEPS.filter((step) => came.every(({ steps }) => steps[step] !== undefined));
  const all = came.map(({ steps }) => (steps['all frames'] ?? 0) / 1000);
  return [
    `A room, ${name}: ${people} people with pictures, ${ROUNDS.counted} rounds; medians, s since the link was followed`,
    '',
    table(
      had.map((title) => ({ title, digits: 2 })),
      [[`${name}, ${people} people`, had.map((step) => secondsOf(came, step))]],
    ),
    '',
    table(
      [
        { title: 'at worst, s', digits: 2 },
        { title: 'said a join', digits: 0 },
      ],
      [[`${name}, ${people} people`, [Math.max(...all), median(came.map(({ said }) => said))]]],
    ),
    '',
    table(
      [
        { title: 'CPU ms/s', digits: 2 },
        { title: 'MB', digits: 2 },
      ],
      costs.map(([what, { cpu, memory }]) => [`a person costs ${what}`, [cpu, memory]]),
    ),
  ].join('\n');
}

function secondsOf(came: readonly Came[], step: Step): number {
  return median(came.map(({ steps }) => steps[step] ?? Number.NaN)) / 1000;
}

function toldOf({ steps, said }: Came): string {
  const times = STEPS.flatMap((step) =>
    steps[step] === undefined ? [] : [`${step} ${Math.round(steps[step])}`],
  );
  return `${times.join(', ')} ms; ${said} messages`;
}

function toldCost({ cpu, memory }: Cost): string {
  return `${cpu.toFixed(2)} ms/s of processor time, ${memory.toFixed(2)} MB`;
}

/** Everybody but the last is there with a picture; the last follows their link. */
async function comesIn(server: RoomServer, browser: Browser, people: number): Promise<Came> {
  const links = await newRoom(server.url);
  await using others = await server.fill(links, people - 1, browser);
  const link = await links.guest('Last');
  const { context, page } = await newPage(browser);
  try {
    await pause(SETTLED);
    let posts = 0;
    page.on('request', (asked) => {
      if (asked.url().includes('/signal.php')) posts += 1;
    });
    const before = others.posts();
    const { steps, messages } = await visited(page, link, people - 1);
    return { steps, said: messages + posts + others.posts() - before };
  } finally {
    await context.close();
  }
}

/** What one costs who listens to a room of many. */
async function costOfListening(server: RoomServer): Promise<Cost> {
  const links = await newRoom(server.url);
  const host = await RoomGuest.comes(server.url, links.host);
  const idle = await perSecond(() => server.cpu());
  const before = server.memory();
  const listeners: RoomGuest[] = [];
  for (let at = 0; at < LISTENERS; at++) {
    listeners.push(await RoomGuest.comes(server.url, await links.guest(`Listener ${at}`)));
  }
  await pause(SETTLED);
  const busy = await perSecond(() => server.cpu());
  const memory = server.memory() - before;
  for (const one of [host, ...listeners]) one.leaves();
  return { cpu: (busy - idle) / LISTENERS, memory: memory / LISTENERS };
}

/** What one costs the process that carries, who sends a picture and is sent those of all others. */
async function costOfCarrying(
  server: RoomServer,
  people: number,
  browser: Browser,
): Promise<Cost | undefined> {
  const { carrier } = server;
  if (!carrier) return undefined;
  const idle = await perSecond(carrier.cpu);
  const before = carrier.memory();
  const links = await newRoom(server.url);
  await using _ = await server.fill(links, people, browser);
  await pause(SETTLED);
  const busy = await perSecond(carrier.cpu);
  return { cpu: (busy - idle) / people, memory: (carrier.memory() - before) / people };
}

/** Milliseconds of processor time a second. */
async function perSecond(cpu: () => number | Promise<number>): Promise<number> {
  const before = await cpu();
  await pause(WATCHED);
  return ((await cpu()) - before) / (WATCHED / 1000);
}
