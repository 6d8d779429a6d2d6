import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filesBelow } from '../../scripts/files.ts';
import { diagnose, EXPLAINED, type Surroundings } from '../../src/request-log/diagnosis/diagnose.ts';
import { sentence } from '../../src/request-log/diagnosis/sentences.ts';
import type { RefusalFacts } from '../../src/request-log/entry.ts';
import { texts as de } from '../../web/console/texts/de/diagnosis.ts';
import { texts as en } from '../../web/console/texts/en/diagnosis.ts';

const NOTHING: Surroundings = { tried: {}, reason: undefined, siteNames: [] };

const UNREADABLE = [
  'malformed',
  'doctype',
  'too-large',
  'too-deep',
  'too-many-elements',
  'too-many-attributes',
  'encoding',
  'empty',
].map((why) => `not-readable:${why}`);

test('every rule that has words is a refusal, a rule or a word of the code', () => {
  const sources = filesBelow('src')
    .filter((path) => path.endsWith('.ts') && !path.includes('/diagnosis/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const unknown = [...EXPLAINED].filter(
    (rule) => !sources.includes(`class ${rule} `) && !new RegExp(`['"]${rule}['"]`).test(sources),
  );
  assert.deepEqual(unknown, []);
});

for (const [language, { causes, mends }] of Object.entries({ en, de })) {
  test(`every rule is told in whole sentences, whatever is known of it (${language})`, () => {
    for (const rule of [...EXPLAINED, ...UNREADABLE, 'fault', 'SomethingElse']) {
      for (const facts of factsOf(rule)) {
        for (const around of [
          NOTHING,
          { ...NOTHING, tried: { site: 'a', webExID: 'b' }, reason: 'No', hasAccount: false },
        ]) {
          const { cause, mend } = diagnose(facts, around);
          const words = [sentence(cause, causes), sentence(mend, mends)];
          assert.match(words[0] ?? '', /^[^a-z\s].*\.$/s, rule);
          assert.match(words[1] ?? '', /^[^a-z\s]/, rule);
          assert.doesNotMatch(words.join(), /undefined|\[object/, rule);
        }
      }
    }
  });
}

test('every sentence is said of something', () => {
  const said = new Set<string>();
  for (const rule of [...EXPLAINED, ...UNREADABLE, 'fault', 'SomethingElse']) {
    for (const facts of factsOf(rule)) {
      for (const siteNames of [[], ['acme']]) {
        for (const tried of [{}, { site: 'acmee', webExID: 'b' }]) {
          for (const hasAccount of [true, false]) {
            const { cause, mend } = diagnose(facts, { tried, siteNames, reason: undefined, hasAccount });
            said.add(cause.say).add(mend.say);
          }
        }
      }
    }
  }
  const all = [...Object.keys(en.causes), ...Object.keys(en.mends)];
  assert.deepEqual(
    all.filter((name) => !said.has(name)),
    [],
  );
});

/** With little known of it, and with what could be known of an element. */
function factsOf(rule: string): RefusalFacts[] {
  const found = { name: 'name', parent: 'person' };
  return [
    { rule },
    { rule, element: 'person/name', words: 'must be a date of the form MM/DD/YYYY' },
    { rule, element: 'person/name', words: 'must be one of A, B', allowed: ['A', 'B'], nearest: 'A' },
    { rule, element: 'name', words: 'is required', unknown: [found] },
    { rule, element: 'name', unknown: [{ ...found, belongsInto: 'person' }] },
    { rule, element: 'name', unknown: [{ ...found, nearest: 'game' }] },
    { rule, element: 'game', unknown: [{ ...found, nearest: 'game' }] },
  ];
}
