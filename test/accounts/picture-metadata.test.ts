import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { withoutMetadata } from '../../src/accounts/picture-metadata.ts';
import { pngOf } from '../support/pictures.ts';

/** What a picture tells beside its dots: never who took it, where, and with what. */

const SECRET = 'N 52.5163, E 13.3777';
const secret = Buffer.from(SECRET);

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [head, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** With the tag Orientation, and a secret behind it. */
function exif(orientation: number, isLittle: boolean): Buffer {
  const tiff = isLittle
    ? Buffer.from('49492a00080000000100120103000100000000000000' + '00000000', 'hex')
    : Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex');
  if (isLittle) tiff.writeUInt16LE(orientation, 18);
  else tiff.writeUInt16BE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, secret]));
}

const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const ICC = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'));
const FRAME = segment(0xc2, Buffer.from([8, 0, 64, 0, 64, 1, 1, 0x11, 0]));
/** A zero behind 0xff is data, a restart marker stands in the middle. */
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
]);
const TABLE = segment(0xc4, Buffer.from([0, 1, 2, 3]));

function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function webp(...chunks: readonly Buffer[]): Buffer {
  const content = Buffer.concat(chunks);
  const head = Buffer.from('RIFF0000WEBP');
  head.writeUInt32LE(4 + content.length, 4);
  return Buffer.concat([head, content]);
}

describe('A picture that people see', () => {
  test('has of a PNG its dots and colours', () => {
    const plain = pngOf(64, 64);
    const end = plain.length - 12;
    const told = Buffer.concat([
      plain.subarray(0, 33),
      pngChunk('tEXt', Buffer.concat([Buffer.from('Author\0'), secret])),
      pngChunk('eXIf', secret),
      plain.subarray(33, end),
      pngChunk('iTXt', secret),
      plain.subarray(end),
      Buffer.from(`<script>${SECRET}</script>`),
    ]);
    assert.deepEqual(withoutMetadata(told), plain);
    assert.deepEqual(withoutMetadata(plain), plain);
  });

  test('has of a JPEG its dots, its colours, and which way up it is', () => {
    for (const isLittle of [true, false]) {
      const told = Buffer.concat([
        START,
        JFIF,
        exif(6, isLittle),
        segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), secret])),
        ICC,
        segment(0xe2, Buffer.concat([Buffer.from('MPF\0'), secret])),
        segment(0xed, secret),
        segment(0xfe, secret),
        FRAME,
        SCAN,
        TABLE,
        segment(0xfe, secret),
        SCAN,
        END,
        secret,
      ]);
      const clean = withoutMetadata(told);
      assert.ok(clean);
      assert.equal(clean.includes(secret), false);
      const turned = segment(
        0xe1,
        Buffer.from(
          `${Buffer.from('Exif\0\0').toString('hex')}4d4d002a00000008000101120003000000010006000000000000`,
          'hex',
        ),
      );
      assert.deepEqual(clean, Buffer.concat([START, JFIF, turned, ICC, FRAME, SCAN, TABLE, SCAN, END]));
      assert.deepEqual(withoutMetadata(clean), clean, 'once is enough');
    }
  });

  test('has of a WebP its dots, and does not say that there is more', () => {
    const head = Buffer.from([0x2c, 0, 0, 0, 63, 0, 0, 63, 0, 0]);
    const dots = webpChunk('VP8 ', Buffer.alloc(30, 7));
    const told = webp(webpChunk('VP8X', head), dots, webpChunk('EXIF', secret), webpChunk('XMP ', secret));
    const without = Buffer.from(head);
    without[0] = 0x20;
    assert.deepEqual(withoutMetadata(Buffer.concat([told, secret])), webp(webpChunk('VP8X', without), dots));
  });

  test('has of a GIF its pictures and how often they are shown', () => {
    const begin = Buffer.from('GIF89a\x40\0\x40\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
    const played = Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0', 'latin1');
    const times = Buffer.from('\x21\xf9\x04\0\0\0\0\0', 'latin1');
    const dots = Buffer.from('\x2c\0\0\0\0\x40\0\x40\0\0\x02\x02\x4c\x01\0', 'latin1');
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, secret.length]), secret, Buffer.from([0])]);
    const program = Buffer.concat([
      Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1'),
      Buffer.from([secret.length]),
      secret,
      Buffer.from([0]),
    ]);
    const told = Buffer.concat([begin, played, comment, times, program, dots, Buffer.from(';'), secret]);
    assert.deepEqual(withoutMetadata(told), Buffer.concat([begin, played, times, dots, Buffer.from(';')]));
  });

  test('is none where it breaks off, whatever stands in it', () => {
    const wholes = [
      pngOf(64, 64),
      Buffer.concat([START, JFIF, exif(6, true), FRAME, SCAN, END]),
      webp(webpChunk('VP8 ', Buffer.alloc(30, 7))),
    ];
    for (const whole of wholes) {
      assert.ok(withoutMetadata(whole));
      for (let length = 0; length < whole.length; length += 1) {
        assert.equal(withoutMetadata(whole.subarray(0, length)), undefined, `${length} bytes`);
      }
    }
    for (const orientation of [0, 9, 65_535]) {
      const odd = Buffer.concat([START, exif(orientation, false), FRAME, SCAN, END]);
      assert.deepEqual(withoutMetadata(odd), Buffer.concat([START, FRAME, SCAN, END]));
    }
  });
});
