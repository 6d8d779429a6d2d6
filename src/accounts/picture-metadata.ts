/**
 * What a camera or a program has written into a picture beside its dots (place, time, device, names, a small picture of
 * what it was before it was cut) goes before anybody else sees it; the dots stay as they are, byte for byte. What stands
 * behind the end of a picture goes too.
 */

/** @returns nothing when the bytes cannot be followed to the end of a picture (PNG, JPEG, GIF or WebP) */
export function withoutMetadata(bytes: Buffer): Buffer | undefined {
  if (bytes.subarray(0, 8).equals(PNG)) return pngWithout(bytes);
  if (bytes.length > 3 && bytes.readUInt16BE(0) === 0xffd8) return jpegWithout(bytes);
  if (/^GIF8[79]a$/.test(name(bytes, 0, 6))) return gifWithout(bytes);
  if (name(bytes, 0, 4) === 'RIFF' && name(bytes, 8, 12) === 'WEBP') return webpWithout(bytes);
  return undefined;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** The dots, and how their colours are meant (PNG, 11); those of moving pictures too. */
const PNG_KEPT: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD acTL fcTL fdAT'.split(' '),
);

function pngWithout(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [PNG];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const type = name(bytes, at + 4, at + 8);
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return undefined;
}

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Segments and scans in turn (ITU-T T.81, B.1.1). Which way up the picture is stays. */
function jpegWithout(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    const turned = marker === 0xe1 ? orientationOf(segment) : undefined;
    if (turned !== undefined) kept.push(orientationSegment(turned));
    else if (isKeptInJpeg(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== 0xda) continue;
    const scan = at;
    while (at + 1 < bytes.length && !(bytes[at] === 0xff && endsScan(bytes[at + 1] ?? 0))) at += 1;
    kept.push(bytes.subarray(scan, at));
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd9) return undefined;
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]);
}

function endsScan(marker: number): boolean {
  return marker !== 0 && marker !== 0xff && !isRestart(marker);
}

/** Of what programs add (APPn, COM) only what says how the dots are read: JFIF, colours, Adobe's transform. */
function isKeptInJpeg(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const label = name(segment, 4, 16);
  return (
    (marker === 0xe0 && label.startsWith('JFIF\0')) ||
    (marker === 0xe2 && label.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && label.startsWith('Adobe'))
  );
}

/** The tag Orientation (0x0112) of the first directory of Exif (2.32, 4.6.4): 1 to 8. */
function orientationOf(segment: Buffer): number | undefined {
  if (name(segment, 4, 10) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return undefined;
  const isLittle = name(tiff, 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  const count = short(first);
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) !== 0x0112) continue;
    const turned = short(at + 8);
    return turned >= 1 && turned <= 8 ? turned : undefined;
  }
  return undefined;
}

/** An Exif with nothing else in it. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from('ffe10000457869660000', 'hex');
  head.writeUInt16BE(head.length - 2 + tiff.length, 2);
  return Buffer.concat([head, tiff]);
}

/** Blocks follow the colours (GIF89a): comments, texts and what programs add go, but for how often it is played. */
function gifWithout(bytes: Buffer): Buffer | undefined {
  const flags = bytes[10];
  if (flags === undefined) return undefined;
  let at = 13 + coloursOf(flags);
  const kept: Buffer[] = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const begin = at;
    const kind = bytes[at];
    if (kind === 0x3b) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    const label = bytes[at + 1];
    if (kind === 0x2c) at += 11 + coloursOf(bytes[at + 9] ?? 0);
    else if (kind === 0x21) at += 2;
    else return undefined;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
    at += 1;
    if (at > bytes.length) return undefined;
    const isPlayed = label === 0xff && name(bytes, begin + 3, begin + 14) === 'NETSCAPE2.0';
    if (kind === 0x2c || label === 0xf9 || isPlayed) kept.push(bytes.subarray(begin, at));
  }
  return undefined;
}

function coloursOf(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

const WEBP_KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X (RFC 9649, 2.7.1): there is Exif, there is XMP. */
const WEBP_METADATA = 0x08 | 0x04;

function webpWithout(bytes: Buffer): Buffer | undefined {
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return undefined;
  const kept: Buffer[] = [];
  let at = 12;
  while (at + 8 <= whole) {
    const type = name(bytes, at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > whole) return undefined;
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (type === 'VP8X' && size > 0) chunk[8] = (chunk[8] ?? 0) & ~WEBP_METADATA;
    if (WEBP_KEPT.has(type)) kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) return undefined;
  const content = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + content.length, 4);
  return Buffer.concat([head, content]);
}

function name(bytes: Buffer, from: number, to: number): string {
  return bytes.subarray(from, to).toString('latin1');
}
