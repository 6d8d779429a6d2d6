import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundle } from '../../src/browser/pages/bundle.ts';
import { SAMPLES } from './samples.ts';

/** No page is a dead end: each leads on, by what it shows and not by the logo alone. */

/** Where the ways lead. */
const START = 'home-empty';

test('every page has a way on, or a film', async () => {
  const { render } = await bundle();
  const files = { script: '', preloads: [], texts: [], style: '', icon: '' };
  const deadEnds = Object.entries(SAMPLES).flatMap(([name, page]) => {
    const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(render(page, files)) ?? [];
    return /<a [^>]*href="[^"]|<button|<video/.test(main) || name === START ? [] : [name];
  });
  assert.deepEqual(deadEnds, []);
});
