/**
 * What a logo may be, told by its bytes: pictures of dots alone. An SVG is a program that a browser runs, and what makes
 * one harmless is a parser that knows all that browsers do; so it is refused, and a PNG of it is asked for.
 */
import { RuleBroken } from '../../refusal.ts';

export interface Picture {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

export const LARGEST_LOGO = 512 * 1024;
const MOST_DOTS = 2_048;
const FEWEST_DOTS = 16;

/** @throws RuleBroken when the bytes are no picture that may be a logo */
export function pictureOf(bytes: Buffer): Picture {
  if (bytes.length === 0) throw new RuleBroken('logo', 'is empty');
  if (bytes.length > LARGEST_LOGO) throw new RuleBroken('logo', 'may have at most 512 KB');
  const picture = readPicture(bytes);
  if (!picture)
    throw new RuleBroken(
      'logo',
      isSvg(bytes) ? 'is an SVG: use a PNG of it' : 'must be a PNG, JPEG, GIF or WebP picture',
    );
  const { width, height } = picture;
  if (Math.min(width, height) < FEWEST_DOTS || Math.max(width, height) > MOST_DOTS) {
    throw new RuleBroken(
      'logo',
      `must be from ${FEWEST_DOTS} to ${MOST_DOTS} dots wide and high, and is ${width} × ${height}`,
    );
  }
  return picture;
}

/** The format and the size of a picture; nothing when it is none. */
export function readPicture(bytes: Buffer): Picture | undefined {
  return png(bytes) ?? jpeg(bytes) ?? gif(bytes) ?? webp(bytes);
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Its first chunk is IHDR (PNG, 11.2.2). */
function png(bytes: Buffer): Picture | undefined {
  if (!bytes.subarray(0, 8).equals(PNG) || bytes.length < 24 || at(bytes, 12, 16) !== 'IHDR')
    return undefined;
  return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Segments follow each other until the one that begins a frame tells the size (ITU-T T.81, B.2.2). */
function jpeg(bytes: Buffer): Picture | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let from = 2;
  while (from + 9 <= bytes.length && bytes[from] === 0xff) {
    const marker = bytes[from + 1] ?? 0;
    if (marker === 0xff) {
      from += 1;
      continue;
    }
    const beginsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (beginsFrame) {
      return {
        mediaType: 'image/jpeg',
        width: bytes.readUInt16BE(from + 7),
        height: bytes.readUInt16BE(from + 5),
      };
    }
    from += 2 + bytes.readUInt16BE(from + 2);
  }
  return undefined;
}

function gif(bytes: Buffer): Picture | undefined {
  if (!/^GIF8[79]a$/.test(at(bytes, 0, 6)) || bytes.length < 10) return undefined;
  return { mediaType: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** A RIFF of one of three kinds (RFC 9649). */
function webp(bytes: Buffer): Picture | undefined {
  if (at(bytes, 0, 4) !== 'RIFF' || at(bytes, 8, 12) !== 'WEBP' || bytes.length < 30) return undefined;
  const sized = (width: number, height: number): Picture => ({ mediaType: 'image/webp', width, height });
  switch (at(bytes, 12, 16)) {
    case 'VP8X':
      return sized(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return sized(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    default:
      return undefined;
  }
}

function isSvg(bytes: Buffer): boolean {
  return /<svg[\s>]/i.test(bytes.subarray(0, 4_096).toString('latin1'));
}

function at(bytes: Buffer, from: number, to: number): string {
  return bytes.subarray(from, to).toString('latin1');
}
