import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Page as BrowserPage } from 'playwright-core';
import type { Page } from '../../src/browser/pages/page-data.ts';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { isWhole, sampled } from '../support/corpora.ts';
import { ROOT } from '../support/process.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { roomOf } from './rooms.ts';
import { SYNTHETIC_PEERS } from './synthetic-peers.ts';

/** The room with few and with many people, on every kind of screen; pictures of it are there to be looked at. */

const LOOKS = [
  { look: 'desktop', width: 1280, height: 800, colorScheme: 'light' },
  { look: 'dark', width: 1280, height: 800, colorScheme: 'dark' },
  { look: 'phone', width: 390, height: 844, colorScheme: 'light' },
  { look: 'phone-lying', width: 844, height: 390, colorScheme: 'dark' },
  { look: 'tablet', width: 820, height: 1180, colorScheme: 'light' },
] as const;

interface Scene {
  readonly name: string;
  readonly page: Page;
  /** Buttons that are pressed one after the other. */
  readonly press?: readonly string[];
  /** What the last of them opens is loaded then. */
  readonly opensDialog?: boolean;
  /** How many tiles a desk shows at once. */
  readonly tiles: number;
}

const SCENES: readonly Scene[] = [
  { name: '1', page: roomOf(1), tiles: 1 },
  { name: '2', page: roomOf(2, { pictures: 1 }), tiles: 2 },
  { name: '4', page: roomOf(4, { pictures: 3, hands: [2] }), tiles: 4 },
  { name: '9', page: roomOf(9, { pictures: 3 }), tiles: 9 },
  { name: '25', page: roomOf(25, { pictures: 4 }), tiles: 25 },
  { name: '60', page: roomOf(60), tiles: 49 },
  { name: 'share', page: roomOf(5, { pictures: 3, shares: 2 }), tiles: 5 },
  { name: 'own-share', page: roomOf(3, { pictures: 2, shares: 0 }), tiles: 3 },
  { name: 'sound-only', page: roomOf(4, { pictures: 3 }), press: ['More', 'Sound only'], tiles: 4 },
  { name: 'speaker', page: roomOf(6, { pictures: 4 }), press: ['More', 'Speaker in front'], tiles: 6 },
  {
    name: 'waiting',
    page: roomOf(3, { pictures: 2, waiting: [{ id: 'w', name: 'Gus Guest' }] }),
    tiles: 3,
  },
  { name: 'people', page: roomOf(6, { pictures: 3 }), press: ['People'], tiles: 6 },
  { name: 'chat', page: roomOf(4, { pictures: 3 }), press: ['Chat'], tiles: 4 },
  { name: 'more', page: roomOf(4, { pictures: 3 }), press: ['More'], tiles: 4 },
  {
    name: 'keys',
    page: roomOf(4, { pictures: 3 }),
    press: ['More', 'Keyboard shortcuts'],
    opensDialog: true,
    tiles: 4,
  },
  {
    name: 'settings',
    page: roomOf(4, { pictures: 3 }),
    press: ['More', 'Settings'],
    opensDialog: true,
    tiles: 4,
  },
  {
    name: 'end',
    page: roomOf(4, { pictures: 3 }),
    press: ['Leave', 'End for everyone'],
    opensDialog: true,
    tiles: 4,
  },
];

const FOLDER = join(ROOT, 'screenshots/room');

/** CI makes one picture of each scene, its look by turns, and `PARLANCE_TEST_PICTURES=all` makes them all. */
function isPictured(turn: number, look: string): boolean {
  if (process.env.PARLANCE_TEST_PICTURES === 'all') return true;
  return isWhole && LOOKS[turn % LOOKS.length]?.look === look;
}

describeInBrowser('The room', (browser) => {
  let server: PageServer;
  let visit: Visit;
  before(async () => {
    server = await startPageServer();
    await mkdir(FOLDER, { recursive: true });
    visit = await browser.visit({ timezoneId: 'Europe/Berlin', locale: 'en-US', reducedMotion: 'reduce' });
    await visit.page.addInitScript(axe.source);
    await visit.page.addInitScript(SYNTHETIC_PEERS);
    await visit.page.addInitScript('localStorage.clear()');
  });
  after(async () => {
    await visit[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  for (const [turn, scene] of sampled(SCENES, 3).entries()) {
    test(`can be used by all: ${scene.name}`, async () => {
      const { page } = visit;
      await page.setViewportSize({ width: 1280, height: 800 });
      server.page = scene.page;
      await page.goto(`${server.url}/`);
      await takenOver(page);
      for (const name of scene.press ?? []) await page.getByRole('button', { name, exact: true }).click();
      if (scene.opensDialog) await page.getByRole('dialog').waitFor();
      await page.locator('.panel').getByText('One moment…').waitFor({ state: 'detached' });
      await page.evaluate(LAID_OUT);
      assert.equal(await page.locator('.tile').count(), scene.tiles);
      for (const { look, width, height, colorScheme } of sampled(LOOKS, 3, turn)) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await page.evaluate(LAID_OUT);
        if (isPictured(turn, look)) {
          await drawn(page);
          await page.screenshot({ path: join(FOLDER, `${scene.name}-${look}.png`) });
        }
        assert.deepEqual(await offences(page), [], look);
        assert.equal(await page.evaluate(OVERFLOW), '0 0', `${look}: it is larger than the screen`);
        assert.deepEqual(await page.evaluate(OUTSIDE), [], `${look}: tiles are outside of the stage`);
      }
      await page.setViewportSize({ width: 320, height: 568 });
      assert.equal(await page.evaluate(OVERFLOW), '0 0', 'it is larger than the smallest screen');
      assert.deepEqual(visit.complaints, []);
    });
  }
});

/** The stage measures itself, and lays its tiles anew. */
const LAID_OUT = `new Promise((resolve) => {
  let left = 4;
  const next = () => (left-- === 0 ? resolve() : requestAnimationFrame(next));
  next();
})`;

/** Every picture that is shown has a frame. */
async function drawn(page: BrowserPage): Promise<void> {
  await page.waitForFunction(
    `[...document.querySelectorAll('.stage video')].every(({ readyState }) => readyState >= 2)`,
  );
}

/** The room scrolls in its parts alone. */
const OVERFLOW = `(() => {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  return (scrollWidth - clientWidth) + ' ' + (scrollHeight - clientHeight);
})()`;

const OUTSIDE = `(() => {
  const stage = document.querySelector('.stage').getBoundingClientRect();
  return [...document.querySelectorAll('.tile')]
    .map((tile) => ({ id: tile.dataset.person, box: tile.getBoundingClientRect() }))
    .filter(({ box }) =>
      box.width < 40 || box.left < stage.left - 1 || box.right > stage.right + 1 || box.bottom > stage.bottom + 1)
    .map(({ id }) => id);
})()`;

/** What axe-core calls serious or critical. */
function offences(page: BrowserPage): Promise<string[]> {
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + failureSummary)))`);
}
