import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from '../../src/browser/pages/page-data.ts';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { isWhole, sampled } from '../support/corpora.ts';
import { type PageServer, startPageServer } from './page-server.ts';
import { SAMPLES } from './samples.ts';

/** Whatever people call themselves and their meetings is shown as text, and does nothing. */

const HOSTILE = {
  markup: [
    `<script>globalThis.struck=1</script>`,
    `</script><script>globalThis.struck=1</script><!--`,
    `"><img src=x onerror="globalThis.struck=1">'`,
    `</textarea></title></style><svg onload=globalThis.struck=1>`,
    `&lt;b&gt; &amp;amp; {{7*7}} \\u003cb><!--<script>`,
  ].join(' '),
  'an open comment': `<!--<script>`,
  'marks and control characters': 'a\u202eevil\u2066\u2028\u2029\u0000\ufffe\ud800\r\n\tb',
  'one long word': 'W'.repeat(5_000),
  'many words': `${'word '.repeat(1_000)}\n\n end`,
  nothing: '',
};

/** Markup meets every page; what can only look wrong meets each page in one of its forms. */
function met(what: string, turn: number): readonly [string, Page][] {
  const samples = sampled(Object.entries(SAMPLES), 6, turn);
  return what === 'markup' ? samples : samples.filter((_, at) => !isWhole || (at + turn) % 3 === 0);
}

describeInBrowser('Hostile text', (browser) => {
  let server: PageServer;
  before(async () => {
    server = await startPageServer();
  });
  after(() => server[Symbol.asyncDispose]());

  for (const [turn, [what, hostile]] of Object.entries(HOSTILE).entries()) {
    test(`is text on every page: ${what}`, async () => {
      await using visit = await browser.visit({ viewport: { width: 390, height: 844 } });
      const { page } = visit;
      await page.route('**/events*', (route) => route.abort());
      for (const [name, sample] of met(what, turn)) {
        server.page = withText(sample, hostile);
        await page.goto(`${server.url}/`);
        await takenOver(page);
        assert.equal(await page.evaluate('globalThis.struck'), undefined, name);
        assert.equal(await page.locator('h1').count(), 1, name);
        assert.equal(await page.evaluate(FOREIGN), 0, `${name} has elements that are not ours`);
        assert.equal(await page.evaluate(OVERFLOW), 0, `${name} is wider than the screen`);
        const ours = visit.complaints.filter(
          (complaint) => !/ERR_FAILED|Failed to load resource/.test(complaint),
        );
        assert.deepEqual(ours, [], name);
        assert.deepEqual(
          [...visit.origins].filter((origin) => origin !== 'null'),
          [server.url],
        );
      }
    });
  }
});

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** What only an injection could bring. */
const FOREIGN = `document.querySelectorAll(
  'script:not([src^="/assets/"]):not([type="application/json"]), [onload], [onerror], [style]:not(.seek-bar, .volume > input), iframe, textarea:not([name]), b'
).length`;

/** Keys whose values are words of the contract or addresses rather than somebody's text. */
const NO_TEXT = new Set([
  'page',
  'kind',
  'state',
  'status',
  'why',
  'waitsFor',
  'notice',
  'zone',
  'action',
  'events',
  'label',
  'id',
  'engine',
  'you',
  'purpose',
  'unplayable',
  'mediaType',
  'what',
  'order',
  'format',
]);
const ADDRESS =
  /^(?:url|change|programs|home|join|register|calendar|callIn|signIn|back|again|ended|post|hostSignIn|photo|header|download|manage|end|poster|captions|kept|bin|other|before|after|play|share|settings|recordings)$/;

/** The page with the text in every field that holds somebody's. */
function withText(page: Page, text: string): Page {
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return NO_TEXT.has(key) || ADDRESS.test(key) ? value : text;
    if (Array.isArray(value)) return value.map((entry) => replace(entry, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replace(entry, name)]));
  };
  return replace(page, '') as Page;
}
