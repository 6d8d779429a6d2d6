/** An entry as a row of the table: what is written, and what is read again. */
import type { RequestLogTable } from '../database/database.ts';
import { readDocument } from '../stored/codec.ts';
import type { Body, EntryDetail, NewEntry } from './entry.ts';
import { BODY, ENTRY_DETAIL } from './entry-documents.ts';

/** In the order of `rowOf`. */
export const WRITTEN_COLUMNS = [
  'at',
  'request_id',
  'face',
  'site',
  'operation',
  'caller',
  'address',
  'result',
  'reason',
  'exception_id',
  'http_status',
  'took',
  'bytes_in',
  'bytes_out',
  'hints',
  'detail',
  'body_size',
  'request',
  'response',
] as const satisfies readonly Exclude<keyof RequestLogTable, 'id'>[];

/** What a line of a list shows; bodies are read one at a time. */
export const LINE_COLUMNS = [
  'id',
  'at',
  'request_id',
  'face',
  'site',
  'operation',
  'caller',
  'address',
  'result',
  'reason',
  'exception_id',
  'http_status',
  'took',
  'bytes_in',
  'bytes_out',
  'hints',
  'body_size',
] as const satisfies readonly (keyof RequestLogTable)[];

export type LogRow = readonly (string | number | null)[];

/** In place of the size of bodies that came too fast to be kept. */
export const NOT_KEPT = -1;

export function rowOf(entry: NewEntry): LogRow {
  const { detail, request, response } = entry;
  const [asked, answered] = [documentOf(request), documentOf(response)];
  return [
    Math.round(entry.at),
    entry.id,
    entry.face,
    entry.site,
    entry.operation ?? null,
    entry.caller ?? null,
    entry.address ?? null,
    entry.result,
    entry.reason ?? null,
    entry.exceptionID ?? null,
    entry.httpStatus ?? null,
    Math.round(entry.ms * 1000),
    entry.bytesIn,
    entry.bytesOut,
    entry.hints,
    documentOf(detail),
    entry.withoutBodies ? NOT_KEPT : (asked?.length ?? 0) + (answered?.length ?? 0),
    asked,
    answered,
  ];
}

function documentOf(value: EntryDetail | Body | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** What neither database stores as text: a NUL, and half of a pair of surrogates. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** The rows as a list of lists, in JSON that both databases read. */
export function rowsAsJson(rows: readonly LogRow[]): string {
  const text = JSON.stringify(rows);
  // Whatever was escaped in the text of a document is escaped twice there: it is looked for, not only as it stands.
  if (!UNSTORABLE.test(text)) return text;
  return JSON.stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? storable(cell) : cell))),
  );
}

function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

export type LineRow = Pick<RequestLogTable, Exclude<(typeof LINE_COLUMNS)[number], 'id'>> & {
  readonly id: number;
};

export type EntryRow = LineRow & Pick<RequestLogTable, 'detail' | 'request' | 'response'>;

export function detailOf({ detail }: Pick<EntryRow, 'detail'>): EntryDetail {
  return detail === null ? {} : readDocument(ENTRY_DETAIL, detail);
}

export function bodyIn(document: string | null): Body | undefined {
  return document === null ? undefined : readDocument(BODY, document);
}
