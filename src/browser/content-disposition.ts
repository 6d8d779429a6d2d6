/** The header Content-Disposition (RFC 6266), with a name in any script (RFC 8187). */

/** What a file is for: to be shown where it is, or to be saved. */
export type Disposition = 'inline' | 'attachment';

/** What may stand in `filename*` as it is (attr-char of RFC 8187, section 3.2.1). */
const PLAIN = /[^A-Za-z0-9!#$&+.^_`|~-]/g;

/**
 * Whatever the name holds, the value is one line of ASCII: quotation marks, backslashes and percent signs of the plain
 * name become `_`, since readers differ on how they are escaped (RFC 6266, appendix D).
 */
export function contentDisposition(disposition: Disposition, fileName: string): string {
  const name = fileName.toWellFormed();
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\%]/gu, '_');
  const value = `${disposition}; filename="${ascii}"`;
  return ascii === name ? value : `${value}; filename*=UTF-8''${percentEncoded(name)}`;
}

function percentEncoded(name: string): string {
  return name.replace(PLAIN, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
