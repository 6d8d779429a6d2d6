import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesOf } from '../../src/migration/advice-sentences.ts';
import { MIGRATIONS } from '../../src/migration/migrations.ts';
import { texts as de } from '../../web/console/texts/de/migration.ts';

/** What the console shows of the table: not how answers become others, which is the manual's alone. */
function shown(): Set<string> {
  return new Set(
    MIGRATIONS.flatMap(({ ways, without = '' }) => [
      ...(without === '' ? [] : sentencesOf(without)),
      ...ways.flatMap(({ when, sends }) => [
        ...(when === undefined ? [] : [when]),
        ...sends.flatMap(({ by }) => (by ? [by.words] : [])),
      ]),
    ]),
  );
}

test('whatever the console says of the way to REST is said in German too, and nothing else', () => {
  assert.deepEqual(Object.keys(de.sentences).sort(), [...shown()].sort());
});

test('a German sentence has the names of the English one', () => {
  const namesIn = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
  for (const [english, german] of Object.entries(de.sentences))
    assert.deepEqual(namesIn(german), namesIn(english), english);
});
