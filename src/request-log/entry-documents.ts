/** How a row keeps what few entries have: as documents, of the shapes that `entry.ts` names. */
import type { DocumentKind } from '../stored/codec.ts';
import { integer, list, number, optional, record, text } from '../stored/shape.ts';
import type { Body, EntryDetail } from './entry.ts';

const unknownElement = record({
  name: text,
  parent: text,
  belongsInto: optional(text),
  nearest: optional(text),
});

const refusal = record({
  rule: text,
  operation: optional(text),
  exceptionID: optional(text),
  element: optional(text),
  words: optional(text),
  nearest: optional(text),
  allowed: optional(list(text)),
  unknown: optional(list(unknownElement)),
});

export const ENTRY_DETAIL: DocumentKind<EntryDetail> = {
  name: 'detail of a log entry',
  shape: record({
    method: optional(text),
    target: optional(text),
    userAgent: optional(text),
    tried: optional(record({ site: optional(text), webExID: optional(text) })),
    tolerated: optional(list(text)),
    refusals: optional(list(refusal)),
    repeats: optional(integer),
    dropped: optional(record({ entries: integer, from: number, to: number })),
    mail: optional(integer),
  }),
  upgrades: [],
};

export const BODY: DocumentKind<Body> = {
  name: 'body of a log entry',
  shape: record({ contentType: text, text, cutFrom: optional(integer) }),
  upgrades: [],
};
