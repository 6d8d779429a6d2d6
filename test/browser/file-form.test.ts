import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readFileForm } from '../../src/browser/file-form.ts';
import { Refused } from '../../src/browser/reasons.ts';

const TYPE = 'multipart/form-data; boundary=----b';
const END = '\r\n------b--\r\n';

const part = (head: string, body: string) =>
  `------b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}`;
const field = (name: string, value: string) => `${part(`name="${name}"`, value)}\r\n`;
const file = (fileName: string, body: string) =>
  part(`name="FILE"; filename="${fileName}"\r\nContent-Type: video/webm`, body);

/** In pieces of that many bytes. */
async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(from: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces = [];
  for await (const piece of from) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

async function read(text: string, size = 7, type = TYPE) {
  const form = await readFileForm(type, inPieces(text, size));
  return { ...form, text: form.file && (await textOf(form.file.bytes)) };
}

describe('A form with a file', () => {
  // What looks like a boundary and is none, and line ends, belong to the file.
  const bytes = '\r\n------a\r\n--\r\n------\r\n\r\nend\r\n';

  test('is read the same in pieces of any size', async () => {
    const text = field('FORM', 'token') + field('NAME', 'Grüße\r\nzwei') + file('a.webm', bytes) + END;
    for (const size of [1, 2, 3, 5, 8, 13, 64, 4096]) {
      const { fields, file: posted, text: got } = await read(text, size);
      assert.deepEqual(Object.fromEntries(fields), { FORM: 'token', NAME: 'Grüße\r\nzwei' }, `${size}`);
      assert.equal(posted?.fileName, 'a.webm');
      assert.equal(posted?.mediaType, 'video/webm');
      assert.equal(got, bytes, `${size}`);
    }
  });

  test('may have empty fields, an empty file, or none', async () => {
    assert.equal((await read(field('A', '') + file('a.mp4', '') + END)).text, '');
    assert.equal((await read(field('A', '') + file('', '') + END)).file, undefined);
    const without = await read(field('A', '').slice(0, -2) + END);
    assert.deepEqual([...without.fields], [['A', '']]);
    assert.equal(without.file, undefined);
  });

  test('tells the name of the file without its folder, and with what browsers escape', async () => {
    const names = {
      'C:\\films\\a%22b.mp4': 'a"b.mp4',
      '../../etc/passwd': 'passwd',
      'ü\u202efdp.mp4': 'ü\u202efdp.mp4',
      'a%0D%0Ab.mp4': 'a  b.mp4',
    };
    for (const [sent, name] of Object.entries(names)) {
      assert.equal((await read(file(sent, 'x') + END)).file?.fileName, name);
    }
  });

  test('is taken whole or not at all', async () => {
    await assert.rejects(read(file('a.mp4', 'half of it')), Refused);
    await assert.rejects(read(`${file('a.mp4', 'half of it')}\r\n------`), Refused);
  });

  const hostile: Readonly<Record<string, readonly [text: string, type?: string]>> = {
    'no boundary': [field('A', 'x') + END, 'multipart/form-data'],
    'another boundary': [field('A', 'x') + END, 'multipart/form-data; boundary=other'],
    'a boundary that goes on': [`------bee\r\n\r\n${END}`],
    'a head without an end': [`------b\r\nContent-Disposition: form-data; name="${'x'.repeat(20_000)}`],
    'a part that is no field': [`------b\r\nContent-Type: text/plain\r\n\r\nx${END}`],
    'fields that are too large': [field('A', 'x'.repeat(70_000)) + END],
    nothing: [''],
  };
  for (const [name, [text, type]] of Object.entries(hostile)) {
    test(`is refused with ${name}`, async () => {
      await assert.rejects(read(text, 1000, type), Refused);
    });
  }
});
