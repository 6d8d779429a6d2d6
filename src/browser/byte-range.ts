/** Which bytes of a file are asked for (RFC 9110, section 14). */
import type { ByteRange } from '../recordings/store/recording-store.ts';

/**
 * @param range the header Range, as it came
 * @param bytes of the whole file
 * @returns the range, cut at the file's end; `whole` where none is asked for, or several, or what nobody can read, all of
 *   which a server may answer with the whole file; `beyond` where no byte of the file is in it
 */
export function byteRange(range: string | undefined, bytes: number): ByteRange | 'whole' | 'beyond' {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const from = Math.max(0, bytes - Number(last));
    return from < bytes ? { first: from, last: bytes - 1 } : 'beyond';
  }
  if (last !== '' && Number(last) < Number(first)) return 'whole';
  if (Number(first) >= bytes) return 'beyond';
  return { first: Number(first), last: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
