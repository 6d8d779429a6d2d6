import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filesBelow } from '../../scripts/files.ts';
import { diagnose, EXPLAINED, type Surroundings } from '../../src/request-log/diagnosis/diagnose.ts';

const NOTHING: Surroundings = { tried: {}, reason: undefined, siteNames: [] };

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

test('every rule is told in whole sentences, whatever is known of it', () => {
  for (const rule of [
    ...EXPLAINED,
    'not-readable:malformed',
    'not-readable:other',
    'fault',
    'SomethingElse',
  ]) {
    for (const around of [
      NOTHING,
      { ...NOTHING, tried: { site: 'a', webExID: 'b' }, reason: 'No', hasAccount: false },
    ]) {
      const { cause, mend } = diagnose({ rule }, around);
      assert.match(cause, /^\S.*\.$/s, rule);
      assert.match(mend, /^\S/, rule);
      assert.doesNotMatch(cause + mend, /undefined|\[object/, rule);
    }
  }
});
