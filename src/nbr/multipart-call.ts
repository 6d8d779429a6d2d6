/**
 * A call with attachments (SOAP with Attachments, XOP): multipart/related, read part by part as it arrives. Its first
 * part is the envelope; the others are never held whole.
 */
import { LIMITS } from '../xml/reader.ts';
import { decodedBase64, type SentParts } from './sent-parts.ts';
import { NoCall } from './soap-call.ts';

const CR_LF = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');
const LARGEST_HEAD = 16 * 1024;

/** What a header says is its boundary; nothing when it is no multipart/related. @throws NoCall without a boundary */
export function boundaryIn(contentType: string | undefined): string | undefined {
  if (!/^\s*multipart\/related\b/i.test(contentType ?? '')) return undefined;
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;,"]+))/i.exec(contentType ?? '') ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined || boundary.length > 200)
    throw new NoCall('multipart/related needs its boundary');
  return boundary;
}

interface Head {
  readonly contentID: string | undefined;
  readonly contentType: string | undefined;
  readonly encoding: string;
}

export interface MultipartCall {
  readonly envelope: Buffer;
  readonly contentType: string | undefined;
  readonly parts: SentParts;
}

/** @throws NoCall when it is not what its header says, or ends too soon */
export async function multipartCall(from: AsyncIterator<Buffer>, boundary: string): Promise<MultipartCall> {
  const reader = new PartReader(from, boundary);
  const head = await reader.next();
  if (!head) throw new NoCall('the first part of a multipart/related is the envelope, and there is no part');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const bytes of decoded(head, reader)) {
    size += bytes.length;
    if (size > LIMITS.size) throw new NoCall(`the envelope is larger than ${LIMITS.size} bytes`);
    pieces.push(bytes);
  }
  return {
    envelope: Buffer.concat(pieces),
    contentType: head.contentType,
    parts: {
      bytesOf: ({ name, text, part }) => {
        if (part !== undefined) return partOf(reader, part);
        return decodedBase64(once(Buffer.from(text ?? '', 'latin1'), name));
      },
    },
  };
}

async function* once(bytes: Buffer, name: string): AsyncGenerator<Buffer> {
  if (bytes.length === 0) throw new NoCall(`${name} refers to no part, and holds nothing`);
  yield bytes;
}

/** The parts before it are passed over. */
async function* partOf(reader: PartReader, contentID: string): AsyncGenerator<Buffer> {
  for (;;) {
    const head = await reader.next();
    if (!head) throw new NoCall(`there is no part with the Content-ID <${contentID.slice(0, 100)}>`);
    if (head.contentID !== contentID) continue;
    yield* decoded(head, reader);
    return;
  }
}

function decoded(head: Head, reader: PartReader): AsyncIterable<Buffer> {
  if (head.encoding === 'base64') return decodedBase64(reader.body());
  if (!['binary', '8bit', '7bit', ''].includes(head.encoding)) {
    throw new NoCall(
      `the Content-Transfer-Encoding ${head.encoding.slice(0, 40)} is not read: send binary or base64`,
    );
  }
  return reader.body();
}

/** Goes through the bytes once, from part to part. */
class PartReader {
  readonly #from: AsyncIterator<Buffer>;
  readonly #delimiter: Buffer;
  /** What has arrived and is not read; the first boundary may stand at the very beginning, without a line before. */
  #held: Buffer = CR_LF;
  /** Bytes of it that end the head, and are no body: an empty body's boundary begins with them. */
  #ofHead = 0;
  #isInBody = true;
  #isOver = false;

  constructor(from: AsyncIterator<Buffer>, boundary: string) {
    this.#from = from;
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  /** The head of the next part; nothing behind the last. What has not been read of the part before is passed over. */
  async next(): Promise<Head | undefined> {
    if (this.#isOver) return undefined;
    for await (const _passedOver of this.body());
    await this.#fill(2);
    if (this.#held.subarray(0, 2).toString('latin1') === '--') {
      this.#isOver = true;
      return undefined;
    }
    let end = this.#held.indexOf(HEAD_END);
    while (end === -1 && this.#held.length <= LARGEST_HEAD) {
      await this.#fill(this.#held.length + 1);
      end = this.#held.indexOf(HEAD_END);
    }
    if (end === -1 || end > LARGEST_HEAD) throw new NoCall('the head of a part is too long');
    const head = headIn(this.#held.subarray(0, end).toString('latin1'));
    this.#held = this.#held.subarray(end + HEAD_END.length - CR_LF.length);
    this.#ofHead = CR_LF.length;
    this.#isInBody = true;
    return head;
  }

  /** The bytes of the part whose head was read last. */
  async *body(): AsyncGenerator<Buffer> {
    while (this.#isInBody) {
      const end = this.#held.indexOf(this.#delimiter);
      // A boundary may have begun to arrive.
      const until = end === -1 ? this.#held.length - this.#delimiter.length + 1 : end;
      if (until > this.#ofHead) {
        const piece = this.#held.subarray(this.#ofHead, until);
        this.#held = this.#held.subarray(until);
        this.#ofHead = 0;
        yield piece;
      } else if (end !== -1) {
        this.#held = this.#held.subarray(end + this.#delimiter.length);
        this.#isInBody = false;
      } else {
        await this.#fill(this.#held.length + 1);
      }
    }
  }

  /** Waits until so many bytes are held. */
  async #fill(bytes: number): Promise<void> {
    while (this.#held.length < bytes) {
      const { value, done } = await this.#from.next();
      if (done) throw new NoCall('the call ends in the middle of a part');
      this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    }
  }
}

function headIn(text: string): Head {
  const headers = new Map<string, string>();
  // A line that begins with white space goes on with the one before (RFC 5322, section 2.2.3).
  for (const line of text.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return {
    contentID: headers.get('content-id')?.replace(/^<(.*)>$/, '$1'),
    contentType: headers.get('content-type'),
    encoding: headers.get('content-transfer-encoding')?.toLowerCase() ?? '',
  };
}
