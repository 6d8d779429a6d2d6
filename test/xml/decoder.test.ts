import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decoder, InvalidElement } from '../../src/xml/decoder.ts';
import { readXml } from '../../src/xml/reader.ts';
import {
  base64,
  bool,
  complex,
  enumeration,
  extension,
  float,
  group,
  int,
  integer,
  long,
  many,
  type Namespace,
  optional,
  required,
  text,
} from '../../src/xml/schema.ts';

/** From a light tree to typed values: lenient about form, strict about values. */

const ns: Namespace = { prefix: 't', uri: 'urn:t', file: 't.xsd' };

const base = complex(ns, 'base', { id: long() });
const everything = extension(ns, 'everything', base, {
  name: optional(text({ max: 5 })),
  note: optional(text({ keepSpace: true })),
  flag: optional(bool()),
  small: optional(int({ min: 1, max: 3 })),
  any: optional(integer()),
  grouped: optional(long({ min: 1, grouped: true })),
  half: optional(float()),
  word: optional(enumeration(ns, 'word', ['One', 'Two'])),
  bytes: optional(base64({ max: 4 })),
  key: optional(text(), { alias: ['oldKey'] }),
  inner: optional(group({ deep: required(int()), inner: optional(group({ deep: int() })) })),
  row: many(group({ cell: many(int(), { max: 2 }) }), { max: 3 }),
});
const decode = decoder(everything, ns);

function read(content: string) {
  const hints: string[] = [];
  const value = decode(readXml(Buffer.from(`<everything>${content}</everything>`)).root, (note) =>
    hints.push(note),
  );
  return { value, hints };
}

function refused(content: string, message: string): void {
  assert.throws(
    () => read(`<id>1</id>${content}`),
    (error) => error instanceof InvalidElement && error.message === message,
  );
}

