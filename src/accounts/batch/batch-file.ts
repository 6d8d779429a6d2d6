/**
 * A file of users as rows of text: CSV or tab-delimited, in UTF-8 or in the UTF-16 of the original's exports. What it is
 * like is told by its beginning.
 */
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { guarded, unguarded } from '../../formula-guard.ts';
import { RuleBroken } from '../../refusal.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const;
export const SEPARATORS = [',', ';', '\t'] as const;

export interface BatchForm {
  readonly encoding: (typeof ENCODINGS)[number];
  readonly separator: (typeof SEPARATORS)[number];
}

/** The original's own: Unicode, with tabs. */
export const ORIGINAL_FORM: BatchForm = { encoding: 'utf-16le', separator: '\t' };
export const USUAL_FORM: BatchForm = { encoding: 'utf-8', separator: ',' };

/** Bytes of a row, and characters of a cell, at most. */
const LONGEST_ROW = 64 * 1024;

/** Bytes of its beginning that tell the form. */
const HEAD = 4096;

export interface BatchRow {
  /** Counted from 1, the line of headings included. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface BatchFile {
  readonly form: BatchForm;
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<BatchRow>;
}

/**
 * Reads it a piece at a time.
 * @throws RuleBroken when it is no such file; `rows` throw it when it breaks further below
 */
export async function readBatch(bytes: AsyncIterable<Uint8Array>): Promise<BatchFile> {
  const source = bytes[Symbol.asyncIterator]();
  const head = await headOf(source);
  const encoding = encodingOf(head);
  const first = firstLine(new TextDecoder(encoding).decode(head, { stream: true }));
  const separator = separatorOf(first);
  const parser = parse({
    bom: true,
    delimiter: separator,
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  feed(parser, head, source, encoding).catch((error: unknown) => parser.destroy(error as Error));
  const records: AsyncIterator<ParsedRecord> = parser[Symbol.asyncIterator]();
  const headings = await nextOf(records);
  if (!headings) throw new RuleBroken('file', 'is empty: its first line must have headings');
  return { form: { encoding, separator }, headings: headings.cells, rows: rowsOf(records) };
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

async function nextOf(records: AsyncIterator<ParsedRecord>): Promise<BatchRow | undefined> {
  try {
    const { done, value } = await records.next();
    return done ? undefined : { line: value.info.lines, cells: value.record.map(unguarded) };
  } catch (error) {
    throw new RuleBroken('file', `cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

async function* rowsOf(records: AsyncIterator<ParsedRecord>): AsyncGenerator<BatchRow> {
  for (let row = await nextOf(records); row; row = await nextOf(records)) yield row;
}

async function headOf(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < HEAD) {
    const { done, value } = await source.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  return head;
}

function encodingOf(head: Buffer): BatchForm['encoding'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  // Headings are Latin: every second byte of UTF-16 is 0, and none of UTF-8.
  const zeros = [0, 1].map(
    (at) => head.subarray(0, 64).filter((byte, place) => place % 2 === at && byte === 0).length,
  );
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd > 8) return 'utf-16le';
  if (odd === 0 && even > 8) return 'utf-16be';
  if (even + odd > 0) throw new RuleBroken('file', 'must be text: CSV, or tab-delimited Unicode');
  return 'utf-8';
}

function decoded(encoding: BatchForm['encoding']) {
  return new TextDecoder(encoding, { fatal: true });
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text.replace(/^\ufeff/, ''))?.[0] ?? '';
}

function separatorOf(line: string): BatchForm['separator'] {
  const counts = (['\t', ';', ','] as const).map((one) => [one, line.split(one).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Hands the text on as fast as it is taken. @throws RuleBroken when the bytes are no text of that encoding */
async function feed(
  parser: ReturnType<typeof parse>,
  head: Buffer,
  source: AsyncIterator<Uint8Array>,
  encoding: BatchForm['encoding'],
): Promise<void> {
  const decoder = decoded(encoding);
  const text = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new RuleBroken('file', `must be ${encoding.toUpperCase()} throughout`);
    }
  };
  const write = async (piece: string) => {
    if (!parser.write(piece)) await new Promise((resolve) => parser.once('drain', resolve));
  };
  await write(text(head));
  for (;;) {
    const { done, value } = await source.next();
    if (done) break;
    await write(text(value));
  }
  parser.end(text());
}

/** Rows as bytes of that form, with the mark of Unicode in front where a file begins. */
export function writtenRows(
  { encoding, separator }: BatchForm,
  rows: readonly (readonly string[])[],
  isBeginning: boolean,
): Buffer {
  const cells = rows.map((row) => row.map(guarded));
  const text = stringify(cells, { delimiter: separator, record_delimiter: '\r\n' });
  const marked = isBeginning ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return Buffer.from(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}
