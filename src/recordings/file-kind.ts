/** What a file that is brought is, by its first bytes; what it is called and said to be must fit. */
import type { Format } from './recording.ts';

export interface FileKind {
  readonly format: Format;
  /** With which it is kept and sent. */
  readonly mediaType: string;
  /** Of its name in the store. */
  readonly ending: string;
}

/** First bytes that are enough to tell. */
export const HEAD = 256;

const KINDS = {
  mp4: { format: 'MP4', mediaType: 'video/mp4', ending: 'mp4' },
  m4a: { format: 'MP4', mediaType: 'audio/mp4', ending: 'mp4' },
  webm: { format: 'WEBM', mediaType: 'video/webm', ending: 'webm' },
  mkv: { format: 'WEBM', mediaType: 'video/x-matroska', ending: 'mkv' },
  wmv: { format: 'WMV', mediaType: 'video/x-ms-wmv', ending: 'wmv' },
  arf: { format: 'ARF', mediaType: 'application/octet-stream', ending: 'arf' },
  warf: { format: 'WARF', mediaType: 'application/octet-stream', ending: 'warf' },
  wrf: { format: 'WRF', mediaType: 'application/octet-stream', ending: 'wrf' },
} as const satisfies Record<string, FileKind>;

const ENDINGS: Readonly<Record<string, Format>> = {
  mp4: 'MP4',
  m4v: 'MP4',
  m4a: 'MP4',
  mov: 'MP4',
  webm: 'WEBM',
  mkv: 'WEBM',
  mka: 'WEBM',
  wmv: 'WMV',
  asf: 'WMV',
  arf: 'ARF',
  warf: 'WARF',
  wrf: 'WRF',
};

const TYPES: readonly (readonly [type: RegExp, format: Format])[] = [
  [/^(?:video|audio)\/(?:mp4|quicktime|x-m4[av])$/, 'MP4'],
  [/^(?:video|audio)\/(?:webm|(?:x-)?matroska)$/, 'WEBM'],
  [/^video\/x-ms-(?:wmv|asf)$/, 'WMV'],
];

/** What programs and browsers say of a file that they do not know. `application/…webex…` is told by its ending. */
const SAYS_NOTHING =
  /^(?:|\*\/\*|(?:application|binary)\/octet-stream|application\/(?:x-)?(?:www-form-urlencoded|force-download|download)|application\/[\w.+-]*(?:webex|arf|wrf)[\w.+-]*)$/;

/** Pictures in the same container (brands of ISO 14496-12 files). */
const PICTURES = /^(?:avi[fs]|hei[cfmsx]|hev[cmsx]|mif1|msf1|crx |jp2 |jpx )$/;

/**
 * Others that may be called ARF or WRF by mistake. The two have no published form, and not every player began its files
 * with the same bytes: they are kept under their name, unless the bytes are plainly something else.
 */
const OTHERS = [
  'RIFF',
  'PK\x03\x04',
  '%PDF',
  'MZ',
  '\x7fELF',
  '<',
  'GIF8',
  '\x89PNG',
  '\xff\xd8\xff',
  '\x1f\x8b',
].concat(['ID3', 'OggS', 'fLaC', '#!', '{\\rtf', 'Rar!', '7z\xbc\xaf', '\xef\xbb\xbf']);

/** Microsoft's container (ASF), by the number of its header object. */
const ASF = '3026b2758e66cf11a6d900aa0062ce6c';

/** How a signature of an ARF is published in tables of file signatures. */
const ARF = '01000200';

/**
 * @param head the first bytes, `HEAD` of them where there are as many
 * @returns the kind; nothing when it is none that is kept; the format that it is where it is said to be another
 */
export function kindOf(
  head: Uint8Array,
  { fileName, mediaType = '' }: { readonly fileName: string; readonly mediaType?: string | undefined },
): FileKind | { readonly is: Format; readonly said: string } | undefined {
  const said = saidOf(fileName, mediaType);
  if (said === undefined) return undefined;
  const kind = byBytes(Buffer.from(head)) ?? byName(head, said);
  if (kind === undefined) return undefined;
  const other = said.find((format) => format !== kind.format);
  // A WARF is an ARF for browsers.
  const isSame = other === undefined || (kind.format === 'ARF' && other === 'WARF');
  return isSame ? (other === 'WARF' ? KINDS.warf : kind) : { is: kind.format, said: other };
}

/** What name and type say, which may be nothing; nothing at all of a type that no recording has. */
function saidOf(fileName: string, mediaType: string): Format[] | undefined {
  const [, ending = ''] = /\.([a-z0-9]{2,4})$/i.exec(fileName) ?? [];
  const named = ENDINGS[ending.toLowerCase()];
  const [type = ''] = mediaType.toLowerCase().split(';');
  const typed = TYPES.find(([pattern]) => pattern.test(type.trim()))?.[1];
  if (typed === undefined && !SAYS_NOTHING.test(type.trim())) return undefined;
  return [named, typed].filter((format) => format !== undefined);
}

function byBytes(head: Buffer): FileKind | undefined {
  if (head.toString('latin1', 4, 8) === 'ftyp') {
    const brand = head.toString('latin1', 8, 12);
    if (PICTURES.test(brand)) return undefined;
    return /^M4[AB] $/.test(brand) ? KINDS.m4a : KINDS.mp4;
  }
  if (head.toString('hex', 0, 4) === '1a45dfa3') {
    // Its DocType stands in the first element (RFC 9559, section 4).
    const words = head.toString('latin1');
    if (words.includes('webm')) return KINDS.webm;
    return words.includes('matroska') ? KINDS.mkv : undefined;
  }
  if (head.toString('hex', 0, 16) === ASF) return KINDS.wmv;
  return head.toString('hex', 0, 4) === ARF ? KINDS.arf : undefined;
}

function byName(head: Uint8Array, said: readonly Format[]): FileKind | undefined {
  const kind = [KINDS.arf, KINDS.warf, KINDS.wrf].find(({ format }) => said[0] === format);
  const text = Buffer.from(head).toString('latin1').trimStart();
  const isOther = OTHERS.some((beginning) => text.startsWith(beginning));
  return isOther || head.length === 0 ? undefined : kind;
}
