/**
 * Sends the bytes of an open file through one buffer: a stream would make a new one for each read, and what they leave
 * behind would be collected again and again, together with everything else that the process holds.
 */
import type { ServerResponse } from 'node:http';
import type { ByteRange, OpenFile } from '../recordings/store/recording-store.ts';

/** Bytes that are read and written at once. */
const AT_ONCE = 256 * 1024;

/**
 * Resolves when the system has taken the last byte. The head of the answer has been written, and its end is the caller's.
 * @throws what reading throws; and when whoever asked goes away
 */
export async function sendBytes(
  file: OpenFile,
  { first, last }: ByteRange,
  response: ServerResponse,
): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(AT_ONCE, last - first + 1));
  let hangUp = () => {};
  // Where the connection breaks, a write may be answered by nothing else.
  const closed = () => hangUp();
  response.once('close', closed);
  const write = (bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      hangUp = () => reject(new HungUp());
      if (response.destroyed) hangUp();
      else response.write(bytes, (error) => (error ? hangUp() : resolve()));
    });
  try {
    for (let at = first; at <= last; ) {
      const count = await file.read(buffer, Math.min(buffer.length, last - at + 1), at);
      if (count === 0) throw new Error('a file of a recording is shorter than its row says');
      // The buffer is filled anew when the system has a copy of its own.
      await write(buffer.subarray(0, count));
      at += count;
    }
  } finally {
    response.off('close', closed);
  }
}

/** Whoever asked has gone. */
export class HungUp extends Error {
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE';

  constructor() {
    super('whoever asked for a recording has gone');
  }
}