describe('a decoder', () => {
  test('gives each value its type', () => {
    const { value, hints } = read(
      '<id>9007199254740991</id><name>Ada</name><flag>true</flag><small>2</small><any>-7</any><half>-1.5e2</half>' +
        '<word>Two</word><bytes>AAEC</bytes><inner><deep>1</deep></inner><row><cell>1</cell><cell>2</cell></row><row/>',
    );
    assert.deepEqual(value, {
      id: 9007199254740991,
      name: 'Ada',
      flag: true,
      small: 2,
      any: -7,
      half: -150,
      word: 'Two',
      bytes: Buffer.from([0, 1, 2]),
      inner: { deep: 1 },
      row: [{ cell: [1, 2] }],
    });
    assert.deepEqual(hints, ['<row/> is empty: read as absent']);
  });

  test('leaves out what is absent, and gives lists that are empty', () => {
    assert.deepEqual(read('<id>1</id>').value, { id: 1, row: [] });
  });

  test('takes any order, any prefix and any case of a name', () => {
    const { value, hints } = read('<x:NAME>a</x:NAME><ID>1</ID>');
    assert.deepEqual(value, { id: 1, name: 'a', row: [] });
    assert.deepEqual(
      hints,
      ['prefix "x" is used but not declared', '<NAME> is read as <name>', '<ID> is read as <id>'].slice(1),
    );
  });

  test('takes another name that clients send', () => {
    assert.equal(read('<id>1</id><oldKey>k</oldKey>').value.key, 'k');
    assert.equal(read('<id>1</id><OLDKEY>k</OLDKEY>').value.key, 'k');
  });

  test('skips what is unknown, with a hint', () => {
    const { value, hints } = read('<id>1</id><strange><name>x</name></strange>');
    assert.equal(value.name, undefined);
    assert.deepEqual(hints, ['<strange> is not an element of <everything>: ignored']);
  });

  test('reads empty elements as absent, those with nothing but space too', () => {
    const { value, hints } = read('<id>1</id><name></name><small> </small><flag/>');
    assert.deepEqual(value, { id: 1, row: [] });
    assert.equal(hints.length, 3);
  });

  test('refuses an element that may stand once and stands twice', () => {
    refused('<name>a</name><name>b</name>', 'name: may be given once');
    refused('<name>a</name><NAME>a</NAME>', 'NAME: may be given once');
    refused('<key>a</key><oldKey>b</oldKey>', 'oldKey: may be given once');
    refused('<flag>true</flag><flag>false</flag>', 'flag: may be given once');
    refused('<inner><deep>1</deep></inner><inner><deep>2</deep></inner>', 'inner: may be given once');
    refused('<inner><deep>1</deep><deep>2</deep></inner>', 'inner/deep: may be given once');
  });

  test('takes an element under both of its names when they say the same', () => {
    assert.equal(read('<id>1</id><key>a</key><oldKey>a</oldKey>').value.key, 'a');
    assert.equal(read('<id>1</id><oldKey>a</oldKey><key>a</key>').value.key, 'a');
  });

  test('counts an empty element as absent, beside another of its name too', () => {
    assert.equal(read('<id>1</id><name/><name>b</name><name> </name>').value.name, 'b');
  });

  test('counts an element of text without text as absent, whatever elements are in it', () => {
    const { value, hints } = read('<id>1</id><flag>\n<emails><email>a@b.c</email></emails>\n</flag>');
    assert.deepEqual(value, { id: 1, row: [] });
    assert.deepEqual(hints, ['<flag> has no text of its own: read as absent, and so are the elements in it']);
  });

  test('trims, except where the space belongs to the value', () => {
    const { value } = read('<id> 1\n</id><name>\ta </name><note> a </note>');
    assert.deepEqual([value.id, value.name, value.note], [1, 'a', ' a ']);
  });

  test('reads booleans as clients write them', () => {
    for (const word of ['true', 'TRUE', 'True', '1'])
      assert.equal(read(`<id>1</id><flag>${word}</flag>`).value.flag, true);
    for (const word of ['false', 'FALSE', '0'])
      assert.equal(read(`<id>1</id><flag>${word}</flag>`).value.flag, false);
    refused('<flag>yes</flag>', 'flag: must be true or false');
  });

  test('reads numbers in decimal digits only', () => {
    for (const given of ['x', '1.5', '0x1', '1e3', '٣', '+-1', '--1', '1 2']) {
      refused(`<any>${given}</any>`, 'any: must be a number');
    }
    assert.equal(read('<id>1</id><any>+007</any>').value.any, 7);
    for (const given of ['Infinity', 'NaN', '.', 'e5'])
      refused(`<half>${given}</half>`, 'half: must be a number');
  });

  test('reads a number in groups of digits where people write it so, with a hint', () => {
    for (const given of ['623 063 327', ' 623\u00a0063\n327 ', '623-063-327', '623 - 063 327']) {
      const { value, hints } = read(`<id>1</id><grouped>${given}</grouped>`);
      assert.equal(value.grouped, 623063327);
      assert.deepEqual(hints, ['<grouped> has its digits in groups: read as 623063327']);
    }
    for (const given of ['623 06x', '6.3', 'null', '- 5', '-', '+']) {
      refused(`<grouped>${given}</grouped>`, 'grouped: must be a number');
    }
    refused('<grouped>-5</grouped>', 'grouped: must be from 1 to 9007199254740991');
  });

  test('holds numbers to their bounds', () => {
    for (const given of ['0', '4', '99999999999999999999']) {
      refused(`<small>${given}</small>`, 'small: must be from 1 to 3');
    }
    refused('<any>9007199254740992</any>', 'any: must be from -9007199254740991 to 9007199254740991');
    refused('<half>1e400</half>', 'half: must be from -9007199254740991 to 9007199254740991');
  });

  test('counts characters, not halves of them', () => {
    assert.equal(read('<id>1</id><name>𝄞𝄞𝄞𝄞𝄞</name>').value.name, '𝄞𝄞𝄞𝄞𝄞');
    refused('<name>123456</name>', 'name: is longer than 5 characters');
  });

  test('knows the words of an enumeration in any case, with a hint', () => {
    const { value, hints } = read('<id>1</id><word>ONE</word>');
    assert.equal(value.word, 'One');
    assert.deepEqual(hints, ['<word> says ONE for One']);
    refused('<word>Three</word>', 'word: must be one of One, Two');
  });

  test('reads base64 over several lines', () => {
    assert.deepEqual(read('<id>1</id><bytes>\n AA\n EC </bytes>').value.bytes, Buffer.from([0, 1, 2]));
    refused('<bytes>A</bytes>', 'bytes: must be base64');
    refused('<bytes>AA*C</bytes>', 'bytes: must be base64');
    refused('<bytes>AAECAwQF</bytes>', 'bytes: is longer than 4 bytes');
  });

  test('names the element that is missing, from the outside in', () => {
    assert.throws(() => read(''), { message: 'id: is required' });
    refused('<inner><other/></inner>', 'inner/deep: is required');
  });

  test('names the element that is wrong, also where names repeat', () => {
    refused(
      '<inner><deep>1</deep><inner><deep>x</deep></inner></inner>',
      'inner/inner/deep: must be a number',
    );
    refused(
      '<row><cell>1</cell><cell>2</cell><cell>3</cell></row>',
      'row/cell: may be given at most 2 times',
    );
    refused('<row><cell>1</cell></row>'.repeat(4), 'row: may be given at most 3 times');
  });

  test('ignores elements in a text and text among elements, with a hint', () => {
    assert.deepEqual(read('<id>1</id><name>a<b/></name>').hints, [
      '<name> holds text only: the elements in it are ignored',
    ]);
    assert.deepEqual(read('<id>1</id><row>x</row>').hints, [
      '<row> holds elements only: its text is ignored',
    ]);
  });

  test('takes names of JavaScript for what they are: unknown', () => {
    const { value } = read('<id>1</id><__proto__><flag>true</flag></__proto__><constructor>x</constructor>');
    assert.deepEqual(Object.keys(value), ['row', 'id']);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal((value as { flag?: boolean }).flag, undefined);
  });
});
