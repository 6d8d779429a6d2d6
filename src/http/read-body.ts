/** Reads the body of a raw request, within bounds and in its turn. */
import type { IncomingMessage } from 'node:http';
import type { Pace } from './pace.ts';

/**
 * How many times its bound is read of a body that is too large, and thrown away: a caller who is still sending when the
 * connection is closed never sees the answer.
 */
const PATIENCE = 10;

/**
 * Calls `done` with the whole body, or with nothing when it is too large; a caller who hangs up gets no call.
 * @param most bytes
 */
export function readBody(
  request: IncomingMessage,
  pace: Pace,
  most: number,
  done: (bytes: Buffer | undefined) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  let impatient = false;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    pace.hold(request, size, chunk);
    if (size <= most) {
      chunks.push(chunk);
      return;
    }
    chunks.length = 0;
    if (size > most * PATIENCE && !impatient) {
      impatient = true;
      done(undefined);
    }
  });
  request.on('end', () => {
    if (impatient) return;
    const [first] = chunks;
    if (size > most) done(undefined);
    else done(first && chunks.length === 1 ? first : Buffer.concat(chunks));
  });
}
