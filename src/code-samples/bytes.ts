/** Bytes and text, as browsers and Node both have them: samples are written in the reference page, too. */

export function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

export function utf8Of(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function base64Of(bytes: Uint8Array): string {
  let units = '';
  for (const byte of bytes) units += String.fromCharCode(byte);
  return btoa(units);
}
