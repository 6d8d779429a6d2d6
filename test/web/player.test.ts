import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page as BrowserPage } from 'playwright-core';
import type { PlayerPage } from '../../src/browser/pages/recording-page.ts';
import { amountOfBytes, clockTime } from '../../web/playback/amounts.ts';
import { placeInHash } from '../../web/playback/place-in-hash.ts';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { MINUTE, SAMPLES } from './samples.ts';

/** A recording is watched: by the mouse, by the keys, by links to a place in it, and without scripts. */

const PLAYER: PlayerPage = {
  ...(SAMPLES.recording?.content as PlayerPage),
  duration: 60,
  play: { url: MINUTE, mediaType: 'video/webm', width: 64, height: 36 },
  chapters: [
    { at: 5000, kind: 'joined', title: 'Ada' },
    { at: 30_000, kind: 'chat', title: 'Bo: Hello' },
  ],
};

describeInBrowser('A recording', (browser) => {
  let server: PageServer;
  before(async () => {
    server = await startPageServer();
  });
  after(() => server[Symbol.asyncDispose]());

  interface Watching {
    readonly more?: Partial<PlayerPage>;
    readonly hash?: string;
  }

  async function watches(visit: Visit, { more = {}, hash = '' }: Watching = {}): Promise<BrowserPage> {
    server.page = { content: { ...PLAYER, ...more } };
    await visit.page.goto(`${server.url}/${hash}`);
    await takenOver(visit.page);
    await visit.page.locator('.controls').waitFor({ state: 'attached' });
    return visit.page;
  }

  /** Resolves when it is at that place, such as `0:30`. */
  const comesTo = (page: BrowserPage, place: string) =>
    page.locator(`.seek-bar input[aria-valuetext^="${place} "]`).waitFor({ state: 'attached' });

  const button = (page: BrowserPage, name: string) =>
    page.getByRole('region', { name: 'Playback' }).getByRole('button', { name, exact: true });

  test('plays, pauses, and says how far it is', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit);
    await page.locator('.begin').click();
    await comesTo(page, '0:01');
    await page.keyboard.press('k');
    await button(page, 'Play').waitFor({ state: 'attached' });
    assert.match((await page.locator('.player-time').textContent()) ?? '', /^0:0\d \/ 1:00$/);
    assert.deepEqual(visit.complaints, []);
  });

  test('is driven by keys, which a field keeps to itself', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit);
    for (const [key, place] of [
      ['5', '0:30'],
      ['ArrowLeft', '0:25'],
      ['j', '0:15'],
      ['l', '0:25'],
      ['ArrowRight', '0:30'],
      ['Home', '0:00'],
      ['9', '0:54'],
    ] as const) {
      await page.keyboard.press(key);
      await comesTo(page, place);
    }
    await page.keyboard.press('m');
    await button(page, 'Unmute').waitFor({ state: 'attached' });
    const speed = page.getByRole('combobox', { name: 'Speed' });
    await page.keyboard.press('>');
    await speed.and(page.locator(':has(option[value="1.25"]:checked)')).waitFor();
    await speed.focus();
    await page.keyboard.press('1');
    await comesTo(page, '0:54');
    // A button that has the focus does what it says, once.
    await button(page, 'Back 10 seconds').focus();
    await page.keyboard.press('Space');
    await comesTo(page, '0:44');
    await page.getByRole('slider', { name: 'Place in the recording' }).focus();
    await page.keyboard.press('ArrowLeft');
    await comesTo(page, '0:39');
  });

  test('begins where its link says, and follows the address', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit, { hash: '#t=42' });
    await comesTo(page, '0:42');
    await page.evaluate('location.hash = "#t=0m7s"');
    await comesTo(page, '0:07');
  });

  test('leads to what happened when, and shows what happens now', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit);
    await page.getByRole('link', { name: 'Bo: Hello' }).click();
    await comesTo(page, '0:30');
    await page.locator('.chapter[aria-current="true"]', { hasText: 'Bo: Hello' }).waitFor();
    assert.equal(new URL(page.url()).hash, '#t=30');
  });

  test('is read beside it, searched, and gone to by the mouse and by the keys', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit);
    const panel = page.getByRole('region', { name: 'Transcript' });
    await panel.getByRole('link', { name: /at place 11,/ }).click();
    await comesTo(page, '0:40');
    await panel.locator('[aria-current="true"]', { hasText: 'at place 11,' }).waitFor();
    // The one that was reached is a step of Tab; the arrows lead on.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await comesTo(page, '0:44');
    const search = panel.getByRole('searchbox', { name: 'Search what is said' });
    await search.fill('NUMBERS</b>');
    await panel.getByRole('status').getByText('One place').waitFor();
    assert.equal(await panel.locator('mark').textContent(), 'numbers</b>');
    assert.equal(await panel.getByRole('link').count(), 3, 'what was found, and the two files');
    await search.press('Tab');
    await page.keyboard.press('Enter');
    await comesTo(page, '0:28');
    await search.fill('k(');
    await panel.getByText('Nobody says that.').waitFor();
    await comesTo(page, '0:28');
    assert.deepEqual(visit.complaints, []);
  });

  test('goes on where its viewer stopped, or from its beginning if they want', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit);
    await page.keyboard.press('5');
    await page.keyboard.press('k');
    await comesTo(page, '0:31');
    await page.keyboard.press('k');
    await button(page, 'Play').waitFor({ state: 'attached' });
    await page.reload();
    await page.getByText(/^Goes on at 0:3\d/).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await comesTo(page, '0:00');
  });

  test('shows the part alone that its host shows', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit, {
      more: { play: { ...PLAYER.play, url: MINUTE, mediaType: 'video/webm', from: 20, to: 40 } },
    });
    await page.keyboard.press('5');
    await comesTo(page, '0:10');
    await page.getByRole('link', { name: 'Bo: Hello' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Ada joined' }).count(), 0);
    assert.match((await page.locator('.player-time').textContent()) ?? '', / \/ 0:20$/);
    await page.keyboard.press('k');
    await page.keyboard.press('End');
    await button(page, 'Play').waitFor({ state: 'attached' });
    assert.equal(await page.evaluate('Math.round(document.querySelector("video").currentTime)'), 40);
  });

  test('leads on at its end where its host says so', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit, { more: { end: '/done' } });
    await page.keyboard.press('k');
    await comesTo(page, '0:01');
    await page.keyboard.press('End');
    await page.waitForURL('**/done');
  });

  test('says that it cannot be played, and tries again', async () => {
    await using visit = await browser.visit();
    const page = await watches(visit, { more: { play: { url: '/gone.webm', mediaType: 'video/webm' } } });
    await page.getByRole('alert').getByText('The recording cannot be played here.').waitFor();
    await page.route('**/gone.webm', (route) =>
      route.fulfill({ status: 301, headers: { Location: `${server.url}${MINUTE}` } }),
    );
    await page.getByRole('button', { name: 'Try again' }).click();
    await comesTo(page, '0:01');
  });

  test('is played by the browser itself where there are no scripts', async () => {
    await using visit = await browser.visit({ javaScriptEnabled: false });
    server.page = { content: PLAYER };
    await visit.page.goto(server.url);
    assert.equal(await visit.page.locator('video[controls]').getAttribute('src'), MINUTE);
    assert.equal(await visit.page.locator('.controls').count(), 0);
  });
});

describe('Of a recording', () => {
  test('a place in an address is read in the forms that people know', () => {
    const places = { '#t=65': 65, '#t=1:05': 65, '#t=1h2m3s': 3723, '#t=90s': 90, '#t=1:01:01': 3661 };
    for (const [hash, at] of Object.entries(places)) assert.equal(placeInHash(hash), at, hash);
    for (const hash of ['', '#t=', '#main', '#t=abc', '#t=hms', '#t=1..2:']) {
      assert.equal(placeInHash(hash), undefined, hash);
    }
  });

  test('times and sizes are written as people read them', () => {
    assert.deepEqual([0, 7.9, 754, 3723].map(clockTime), ['0:00', '0:07', '12:34', '1:02:03']);
    assert.deepEqual(
      [0, 999, 1000, 48_300_000, 999_600_000, 1_240_000_000].map((bytes) => amountOfBytes(bytes, 'en')),
      ['0 B', '999 B', '1 kB', '48 MB', '1 GB', '1.2 GB'],
    );
  });
});
