/** Bodies that were packed for the way: `Content-Encoding: gzip` or `deflate`. */
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { NotReadable, shown } from './charset.ts';

/** Unpacks at most so many bytes; undefined when there are more. @throws NotReadable when it cannot be unpacked */
export type Unpack = (packed: Buffer, most: number) => Buffer | undefined;

/** What the header names; undefined when the body is as it stands. @throws NotReadable for any other coding */
export function contentCoding(header: string | undefined): Unpack | undefined {
  if (header === undefined) return undefined;
  const coding = header.trim().toLowerCase();
  switch (coding) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return (packed, most) => unpacked(coding, () => gunzipSync(packed, { maxOutputLength: most }));
    case 'deflate':
      return (packed, most) =>
        unpacked(coding, () =>
          (hasZlibHeader(packed) ? inflateSync : inflateRawSync)(packed, { maxOutputLength: most }),
        );
    default:
      throw new NotReadable(
        'encoding',
        `the Content-Encoding ${shown(header.trim())} is not read; send gzip, deflate or the message as it is`,
      );
  }
}

function unpacked(coding: string, work: () => Buffer): Buffer | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw new NotReadable('malformed', `the body is not what its Content-Encoding says: ${coding}`);
  }
}

/** `deflate` means deflate inside zlib (RFC 9110, section 8.4.1.2); some clients leave the zlib out. */
function hasZlibHeader(packed: Buffer): boolean {
  const [first = 0, second = 0] = packed;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
