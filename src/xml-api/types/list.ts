/** Lists: which page is asked for, in which order, and how many records match (service.xsd). */
import { NoRecordFound } from '../../refusal.ts';
import type { Hint } from '../../xml/decoder.ts';
import {
  complex,
  enumeration,
  integer,
  many,
  type Namespace,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { serv } from './namespaces.ts';

const lstMethodType = enumeration(serv, 'lstMethodType', ['AND', 'OR']);

export const lstControlType = complex(serv, 'lstControlType', {
  startFrom: optional(integer({ min: 0, sample: '1' })),
  maximumNum: optional(integer({ min: 0, sample: '10' })),
  listMethod: optional(lstMethodType),
});

export const matchingRecordsType = complex(serv, 'matchingRecordsType', {
  total: integer(),
  returned: integer(),
  startFrom: integer(),
});

const lstOrderADType = enumeration(serv, 'lstOrderADType', ['ASC', 'DESC']);

/** Pairs of a word and a direction. The word is read as text: an unknown one must not fail a list. */
export const orderFields = {
  orderBy: many(text(), { max: 16 }),
  orderAD: many(lstOrderADType, { max: 16 }),
};

export function orderType(namespace: Namespace) {
  return complex(namespace, 'orderType', orderFields);
}

/** A page without listControl has this many records (seen in a response), and none has more than `MOST`. */
const USUAL = 10;
const MOST = 500;

export interface PageAsked {
  /** Counted from 1; 0 means 1 and is echoed so. */
  readonly startFrom: number;
  readonly maximumNum: number;
  readonly method: 'AND' | 'OR';
}

export function pageOf(control: ValueOf<typeof lstControlType> | undefined, hint: Hint): PageAsked {
  const asked = control?.maximumNum;
  if (asked !== undefined && asked > MOST)
    hint(`maximumNum ${asked} is read as ${MOST}, the most that a page holds`);
  if (control?.startFrom === 0) hint('startFrom 0 is read as 1: lists are counted from 1');
  return {
    startFrom: Math.max(1, control?.startFrom ?? 1),
    maximumNum: asked ? Math.min(asked, MOST) : USUAL,
    method: control?.listMethod ?? 'AND',
  };
}

export interface Order<O> {
  readonly by: O;
  readonly descending: boolean;
}

/** The pairs of a request's `order`, at most three; words outside the list are skipped with a hint. */
export function orderOf<O extends string>(
  order: { readonly orderBy: readonly string[]; readonly orderAD: readonly string[] } | undefined,
  words: readonly O[],
  hint: Hint,
): Order<O>[] {
  const pairs: Order<O>[] = [];
  order?.orderBy.forEach((name, at) => {
    const by = words.find((word) => word === name.toUpperCase());
    if (by === undefined) hint(`orderBy ${name.slice(0, 60)} is unknown: skipped`);
    else if (pairs.length < 3) pairs.push({ by, descending: order.orderAD[at] === 'DESC' });
  });
  return pairs;
}

/**
 * The records that a page holds, for `matchingRecords`.
 * @throws NoRecordFound when the page is empty
 */
export function matchingRecords(
  total: number,
  returned: number,
  page: PageAsked,
): ValueOf<typeof matchingRecordsType> {
  if (returned === 0) throw new NoRecordFound();
  return { total, returned, startFrom: page.startFrom };
}
