/** What a file is called where somebody saves it. */
import type { Recording, RecordingFile } from './recording.ts';

/** Bytes of a name without its ending, at most: file systems take 255, and programs add to it (`(1)`). */
const LONGEST = 200;

/**
 * What neither shows nor has a place in a name: controls, the ends of lines, the marks that turn the direction of a text
 * (an ending can be hidden behind them: `exe.4pm`), characters of no width, halves of pairs.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What some file system takes for something else. */
const FORBIDDEN = /[/\\:*?"<>|]/g;

/** Names of devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const ENDINGS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'video/x-matroska': 'mkv',
  'audio/x-matroska': 'mka',
  'video/x-ms-wmv': 'wmv',
  'audio/wav': 'wav',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'text/vtt': 'vtt',
  'text/plain': 'txt',
};

/**
 * The recording's name with the ending that its file has. Where nobody knows one by the type (ARF, WRF), it is that of
 * the recording's format.
 */
export function fileNameOf(
  { name, format }: Pick<Recording, 'name' | 'format'>,
  { mediaType }: Pick<RecordingFile, 'mediaType'>,
): string {
  const [type = ''] = mediaType.toLowerCase().split(/[; ]/);
  return safeFileName(name, ENDINGS[type] ?? format.toLowerCase());
}

/** @param ending without its dot; a name that has it already keeps it once */
export function safeFileName(name: string, ending: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\t\r\n]/g, ' ')
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '_');
  const bare = clean.toLowerCase().endsWith(`.${ending}`) ? clean.slice(0, -ending.length - 1) : clean;
  const stem = trimmed(cut(trimmed(bare))) || 'recording';
  return `${DEVICE.test(stem) ? '_' : ''}${stem}.${ending}`;
}

/** A name that begins with a dot is hidden, and one that ends with it is another one on Windows. */
function trimmed(name: string): string {
  return name.replace(/ +/g, ' ').replace(/^[ .]+|[ .]+$/g, '');
}

/** Between two characters. */
function cut(name: string): string {
  let short = '';
  for (const character of name) {
    if (Buffer.byteLength(short + character) > LONGEST) break;
    short += character;
  }
  return short;
}
