import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RequestUnreadable } from '../../src/rest-api/rest-refusals.ts';
import { strictJson } from '../../src/rest-api/strict-json.ts';

const read = (text: string | Buffer) => strictJson(Buffer.from(text as string));

test('reads what JSON.parse reads', () => {
  const plain = fc.jsonValue({ maxDepth: 5 }).filter((value) => {
    const text = JSON.stringify(value);
    return !/\\u00[01]|\\[bf]|\\ud[89a-f]|\uffff|\ufffe/i.test(text) && !/\d{16}/.test(text);
  });
  fc.assert(
    fc.property(plain, (value) => {
      const text = JSON.stringify(value);
      assert.deepEqual(read(text), JSON.parse(text));
    }),
  );
});

const REFUSED: Readonly<Record<string, string | Buffer>> = {
  'no JSON': '{"title":',
  'two values': '{} {}',
  'a name twice': '{"a":1,"a":2}',
  'a name twice, once escaped': '{"a":1,"\\u0061":2}',
  'a name twice, deep inside': '[{"x":{"a":1,"b":{"c":1,"c":1}}}]',
  'a whole number beyond 2^53': '{"n":9007199254740993}',
  'one below -2^53': '{"n":-9007199254740993}',
  'a number that is infinite': '{"n":1e400}',
  'half a surrogate': '{"a":"\\ud800"}',
  'half a surrogate in a name': '{"\\udc00":1}',
  'a NUL': '{"a":"\\u0000"}',
  'another control character': '{"a":"\\u0008"}',
  'too deep': `${'['.repeat(40)}${']'.repeat(40)}`,
  'no UTF-8': Buffer.from([0x22, 0xff, 0x22]),
  'UTF-16': Buffer.from('{}', 'utf16le'),
};

for (const [about, text] of Object.entries(REFUSED)) {
  test(`refuses ${about}`, () => assert.throws(() => read(text), RequestUnreadable));
}

test('takes what only looks like it', () => {
  for (const text of [
    '{"a":"{\\"a\\":1}"}',
    '[{"a":1},{"a":1}]',
    '{"a":"9007199254740993"}',
    '{"a":1.5e10}',
    '"\\ud83d\\ude00"',
  ]) {
    assert.deepEqual(read(text), JSON.parse(text));
  }
  assert.deepEqual(read('\ufeff{}'), {});
});
