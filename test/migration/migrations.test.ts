/** The way from the XML API to REST: every operation has a row, and every name in it exists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MIGRATIONS, migrationOf } from '../../src/migration/migrations.ts';
import type { ElementOutline } from '../../src/xml/element-outline.ts';
import { outlineOf } from '../../src/xml/outline.ts';
import type { ComplexType, Namespace } from '../../src/xml/schema.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';

function waysIn(type: ComplexType, around: Namespace): Set<string> {
  const found = new Set<string>();
  const walk = (elements: readonly ElementOutline[], way: string): void => {
    for (const { name, children } of elements) {
      found.add(way + name);
      walk(children ?? [], `${way}${name}/`);
    }
  };
  walk(
    outlineOf(type, around, () => undefined),
    '',
  );
  return found;
}

test('Every operation has one row, and every row is of an operation', () => {
  const rows = MIGRATIONS.map(({ service, operation }) => `${service}.${operation}`).sort();
  assert.deepEqual(rows, OPERATIONS.map(({ service, name }) => `${service.name}.${name}`).sort());
});

test('Every element that a row names stands in the declaration of its operation', () => {
  const missing = OPERATIONS.flatMap(({ service, name, request, response }) => {
    const asked = waysIn(request, service.namespace);
    const told = waysIn(response, service.namespace);
    return (migrationOf(name, service.name)?.ways ?? []).flatMap(({ sends, answers }) => [
      ...sends.filter(({ xml }) => !asked.has(xml)).map(({ xml }) => `${name} takes no ${xml}`),
      ...answers.filter(({ xml }) => !told.has(xml)).map(({ xml }) => `${name} answers no ${xml}`),
    ]);
  });
  assert.deepEqual(missing, []);
});

test('A row without a way says what to do', () => {
  for (const { operation, ways, without } of MIGRATIONS) {
    assert.ok(ways.length > 0 || (without ?? '').length > 20, operation);
  }
});
