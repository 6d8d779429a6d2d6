import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { decoder } from '../../src/xml/decoder.ts';
import { contentEncoder } from '../../src/xml/encoder.ts';
import { jsonDecoder } from '../../src/xml/json-decoder.ts';
import { jsonEncoder } from '../../src/xml/json-encoder.ts';
import { readXml } from '../../src/xml/reader.ts';
import {
  attribute,
  base64,
  bool,
  type ComplexType,
  complex,
  enumeration,
  extension,
  type Field,
  float,
  int,
  integer,
  long,
  many,
  type Namespace,
  optional,
  required,
  requiredAttribute,
  type SimpleType,
  text,
} from '../../src/xml/schema.ts';
import { schemaFiles } from '../../src/xml/xsd.ts';

/**
 * Declarations that nobody thought of, with values that fit them: each value comes back from XML and from JSON as it
 * was, and the XSD of the declaration takes what was written.
 */

const ns: Namespace = { prefix: 't', uri: 'urn:t', file: 't.xsd' };

/** A type beside the values that it may have. */
interface Example<T> {
  readonly type: T;
  readonly value: fc.Arbitrary<unknown>;
}

/** Without blanks at the ends, and never empty: in XML that is what an absent text is. */
const visible = (max: number) =>
  fc
    .string({ minLength: 1, maxLength: max, unit: fc.constantFrom(...'aZ09<>&"\'/ü☃😀\n ') })
    .map((word) => word.trim())
    .filter((word) => word !== '');

const WORDS = ['ONE', 'TWO', 'THREE'];

const simple: fc.Arbitrary<Example<SimpleType>> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((max) => ({ type: text({ max }), value: visible(max) })),
  fc.constant({ type: text(), value: visible(20) }),
  fc.constant({ type: enumeration(ns, 'words', WORDS), value: fc.constantFrom(...WORDS) }),
  fc.constant({ type: bool(), value: fc.boolean() }),
  fc.constant({ type: int(), value: fc.integer() }),
  fc.constant({ type: integer({ min: -5 }), value: fc.integer({ min: -5, max: 2 ** 40 }) }),
  fc.constant({ type: long({ max: 9 }), value: fc.integer({ min: -(2 ** 40), max: 9 }) }),
  fc.constant({
    type: float(),
    value: fc.float({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 }).map((one) => one + 0),
  }),
  fc.constant({
    type: base64(),
    value: fc.uint8Array({ minLength: 1, maxLength: 9 }).map((bytes) => Buffer.from(bytes)),
  }),
);

let named = 0;
const newName = () => `type${++named}`;

const { whole } = fc.letrec<{ whole: Example<ComplexType> }>((tie) => {
  const member = fc.oneof({ depthSize: 'small' }, simple, tie('whole'));
  const field: fc.Arbitrary<Example<Field>> = fc.oneof(
    member.map(({ type, value }) => ({ type: required(type), value })),
    member.map(({ type, value }) => ({ type: optional(type), value: fc.option(value, { nil: undefined }) })),
    member.map(({ type, value }) => ({ type: many(type), value: fc.array(value, { maxLength: 3 }) })),
    simple.map(({ type, value }) => ({ type: attribute(type), value: fc.option(value, { nil: undefined }) })),
    simple.map(({ type, value }) => ({ type: requiredAttribute(type), value })),
  );
  // An element that says nothing at all is absent in XML: each has one that always stands.
  const fields = fc.array(field, { maxLength: 4 });
  return {
    whole: fc.tuple(fields, fc.array(field, { maxLength: 2 })).map(([base, own]) => {
      const all = [...base, ...own].map((example, at) => [`m${at}`, example] as const);
      const [ofBase, ofOwn] = [all.slice(0, base.length), all.slice(base.length)];
      const types = (some: typeof all) => Object.fromEntries(some.map(([name, { type }]) => [name, type]));
      const root = complex(ns, newName(), { always: text(), ...types(ofBase) });
      return {
        type: own.length === 0 ? root : extension(ns, newName(), root, types(ofOwn)),
        value: fc
          .record(
            { always: visible(5), ...Object.fromEntries(all.map(([name, { value }]) => [name, value])) },
            { noNullPrototype: true },
          )
          .map(withoutAbsent),
      };
    }),
  };
});

function withoutAbsent(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

const example = whole.chain(({ type, value }) => value.map((one) => ({ type, value: one })));

test('every value comes back from JSON', () => {
  fc.assert(
    fc.property(example, ({ type, value }) => {
      const hints: string[] = [];
      const written = jsonEncoder(type)(value as never);
      assert.deepEqual(
        jsonDecoder(type)(JSON.parse(written), (hint) => hints.push(hint)),
        value,
      );
      assert.deepEqual(hints, []);
    }),
  );
});

test('every value comes back from XML, and the XSD takes what was written', () => {
  fc.assert(
    fc.property(example, ({ type, value }) => {
      const around = complex(ns, newName(), { whole: type });
      const content = contentEncoder(around, ns)({ whole: value } as never);
      const hints: string[] = [];
      const document = `<t:root xmlns:t="urn:t">${content}</t:root>`;
      const decoded = decoder(around, ns)(readXml(Buffer.from(document)).root, (hint) => hints.push(hint));
      assert.deepEqual(decoded, { whole: value });
      assert.deepEqual(hints, []);
      const xsd = schemaFiles([], [{ name: 'root', namespace: ns, type: around }]).get('t.xsd') ?? '';
      using schema = XmlDocument.fromString(xsd);
      using validator = XsdValidator.fromDoc(schema);
      using parsed = XmlDocument.fromString(document);
      validator.validate(parsed);
    }),
  );
});
