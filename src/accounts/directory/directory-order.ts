/** The orders of the list of accounts: each runs along an index, in both directions. */
import { type RawBuilder, sql } from 'kysely';

export const DIRECTORY_ORDERS = [
  'name',
  'webExID',
  'email',
  'role',
  'status',
  'registered',
  'expires',
] as const;
export type DirectoryOrder = (typeof DIRECTORY_ORDERS)[number];

export type KeyValue = string | number;

/** What an account is ordered by; the last one tells it from all others of its site. */
const KEYS: Readonly<Record<DirectoryOrder, readonly RawBuilder<KeyValue>[]>> = {
  name: [sql`last_name_key`, sql`first_name_key`, sql`id`],
  webExID: [sql`webex_id_key`],
  email: [sql`email_key`],
  role: [sql`privileges`, sql`id`],
  status: [sql`active`, sql`id`],
  registered: [sql`registered_at`, sql`id`],
  // As the index has it: who never expires comes last.
  expires: [sql`coalesce(expires_at, 9007199254740991)`, sql`id`],
};

/** The types of the keys, to know a place that somebody has made up. */
const TYPES: Readonly<Record<DirectoryOrder, readonly ('string' | 'number')[]>> = {
  name: ['string', 'string', 'number'],
  webExID: ['string'],
  email: ['string'],
  role: ['number', 'number'],
  status: ['string', 'number'],
  registered: ['number', 'number'],
  expires: ['number', 'number'],
};

export interface OrderAsked {
  readonly by: DirectoryOrder;
  readonly descending: boolean;
}

/** The place of an account in an order. */
export type OrderPlace = readonly KeyValue[];

/** The keys as columns `key0`, `key1` … */
export function keyColumns({ by }: OrderAsked): RawBuilder<unknown> {
  return sql.join(KEYS[by].map((key, at) => sql`${key} as ${sql.ref(`key${at}`)}`));
}

export function orderedBy({ by, descending }: OrderAsked): RawBuilder<unknown> {
  const direction = descending ? sql`desc` : sql`asc`;
  return sql.join(KEYS[by].map((key) => sql`${key} ${direction}`));
}

/** What comes after a place. */
export function beyond({ by, descending }: OrderAsked, place: OrderPlace): RawBuilder<boolean> {
  return sql`(${sql.join(KEYS[by])}) ${descending ? sql`<` : sql`>`} (${sql.join(place)})`;
}

/** What comes no later than a place. */
export function upTo({ by, descending }: OrderAsked, place: OrderPlace): RawBuilder<boolean> {
  return sql`(${sql.join(KEYS[by])}) ${descending ? sql`>=` : sql`<=`} (${sql.join(place)})`;
}

export function placeOf({ by }: OrderAsked, row: Readonly<Record<string, unknown>>): OrderPlace {
  return TYPES[by].map((type, at) => {
    const value = row[`key${at}`];
    return type === 'number' ? Number(value) : String(value);
  });
}

/** A place as a text that goes out and comes back. */
export function writtenPlace(place: OrderPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Nothing for a text that is no place in this order. */
export function readPlace({ by }: OrderAsked, text: string): OrderPlace | undefined {
  const types = TYPES[by];
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(read) || read.length !== types.length) return undefined;
  const isPlace = read.every((value: unknown, at) =>
    types[at] === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && !value.includes('\0'),
  );
  return isPlace ? (read as OrderPlace) : undefined;
}
