import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decoder } from '../../src/xml/decoder.ts';
import { readXml } from '../../src/xml/reader.ts';
import { sampleContent } from '../../src/xml/sample.ts';
import {
  base64,
  bool,
  complex,
  enumeration,
  foreignNames,
  group,
  integer,
  many,
  optional,
  text,
} from '../../src/xml/schema.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { sampleMessage } from '../../src/xml-api/sample-message.ts';

const space = { prefix: 't', uri: 'urn:test', file: 'test.xsd' };

test('a sample has what is required, and what the declaration has a sample for', () => {
  const type = complex(space, 'type', {
    name: text({ sample: 'A & B' }),
    short: text({ max: 2 }),
    number: integer({ min: 5, max: 9 }),
    kind: enumeration(space, 'kind', ['ONE', 'TWO']),
    picture: base64(),
    absent: optional(text()),
    shown: optional(text({ sample: 'yes' })),
    twice: many(bool(), { min: 2 }),
    empty: group({}),
    without: optional(group({ inner: text() })),
    within: optional(group({ first: bool(), inner: optional(text({ sample: 'deep' })) })),
  });
  assert.equal(
    sampleContent(type, space, '  '),
    [
      '  <name>A &amp; B</name>',
      '  <short>te</short>',
      '  <number>5</number>',
      '  <kind>ONE</kind>',
      '  <picture>AAAA</picture>',
      '  <shown>yes</shown>',
      '  <twice>true</twice>',
      '  <twice>true</twice>',
      '  <empty/>',
      '  <within>',
      '    <first>true</first>',
      '    <inner>deep</inner>',
      '  </within>',
      '',
    ].join('\n'),
  );
});

for (const operation of OPERATIONS) {
  test(`the sample request of ${operation.name} is read without a remark`, () => {
    const caller = { siteName: 'acme', webExID: 'hostid', password: 'P@ssword123' };
    const keepWhole = foreignNames([operation.request]);
    const { root, hints } = readXml(Buffer.from(sampleMessage(operation, caller)), { keepWhole });
    const bodyContent = root.children.at(-1)?.children[0];
    assert.ok(bodyContent);
    const remarks = [...hints];
    decoder(operation.request, operation.service.namespace)(bodyContent, (note) => remarks.push(note));
    assert.deepEqual(remarks, []);
  });
}
