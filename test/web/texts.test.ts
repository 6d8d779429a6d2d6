import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { SessionNoun } from '../../src/browser/pages/session-view-data.ts';
import { LANGUAGES, type SpokenLanguage } from '../../src/language.ts';
import { CATALOGUES, textsIn } from '../../web/texts/all-texts.ts';
import { en } from '../../web/texts/en/index.ts';
import { SSO_ERRORS } from '../../web/texts/en/sso-errors.ts';
import type { Area } from '../../web/texts/texts.ts';
import { ROOT } from '../support/process.ts';
import { declaredAreas, keysTaken, sourceOf, sourcesOf, viewFiles, webSources } from './texts-used.ts';

const AREAS = Object.keys(en) as Area[];

/** Everything, as a page of a meeting has it. */
const all = (language: SpokenLanguage, kind: SessionNoun = 'meeting') => textsIn(language, kind, AREAS);

/** In which area a key of the catalogue is. */
const AREA_OF = new Map(AREAS.flatMap((area) => Object.keys(en[area]('meeting')).map((key) => [key, area])));

describe('The catalogue', () => {
  test('has a sentence for every word that the URL API answers', () => {
    const source = readFileSync(join(ROOT, 'src/browser/reasons.ts'), 'utf8');
    const words = [...source.matchAll(/\], '([A-Za-z]+)'\]|, '([A-Z][A-Za-z]+)'\],/g)].map(
      ([, one, other]) => one ?? other ?? '',
    );
    assert.ok(words.length > 10, 'the table of reasons is read');
    for (const language of LANGUAGES) {
      const { problem } = all(language);
      assert.deepEqual(
        words.filter((word) => problem(word) === problem('')),
        [],
      );
    }
  });

  test('has a general sentence for any other word', () => {
    for (const word of ['', 'Whatever', '__proto__', 'constructor']) {
      assert.equal(all('en').problem(word), 'This did not work.');
    }
  });

  test('has a sentence for each of the 32 single sign-on errors', () => {
    assert.deepEqual(
      [...SSO_ERRORS.keys()],
      Array.from({ length: 32 }, (_, at) => at + 1),
    );
    for (const language of LANGUAGES) {
      const { ssoError } = all(language);
      assert.equal(new Set(Array.from({ length: 32 }, (_, at) => ssoError(at + 1))).size, 32);
      assert.equal(ssoError(33), undefined);
    }
  });

  test('holds every text that a page shows', () => {
    for (const path of webSources().filter((name) => name.endsWith('.tsx'))) {
      const source = readFileSync(join(ROOT, 'web', path), 'utf8');
      // Words between tags, or in an attribute that people read.
      const found = source.match(
        /^\s*[A-Z][a-z]+ [a-z]+[^;{}()=]*$|(?:aria-label|title|alt|placeholder)="[^"]+"/gm,
      );
      assert.deepEqual(found?.filter((line) => !/^\s*(?:\/\/|\*|\/\*\*)/.test(line)) ?? [], [], path);
    }
  });

  test('is loaded with its page as far as the page shows it, and no further', () => {
    for (const view of ['parts/layout.tsx', ...viewFiles()]) {
      const shown = new Set<string | undefined>();
      for (const path of sourcesOf(view)) {
        for (const key of keysTaken(sourceOf(path))) {
          const area = AREA_OF.get(key);
          assert.ok(area, `${path} shows texts.${key}, which is nowhere`);
          if (area !== 'common') shown.add(area);
        }
      }
      assert.deepEqual([...declaredAreas(sourceOf(view))].sort(), [...shown].sort(), view);
    }
  });

  test('has no text that nothing shows', () => {
    const taken = webSources().map(sourceOf).join('\n');
    const unused: string[] = [];
    for (const area of AREAS) {
      const look = (texts: object, path: readonly string[]): void => {
        for (const [key, text] of Object.entries(texts)) {
          if (!isTaken(taken, key)) unused.push([area, ...path, key].join('.'));
          // What is looked up by a word of the data has no name in the sources.
          else if (isBranch(text) && !isLookedUp(taken, key)) look(text, [...path, key]);
        }
      };
      look(en[area]('meeting'), []);
    }
    assert.deepEqual(unused, []);
  });

  for (const language of LANGUAGES) {
    test(`has the same texts in every language: ${language}`, () => {
      for (const area of AREAS) {
        for (const kind of ['meeting', 'training', 'event', 'support', 'sales'] as const) {
          assert.deepEqual(shapeOf(CATALOGUES[language][area](kind)), shapeOf(en[area](kind)), area);
        }
      }
      const files = (of: SpokenLanguage) => readdirSync(join(ROOT, 'web/texts', of)).sort();
      assert.deepEqual(files(language), files('en'));
    });
  }
});

function isBranch(text: unknown): text is object {
  return typeof text === 'object' && text !== null && !Array.isArray(text) && !(text instanceof Map);
}

/** `texts.key`, `{ key }`, `'key'`. */
function isTaken(sources: string, key: string): boolean {
  return new RegExp(`[.'"\`{,]\\s*${key}\\b`).test(sources);
}

/** `texts.states[status]`. */
function isLookedUp(sources: string, key: string): boolean {
  return new RegExp(`\\b${key}\\b[^\\n;]{0,3}\\[|\\b${key} \\}|\\b${key},`).test(sources);
}

/** What is there, without what it says. */
function shapeOf(texts: unknown): unknown {
  if (texts instanceof Map) return [...texts.keys()];
  if (Array.isArray(texts)) return texts.length;
  if (!isBranch(texts)) return typeof texts;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, shapeOf(text)]));
}
