/** The sound of the telephone (ITU-T G.711): 8 bits for 16, by one of two laws. */

export type Law = 'PCMU' | 'PCMA';

const BIAS = 0x84;
const CLIP = 32_635;

function fromUlaw(byte: number): number {
  const inverted = ~byte & 0xff;
  const exponent = (inverted >> 4) & 7;
  const size = (((inverted & 15) << 3) + BIAS) * 2 ** exponent - BIAS;
  return inverted & 0x80 ? -size : size;
}

function toUlaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = 31 - Math.clz32(size) - 7;
  return ~(sign | (exponent << 4) | ((size >> (exponent + 3)) & 15)) & 0xff;
}

function fromAlaw(byte: number): number {
  const plain = byte ^ 0x55;
  const exponent = (plain >> 4) & 7;
  const mantissa = (plain & 15) << 4;
  const size = exponent === 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
  return plain & 0x80 ? size : -size;
}

function toAlaw(sample: number): number {
  const sign = sample < 0 ? 0 : 0x80;
  // The law has no zero below zero: -1 is its smallest.
  const size = Math.min(sample < 0 ? -sample - 1 : sample, 32_767);
  const exponent = size < 256 ? 0 : 31 - Math.clz32(size) - 7;
  const mantissa = exponent === 0 ? size >> 4 : (size >> (exponent + 3)) & 15;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

const DECODED = {
  PCMU: Int16Array.from({ length: 256 }, (_, byte) => fromUlaw(byte)),
  PCMA: Int16Array.from({ length: 256 }, (_, byte) => fromAlaw(byte)),
};

/** By the sample's 16 bits as a number without a sign. */
const ENCODED = {
  PCMU: Uint8Array.from({ length: 65_536 }, (_, bits) => toUlaw((bits << 16) >> 16)),
  PCMA: Uint8Array.from({ length: 65_536 }, (_, bits) => toAlaw((bits << 16) >> 16)),
};

export function decoded(law: Law, bytes: Uint8Array): Int16Array {
  const table = DECODED[law];
  return Int16Array.from(bytes, (byte) => table[byte] ?? 0);
}

export function encoded(law: Law, samples: Int16Array): Uint8Array {
  const table = ENCODED[law];
  return Uint8Array.from(samples, (sample) => table[sample & 0xffff] ?? 0);
}
