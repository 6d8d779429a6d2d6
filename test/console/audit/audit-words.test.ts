import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { texts as german } from '../../../web/console/texts/de/audit.ts';
import { texts as english } from '../../../web/console/texts/en/audit.ts';
import { ROOT } from '../../support/process.ts';

/** An act as it stands in a statement that writes it down: `act: 'site.changed'`, or one of two. */
const NAMED = /\bact(?:\?)?: [^,;{}]*/g;
const ACT = /'([a-z][A-Za-z]+)\.([a-z][A-Za-z]+)'/g;

test('the audit has words for every act that is written down', () => {
  const acts = new Set<string>();
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = readFileSync(join(ROOT, 'src', file), 'utf8');
    for (const [named] of source.matchAll(NAMED)) {
      for (const [, noun, deed] of named.matchAll(ACT)) acts.add(`${noun}.${deed}`);
    }
  }
  assert.ok(acts.size > 30, `found ${acts.size}`);
  for (const { nouns, deeds } of [english, german]) {
    const unsaid = [...acts].filter((act) => {
      const [noun = '', deed = ''] = act.split('.');
      return !Object.hasOwn(nouns, noun) || !Object.hasOwn(deeds, deed);
    });
    assert.deepEqual(unsaid, []);
  }
});
