import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentEncoder, escapeAttribute, escapeText } from '../../src/xml/encoder.ts';
import { readXml } from '../../src/xml/reader.ts';
import {
  base64,
  bool,
  complex,
  extension,
  float,
  group,
  int,
  many,
  type Namespace,
  optional,
  text,
} from '../../src/xml/schema.ts';

/** From typed values to text, exactly as declared. */

const a: Namespace = { prefix: 'a', uri: 'urn:a', file: 'a.xsd' };
const b: Namespace = { prefix: 'b', uri: 'urn:b', file: 'b.xsd' };

const base = complex(a, 'base', { first: text() });
const whole = extension(b, 'whole', base, {
  flag: optional(bool()),
  count: optional(int()),
  share: optional(float()),
  bytes: optional(base64()),
  inner: optional(group({ deep: optional(text()) })),
  foreign: optional(complex(a, 'foreign', { own: optional(text()) })),
  row: many(text()),
});
const encode = contentEncoder(whole, b);

test('writes elements in the order of the declaration, whatever the order of the value', () => {
  assert.equal(
    encode({ row: ['x', 'y'], count: -1, flag: false, first: 'f' }),
    '<a:first>f</a:first><b:flag>false</b:flag><b:count>-1</b:count><b:row>x</b:row><b:row>y</b:row>',
  );
});

test('writes each element in the namespace of the type that declares it', () => {
  assert.equal(
    encode({ first: 'f', inner: { deep: 'd' }, foreign: { own: 'o' }, row: [] }),
    '<a:first>f</a:first><b:inner><b:deep>d</b:deep></b:inner><b:foreign><a:own>o</a:own></b:foreign>',
  );
});

test('writes a text that is empty as a pair of tags, and an element without children as one', () => {
  assert.equal(encode({ first: '', inner: {}, row: [''] }), '<a:first></a:first><b:inner/><b:row></b:row>');
});

test('writes numbers and bytes', () => {
  assert.equal(
    encode({ first: '', share: 0.5, bytes: Buffer.from([0, 1, 255]), row: [] }),
    '<a:first></a:first><b:share>0.5</b:share><b:bytes>AAH/</b:bytes>',
  );
});

test('does not write an answer that lacks what it must have', () => {
  assert.throws(() => encode({ row: [] } as never), /the answer lacks <a:first>/);
});

test('ignores what is not declared', () => {
  assert.equal(encode({ first: 'f', row: [], extra: 1 } as never), '<a:first>f</a:first>');
});

test('escapes what XML needs, and nothing else', () => {
  assert.equal(escapeText(`a & b < c > d "e" 'f'\t\n`), `a &amp; b &lt; c &gt; d "e" 'f'\t\n`);
  assert.equal(escapeText('\r'), '&#13;');
  assert.equal(escapeText('ü☃𝄞'), 'ü☃𝄞');
  assert.equal(escapeAttribute('"\n\t<'), '&quot;&#10;&#9;&lt;');
});

test('writes a character that XML cannot carry as U+FFFD', () => {
  for (const character of ['\0', '\u0008', '\u001f', '\ufffe', '\uffff', '\ud800', '\udc00']) {
    assert.equal(escapeText(`a${character}b`), 'a\ufffdb');
  }
});

test('whatever is written comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      const { root } = readXml(Buffer.from(`<r a="${escapeAttribute(given)}">${escapeText(given)}</r>`));
      const kept = given.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
      assert.equal(root.text, kept);
      assert.equal(root.attributes.a, kept);
    }),
  );
});
