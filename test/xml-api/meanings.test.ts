import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ComplexType, membersOf, type Type } from '../../src/xml/schema.ts';
import { GLOSSARIES } from '../../src/xml-api/meanings/meaning.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';

/** What the manual says of elements: each of them has a meaning (the manual is not written otherwise), and once. */

const entries = GLOSSARIES.flatMap((glossary) => Object.entries(glossary));

test('no element is told of twice', () => {
  const names = entries.map(([name]) => name);
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  );
});

test('nothing is told of that no operation has', () => {
  const named = new Set<string>();
  const met = new Set<ComplexType>();
  const visit = (type: Type): void => {
    if (type.form !== 'complex' || met.has(type)) return;
    met.add(type);
    for (const { name, field } of membersOf(type)) {
      named.add(name);
      visit(field.type);
    }
  };
  for (const { request, response } of OPERATIONS) for (const type of [request, response]) visit(type);
  const strays = entries.map(([way]) => way).filter((way) => !named.has(way.slice(way.lastIndexOf('/') + 1)));
  assert.deepEqual(strays, []);
});
