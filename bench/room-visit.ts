/** The one whose way into a room is measured: a real page, with the moments of its way as it saw them itself. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inTime } from './in-time.ts';

/** Milliseconds until everybody is seen. */
const PATIENCE = 30_000;

/** Until nothing more is said of a join. */
const QUIET = 1_500;

/**
 * Of a page, in their order: the document is there, its scripts have run, the engine's socket is opened, its first answer
 * is there, a connection stands, the first and the last track, the first frame, and one of everybody.
 */
export const STEPS = [
  'document',
  'scripts',
  'asked',
  'joined',
  'connected',
  'track',
  'tracks',
  'first frame',
  'all frames',
] as const;

export type Step = (typeof STEPS)[number];

export interface Visited {
  /** Milliseconds since the link was followed, redirects and all. */
  readonly steps: Readonly<Partial<Record<Step, number>>>;
  /** Messages of its own socket, both ways. */
  readonly messages: number;
}

/** What the page tells: its own clock begins with the document that it ends at. */
interface Seen {
  /** Epoch milliseconds. */
  readonly began: number;
  readonly steps: Readonly<Record<string, number>>;
}

/** Runs before the scripts of the page. What of it an engine does not have stays unsaid. */
const WATCH = `{
  const steps = {};
  const mark = (step) => (steps[step] ??= performance.now());
  const RealSocket = WebSocket;
  window.WebSocket = class extends RealSocket {
    constructor(...given) {
      mark('asked');
      super(...given);
      this.addEventListener('message', () => mark('joined'));
    }
  };
  const RealConnection = RTCPeerConnection;
  window.RTCPeerConnection = class extends RealConnection {
    constructor(...given) {
      super(...given);
      this.addEventListener('connectionstatechange', () => this.connectionState === 'connected' && mark('connected'));
      this.addEventListener('track', ({ track }) => {
        if (track.kind !== 'video') return;
        mark('track');
        steps.tracks = performance.now();
      });
    }
  };
  window.seen = (others) => new Promise((resolve) => {
    const drawn = new Set();
    const watched = new WeakMap();
    const look = () => {
      for (const video of document.querySelectorAll('.tiles video')) {
        if (video.srcObject === null || watched.get(video) === video.srcObject) continue;
        watched.set(video, video.srcObject);
        video.requestVideoFrameCallback(() => {
          drawn.add(video.getAttribute('aria-label'));
          mark('first frame');
          if (drawn.size < others) return;
          mark('all frames');
          const [navigation] = performance.getEntriesByType('navigation');
          resolve({ began: performance.timeOrigin, steps: { document: navigation.responseEnd, scripts: navigation.domContentLoadedEventStart, ...steps } });
        });
      }
      if (drawn.size < others) requestAnimationFrame(look);
    };
    look();
    window.lacking = () => [...document.querySelectorAll('.tiles > li')].map((tile) => tile.innerText.trim() +
      (tile.querySelector('video') ? ' with' : ' without') + ' a picture').join(', ');
  });
}`;

/** Somebody with a profile of their own. */
export async function newPage(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  return { context, page };
}

/** @param others how many others show a picture */
export async function visited(page: Page, link: string, others: number): Promise<Visited> {
  let messages = 0;
  page.on('websocket', (socket) => {
    socket.on('framesent', () => (messages += 1));
    socket.on('framereceived', () => (messages += 1));
  });
  await page.addInitScript(WATCH);
  const followed = performance.timeOrigin + performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  const seen = page.evaluate<Seen>(`window.seen(${others})`);
  const { began, steps } = await inTime(`the pictures of ${others} others`, PATIENCE, seen).catch(
    async (error) => {
      const is = inTime('the page', 2_000, page.evaluate('window.lacking()')).catch(String);
      throw new Error(`${error.message}: there is ${await is}`);
    },
  );
  await page.waitForTimeout(QUIET);
  const late = began - followed;
  const since = Object.entries(steps).map(([step, at]) => [step, at + late]);
  return { steps: Object.fromEntries(since), messages };
}
