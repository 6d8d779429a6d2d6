import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  complex,
  extension,
  group,
  int,
  many,
  type Namespace,
  optional,
  optionals,
  particles,
  required,
  text,
  type ValueOf,
} from '../../src/xml/schema.ts';

/** The schema language: what a declaration says of elements, and of TypeScript's types. */

const a: Namespace = { prefix: 'a', uri: 'urn:a', file: 'a.xsd' };
const b: Namespace = { prefix: 'b', uri: 'urn:b', file: 'b.xsd' };

const base = complex(a, 'base', { id: int() });
const derived = extension(b, 'derived', base, {
  name: optional(text(), { alias: ['title'] }),
  row: many(group({ cell: required(int()) }), { min: 1, max: 5 }),
});

test('a type has the elements of its bases first, each in the namespace that declares it', () => {
  assert.deepEqual(
    particles(derived, b).map(({ name, namespace, field }) => [
      name,
      namespace.prefix,
      field.occurs,
      field.min,
      field.max,
    ]),
    [
      ['id', 'a', 'one', 1, 1],
      ['name', 'b', 'optional', 0, 1],
      ['row', 'b', 'many', 1, 5],
    ],
  );
});

test('a group takes on the namespace around it', () => {
  const [, , row] = particles(derived, b);
  assert.ok(row && row.field.type.form === 'complex');
  assert.deepEqual(
    particles(row.field.type, b).map(({ namespace }) => namespace.prefix),
    ['b'],
  );
});

test('the same type is declared under several names at once', () => {
  const fields = optionals(['one', 'two'], text({ max: 3 }));
  assert.deepEqual(Object.keys(fields), ['one', 'two']);
  assert.equal(fields.one.type.maxLength, 3);
});

test('the static type of a value follows from its declaration', () => {
  const value: ValueOf<typeof derived> = { id: 1, row: [{ cell: 2 }] };
  const named: ValueOf<typeof derived> = { ...value, name: 'n' };
  // @ts-expect-error a required element of the base is missing
  const nameless: ValueOf<typeof derived> = { row: [] };
  // @ts-expect-error a number is no text
  const wrong: ValueOf<typeof derived> = { ...value, name: 1 };
  assert.equal([named, nameless, wrong].length, 3);
});
