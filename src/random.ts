/** Randomness, handed down so that a test can hold it still. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';

export interface Random {
  bytes(count: number): Buffer;
  /** A whole number of exactly that many digits, the first not 0. */
  digits(count: number): number;
  uuid(): string;
}

export const systemRandom: Random = {
  bytes: (count) => randomBytes(count),
  digits: (count) => randomInt(10 ** (count - 1), 10 ** count),
  uuid: () => randomUUID(),
};
