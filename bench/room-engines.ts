/** The engines that carry a room, each with the others who are in it already and show a picture. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { LIVEKIT_KEY, liveKitBinary, startLiveKit } from '../test/support/livekit.ts';
import { inTime } from './in-time.ts';
import type { PictureOrder } from './pictures-process.ts';
import { cpuOf, ended, memoryOf, type ServerProcess, startParlance, startServer } from './processes.ts';
import { RoomGuest } from './room-guest.ts';
import type { RoomLinks } from './room-links.ts';
import { newPage } from './room-visit.ts';

/** Milliseconds until somebody's picture is there. */
const PATIENCE = 15_000;

export interface Engine {
  readonly name: string;
  readonly people: number;
  /** Seconds to the last of all pictures. */
  readonly aim?: number;
  start(): Promise<RoomServer>;
}

export interface RoomServer extends ServerProcess {
  /** What carries sound and picture, where it is a process of its own. */
  readonly carrier?: { cpu(): number; memory(): number };
  /** Fills a room. Whoever has come is gone when it is disposed of. */
  fill(links: RoomLinks, others: number, browser: Browser): Promise<Filled>;
}

export interface Filled extends AsyncDisposable {
  /** Posts of the others to signal.php from now on. */
  posts(): number;
}

export const ENGINES: readonly Engine[] = [
  { name: 'embedded', people: 2, aim: 1, start: embedded },
  ...(liveKitBinary === undefined ? [] : besideLiveKit(liveKitBinary)),
];

function besideLiveKit(binary: string): readonly Engine[] {
  const start = () => liveKit(binary);
  return [
    { name: 'LiveKit', people: 2, start },
    { name: 'LiveKit', people: 8, aim: 1.5, start },
  ];
}

/** From browser to browser: the other one is a page too. */
async function embedded(): Promise<RoomServer> {
  const server = await startParlance();
  return {
    ...server,
    async fill(links, others, browser) {
      await using open = new AsyncDisposableStack();
      let posts = 0;
      for (let at = 0; at < others; at++) {
        const { context, page } = await newPage(browser);
        open.defer(() => context.close());
        page.on('request', (asked) => {
          if (asked.url().includes('/signal.php')) posts += 1;
        });
        await page.goto(at === 0 ? links.host : await links.guest(`Guest ${at}`));
        await page.locator('.bar-button.of-camera').click();
        await page.locator('.bar-button.of-camera:not(.off)').waitFor();
        await page.locator('.tiles video').first().waitFor();
      }
      posts = 0;
      const kept = open.move();
      return { posts: () => posts, [Symbol.asyncDispose]: () => kept.disposeAsync() };
    },
  };
}

/** The others are people without a browser: seven browsers more would measure themselves, on two cores. */
async function liveKit(binary: string): Promise<RoomServer> {
  await using open = new AsyncDisposableStack();
  const node = open.use(await startLiveKit(binary));
  const flags = ['--media', `livekit+${node.url}`, '--livekit-key', LIVEKIT_KEY];
  const secret = ['--livekit-secret', node.secret];
  const args = ['serve', '--demo', '--port', '0', ...flags, ...secret];
  const server = open.use(await startServer('src/main.ts', args));
  const kept = open.move();
  return {
    ...server,
    carrier: { cpu: () => cpuOf(node.pid), memory: () => memoryOf(node.pid) },
    fill: (links, others) => withPictures(server.url, node.url, links, others),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function withPictures(url: string, node: string, links: RoomLinks, others: number): Promise<Filled> {
  await using open = new AsyncDisposableStack();
  const pictures = fork(join(import.meta.dirname, 'pictures-process.ts'), {
    // LiveKit's library writes there what it does.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  open.defer(() => ended(pictures));
  const failed = once(pictures, 'exit').then(([code]) => {
    throw new Error(`the process of the pictures has ended with ${code}`);
  });
  failed.catch(() => {});
  for (let at = 0; at < others; at++) {
    const guest = await RoomGuest.comes(url, at === 0 ? links.host : await links.guest(`Guest ${at}`));
    open.defer(() => guest.leaves());
    const { grant } = guest.media;
    if (grant.engine !== 'livekit') throw new Error(`a guest is let in to ${grant.engine}`);
    await guest.showsPicture();
    const order: PictureOrder = { url: node.replace('http', 'ws'), token: grant.token };
    const shown = once(pictures, 'message');
    pictures.send(order);
    await inTime(`the picture of guest ${at}`, PATIENCE, Promise.race([shown, failed]));
  }
  const kept = open.move();
  return { posts: () => 0, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
