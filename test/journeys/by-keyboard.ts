/** The console as somebody works in it without a mouse, and as it looks at each step. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../support/process.ts';

const FOLDER = join(ROOT, 'screenshots/console');

/** Tab by Tab, as somebody without a mouse goes there. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let step = 0; step < 90; step += 1) {
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

/** At desktop and phone width, light and dark: nothing keeps anybody out, and nothing is wider than the screen. */
export async function looked(page: Page, name: string): Promise<void> {
  for (const [look, width, colorScheme] of [
    ['phone', 390, 'dark'],
    ['desktop', 1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    if (process.env.PARLANCE_TEST_PICTURES === 'all') {
      await mkdir(FOLDER, { recursive: true });
      await page.screenshot({ path: join(FOLDER, `${name}-${look}.png`), fullPage: true });
    }
    const found = await page.evaluate<string[]>(
      `axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false } } }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`,
    );
    assert.deepEqual(found, [], `${name} on ${look}`);
    assert.equal(await page.evaluate(OVERFLOW), 0, `${name} on ${look} is wider than the screen`);
  }
}
