import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { en } from '../../web/texts/en.ts';
import { PROBLEMS, SSO_ERRORS } from '../../web/texts/en-problems.ts';
import { ROOT } from '../support/process.ts';

describe('The catalogue', () => {
  test('has a sentence for every word that the URL API answers', () => {
    const source = readFileSync(join(ROOT, 'src/browser/reasons.ts'), 'utf8');
    const words = [...source.matchAll(/\], '([A-Za-z]+)'\]|, '([A-Z][A-Za-z]+)'\],/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    assert.ok(words.length > 10, 'the table of reasons is read');
    assert.deepEqual(
      words.filter((word) => !PROBLEMS.has(word)),
      [],
    );
  });

  test('has a general sentence for any other word', () => {
    for (const word of ['', 'Whatever', '__proto__', 'constructor']) {
      assert.equal(en.problem(word), 'This did not work.');
    }
  });

  test('has a sentence for each of the 32 single sign-on errors', () => {
    assert.deepEqual(
      [...SSO_ERRORS.keys()],
      Array.from({ length: 32 }, (_, at) => at + 1),
    );
    assert.equal(new Set(SSO_ERRORS.values()).size, 32);
    assert.equal(en.ssoError(33), undefined);
  });

  test('holds every text that a page shows', () => {
    for (const folder of ['pages', 'parts', 'room']) {
      for (const file of readdirSync(join(ROOT, 'web', folder)).filter((name) => name.endsWith('.tsx'))) {
        const source = readFileSync(join(ROOT, 'web', folder, file), 'utf8');
        // Words between tags, or in an attribute that people read.
        const found = source.match(
          /^\s*[A-Z][a-z]+ [a-z]+[^;{}()=]*$|(?:aria-label|title|alt|placeholder)="[^"]+"/gm,
        );
        assert.deepEqual(found?.filter((line) => !/^\s*(?:\/\/|\*|\/\*\*)/.test(line)) ?? [], [], file);
      }
    }
  });
});
