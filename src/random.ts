/** Randomness, handed down so that a test can hold it still. */
import { hash, randomFillSync, randomInt, randomUUID } from 'node:crypto';

export interface Random {
  bytes(count: number): Buffer;
  /** A whole number of exactly that many digits, the first not 0. */
  digits(count: number): number;
  uuid(): string;
}

/** Asking the system costs more than what it gives: its bytes are drawn ahead, and each is given out once. */
const POOL = Buffer.alloc(8192);
let left = 0;

function drawn(count: number): Buffer {
  if (count > POOL.length) return randomFillSync(Buffer.alloc(count));
  if (left < count) {
    randomFillSync(POOL);
    left = POOL.length;
  }
  const from = POOL.length - left;
  left -= count;
  const bytes = Buffer.from(POOL.subarray(from, from + count));
  POOL.fill(0, from, from + count);
  return bytes;
}

export const systemRandom: Random = {
  bytes: drawn,
  digits: (count) => randomInt(10 ** (count - 1), 10 ** count),
  uuid: () => randomUUID(),
};

/** What is kept of a random token in its place: SHA-256, of which nobody finds the token again. */
export function tokenHash(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
