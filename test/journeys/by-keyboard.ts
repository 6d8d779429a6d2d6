/** Ways of somebody who works on a page without a mouse, and what each page is held to. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../support/process.ts';

/** Places that somebody goes through before they give up. */
const PATIENCE = 120;

/** Tab by Tab, as somebody without a mouse goes there. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let step = 0; step < PATIENCE; step += 1) {
    await page.keyboard.press('Tab');
    const here = String(await page.evaluate(NAME)).trim();
    if (name.test(here)) return;
    met.push(here.slice(0, 30));
  }
  assert.fail(`nothing is called ${name}: ${met.join(' | ')}`);
}

const NAME = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const labels = element?.labels ? [...element.labels].map((label) => label.textContent).join(' ') : '';
  return element?.getAttribute('aria-label') || labels || element?.textContent || '';
})()`;

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/**
 * With axe-core on the page, as a phone in the dark and a desktop in the light: nothing keeps anybody out, and nothing is
 * wider than the screen.
 */
export async function heldTo(page: Page, name: string): Promise<void> {
  for (const [look, width, colorScheme] of [
    ['phone', 390, 'dark'],
    ['desktop', 1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    if (process.env.PARLANCE_TEST_PICTURES === 'all') {
      const path = join(ROOT, 'screenshots/console', `${name}-${look}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    // Another width lays the page out anew.
    await page.evaluate(TWO_FRAMES);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    let found = await page.evaluate<string[]>(OFFENCES);
    // Of a page at rest: one that is being laid out is looked at again.
    for (let again = 0; found.length > 0 && again < 3; again += 1) {
      await page.evaluate(TWO_FRAMES);
      found = await page.evaluate<string[]>(OFFENCES);
    }
    assert.deepEqual(found, [], `${name} on ${look}`);
    assert.equal(await page.evaluate(OVERFLOW), 0, `${name} on ${look} is wider than the screen`);
  }
}

const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/**
 * What axe-core finds. React Aria keeps for some seconds what it has said aloud: of a button that was busy and has gone
 * this names nothing any more.
 */
const OFFENCES = `axe.run({ exclude: [['[data-live-announcer]']] }, { resultTypes: ['violations'], iframes: false, rules: { region: { enabled: false } } }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`;
