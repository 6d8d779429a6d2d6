/** The body of a POST: an envelope alone, or one with parts behind it. */
import type { IncomingMessage } from 'node:http';
import { NotReadable } from '../xml/charset.ts';
import type { XmlElement } from '../xml/element.ts';
import { LIMITS, readXml } from '../xml/reader.ts';
import { boundaryIn, multipartCall } from './multipart-call.ts';
import { inlineParts, type SentParts, withoutLongTexts } from './sent-parts.ts';
import { Turns } from './turns.ts';

export interface CallBody {
  readonly root: XmlElement;
  readonly parts: SentParts;
}

/** Bytes of an envelope with a file inside of it as base64; a larger one comes in a part of its own. */
const LARGEST_INLINE = 32 * 1024 * 1024;

/** They are held in memory: so many at once. */
const largeOnes = new Turns(2);

/**
 * @param from gives the bytes; what is not asked for is not read
 * @throws NotReadable
 * @throws NoCall
 */
export async function callBody(request: IncomingMessage, from: AsyncIterator<Buffer>): Promise<CallBody> {
  const contentType = request.headers['content-type'];
  const coding = request.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (coding !== '' && coding !== 'identity') {
    throw new NotReadable('encoding', 'a call is read as it stands: send it without a Content-Encoding');
  }
  const boundary = boundaryIn(contentType);
  if (boundary !== undefined) {
    const { envelope, contentType: ofEnvelope, parts } = await multipartCall(from, boundary);
    return { root: readXml(envelope, { contentType: ofEnvelope }).root, parts };
  }
  const start = await gathered(from, LIMITS.size);
  if (start.isWhole) return envelopeIn(start.bytes, contentType);
  return largeOnes.run(async () => {
    const rest = await gathered(from, LARGEST_INLINE - start.bytes.length);
    if (!rest.isWhole) {
      throw new NotReadable(
        'too-large',
        `the call is larger than ${LARGEST_INLINE} bytes: send the file in a part of its own (multipart/related)`,
      );
    }
    return envelopeIn(Buffer.concat([start.bytes, rest.bytes]), contentType);
  });
}

function envelopeIn(bytes: Buffer, contentType: string | undefined): CallBody {
  const { rest, cuts } = withoutLongTexts(bytes);
  return { root: readXml(rest, { contentType }).root, parts: inlineParts(cuts) };
}

/** Reads until the end, or until more than so many bytes are there. */
async function gathered(
  from: AsyncIterator<Buffer>,
  most: number,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const pieces: Buffer[] = [];
  for (let size = 0; size <= most; ) {
    const { value, done } = await from.next();
    if (done) return { bytes: Buffer.concat(pieces), isWhole: true };
    size += value.length;
    pieces.push(value);
  }
  return { bytes: Buffer.concat(pieces), isWhole: false };
}
