import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decoder, InvalidElement } from '../../src/xml/decoder.ts';
import { contentEncoder } from '../../src/xml/encoder.ts';
import { readXml } from '../../src/xml/reader.ts';
import { sampleContent } from '../../src/xml/sample.ts';
import {
  attribute,
  bool,
  complex,
  enumeration,
  extension,
  int,
  many,
  type Namespace,
  optional,
  requiredAttribute,
  text,
} from '../../src/xml/schema.ts';
import { schemaFiles } from '../../src/xml/xsd.ts';

/** Attributes of elements: declared beside their children, read leniently, written exactly. */

const ns: Namespace = { prefix: 't', uri: 'urn:t', file: 't.xsd' };

const view = enumeration(ns, 'viewType', ['All', 'Tutor']);
const base = complex(ns, 'base', { ident: requiredAttribute(text({ max: 8 })) });
const item = extension(ns, 'item', base, {
  view: attribute(view),
  size: attribute(int({ min: 1, max: 9 })),
  hidden: attribute(bool()),
  title: optional(text()),
});
const list = complex(ns, 'list', { item: many(item) });

const read = decoder(list, ns);
const write = contentEncoder(list, ns);

function decoded(xml: string) {
  const hints: string[] = [];
  const value = read(readXml(Buffer.from(xml)).root, (hint) => hints.push(hint));
  return { value, hints };
}

test('are read beside the children, under whatever prefix and case', () => {
  const { value, hints } = decoded(
    '<list><item ident=" a " q:VIEW="all" hidden="1"><title>b</title></item><item ident="c" size="9"/></list>',
  );
  assert.deepEqual(value, {
    item: [
      { ident: 'a', view: 'All', hidden: true, title: 'b' },
      { ident: 'c', size: 9 },
    ],
  });
  assert.deepEqual(hints, ['<@view> says all for All']);
});

test("those that are not declared, and those of XML itself, are nobody's", () => {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:ident="x" xml:lang="de" more="y"';
  assert.deepEqual(decoded(`<list><item ${xsi} ident="a"/></list>`).value, { item: [{ ident: 'a' }] });
});

for (const [what, xml, message] of [
  ['a required one is missing', '<list><item><title>a</title></item></list>', 'item/@ident: is required'],
  [
    'a required one is blank',
    '<list><item ident=" "><title>a</title></item></list>',
    'item/@ident: is required',
  ],
  ['one is too long', '<list><item ident="123456789"/></list>', 'item/@ident: is longer than 8 characters'],
  ['one is out of range', '<list><item ident="a" size="10"/></list>', 'item/@size: must be from 1 to 9'],
  [
    'one is no word of its list',
    '<list><item ident="a" view="x"/></list>',
    'item/@view: must be one of All, Tutor',
  ],
  [
    'one stands twice under two prefixes',
    '<list><item ident="a" p:ident="b"/></list>',
    'item/@ident: may be given once',
  ],
] as const) {
  test(`${what}: refused with its name`, () => {
    assert.throws(
      () => decoded(xml),
      (error) => error instanceof InvalidElement && error.message === message,
    );
  });
}

test('are written on the tag, in the order of the declaration, escaped', () => {
  assert.equal(
    write({ item: [{ title: 't', size: 2, ident: 'a"<&\n', view: 'Tutor' }, { ident: 'b' }] }),
    '<t:item ident="a&quot;&lt;&amp;&#10;" view="Tutor" size="2"><t:title>t</t:title></t:item><t:item ident="b"/>',
  );
});

test('a required one that is lacking is an error of ours, and content has no tag for any', () => {
  const lacking = { item: [{}] } as unknown as Parameters<typeof write>[0];
  assert.throws(() => write(lacking), /the answer lacks the attribute ident/);
  assert.throws(() => contentEncoder(item, ns), /item: content has no tag for the attribute ident/);
});

test('stand in the XSD after the elements', () => {
  const file = schemaFiles([item], []).get('t.xsd') ?? '';
  assert.match(file, /<xsd:attribute name="ident" use="required">\n\s+<xsd:simpleType>/);
  assert.match(
    file,
    /<xsd:element name="title" type="xsd:string" minOccurs="0"\/>\n\s+<\/xsd:sequence>\n\s+<xsd:attribute name="view" type="t:viewType"\/>/,
  );
  assert.match(file, /<xsd:attribute name="hidden" type="xsd:boolean"\/>/);
});

test('a required one stands in the sample', () => {
  assert.equal(sampleContent(complex(ns, 'one', { item }), ns), '<item ident="text"/>\n');
});

test('any value comes back as it was written', () => {
  const word = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'aZ09<>&"\' ü☃😀') });
  const visible = word.filter((value) => value.trim() === value && [...value].length <= 8);
  const value = fc.record(
    {
      ident: visible,
      view: fc.constantFrom('All' as const, 'Tutor' as const),
      size: fc.integer({ min: 1, max: 9 }),
      hidden: fc.boolean(),
      title: visible,
    },
    { requiredKeys: ['ident'], noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 4 }), (rows) => {
      assert.deepEqual(decoded(`<list>${write({ item: rows })}</list>`).value, { item: rows });
    }),
  );
});
