import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import type { Page as BrowserPage } from 'playwright-core';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { isWhole, sampled } from '../support/corpora.ts';
import { ROOT } from '../support/process.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { SAMPLES } from './samples.ts';

/** Every page in three looks: nobody is kept out, nothing complains, and pictures are there to be looked at. */

const LOOKS = [
  { look: 'desktop', width: 1280, height: 800, colorScheme: 'light' },
  { look: 'dark', width: 1280, height: 800, colorScheme: 'dark' },
  { look: 'phone', width: 390, height: 844, colorScheme: 'light' },
] as const;

/** Of the narrowest screen that people still have. */
const NARROWEST = 320;

const FOLDER = join(ROOT, 'screenshots/pages');

/**
 * A picture costs as much as all the rest: CI makes one of each page, its look by turns, and
 * `PARLANCE_TEST_PICTURES=all` makes them all.
 */
function isPictured(turn: number, look: string): boolean {
  if (process.env.PARLANCE_TEST_PICTURES === 'all') return true;
  return isWhole && LOOKS[turn % LOOKS.length]?.look === look;
}

describeInBrowser('Every page', (browser) => {
  let server: PageServer;
  let visit: Visit;
  before(async () => {
    server = await startPageServer();
    await mkdir(FOLDER, { recursive: true });
    visit = await browser.visit({ timezoneId: 'Europe/Berlin', locale: 'en-US', reducedMotion: 'reduce' });
    // By the debugger: the page's own policy lets no such script in.
    await visit.page.addInitScript(axe.source);
  });
  after(async () => {
    await visit[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  for (const [turn, name] of sampled(Object.keys(SAMPLES), 2).entries()) {
    test(`can be used by all, and complains about nothing: ${name}`, async () => {
      const { page } = visit;
      await page.goto(`${server.url}/sample/${name}`);
      await takenOver(page);
      for (const { look, width, height, colorScheme } of sampled(LOOKS, LOOKS.length, turn)) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        if (isPictured(turn, look)) {
          await page.screenshot({ path: join(FOLDER, `${name}-${look}.png`), fullPage: true });
        }
        assert.deepEqual(await offences(page), [], look);
        assert.equal(await page.evaluate(OVERFLOW), 0, `${look}: it is wider than the screen`);
      }
      await page.setViewportSize({ width: NARROWEST, height: 640 });
      assert.equal(await page.evaluate(OVERFLOW), 0, 'it is wider than the narrowest screen');
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      assert.deepEqual(visit.complaints, []);
      assert.deepEqual(
        [...visit.origins].filter((origin) => origin !== 'null'),
        [server.url],
      );
    });
  }

  test('fits the narrowest screen in German, whose words are long', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: NARROWEST, height: 640 });
    const wide: string[] = [];
    for (const name of sampled(Object.keys(SAMPLES), 2)) {
      await page.goto(`${server.url}/sample/${name}?lang=de`, { waitUntil: 'domcontentloaded' });
      assert.equal(await page.evaluate('document.documentElement.lang'), 'de');
      if ((await page.evaluate(OVERFLOW)) !== 0) wide.push(name);
    }
    assert.deepEqual(wide, []);
    visit.complaints.length = 0;
  });

  test('is reached by the keyboard, control by control', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const name of sampled(Object.keys(SAMPLES), 6)) {
      await page.goto(`${server.url}/sample/${name}`);
      await takenOver(page);
      // What is tried on the way in is loaded after the page.
      const prejoin = page.locator('.prejoin');
      if ((await prejoin.count()) > 0) await prejoin.locator('.prejoin-buttons').waitFor();
      if ((await page.locator('.upload').count()) > 0) await page.locator('.chooser').waitFor();
      if ((await page.locator('.player').count()) > 0) {
        await page.locator('.controls').waitFor();
        await page.locator('.player-keys').waitFor();
        await page.getByRole('button', { name: 'Copy link' }).waitFor();
        // So is a transcript.
        await page.waitForLoadState('networkidle');
      }
      if ((await page.locator('.recording-ways').count()) > 0) {
        await page.waitForLoadState('networkidle');
      }
      await page.evaluate(FROM_THE_TOP);
      const controls: number = await page.evaluate(MARK_CONTROLS);
      const reached: string[] = [];
      // A day and a time are several steps each.
      for (let steps = 0; reached.length < controls && steps < controls * STEPS_OF_A_CONTROL; steps++) {
        await page.keyboard.press('Tab');
        const at: string = await page.evaluate('document.activeElement.dataset.control ?? "nothing"');
        if (at !== reached.at(-1)) reached.push(at);
      }
      assert.deepEqual(reached, [...Array(controls).keys()].map(String), name);
    }
  });
});

/** Those of a day: month, day, year, and the calendar. */
const STEPS_OF_A_CONTROL = 4;

/** A page may begin at the field that is wrong. */
const FROM_THE_TOP =
  'document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex")';

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/**
 * Numbers what can be reached, in the order of the document; the buttons of one choice are reached as one, and so is a list
 * that is gone through by the arrows.
 */
const MARK_CONTROLS = `(() => {
  const controls = [...document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea')]
    .filter((control) => control.checkVisibility())
    .filter((control, at, all) => {
      if (control.type !== 'radio') return true;
      const choice = all.filter(({ name }) => name === control.name);
      return control === (choice.find(({ checked }) => checked) ?? choice[0]);
    })
    .filter((control) => control.tabIndex >= 0 || !control.closest('ol')?.querySelector('[tabindex="0"]'));
  controls.forEach((control, at) => { control.dataset.control = String(at); });
  return controls.length;
})()`;

/** What axe-core calls serious or critical. */
function offences(page: BrowserPage): Promise<string[]> {
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + failureSummary)))`);
}
