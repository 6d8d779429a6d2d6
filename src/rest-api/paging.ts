/**
 * Pages of lists. Where the next page begins is told by a cursor in the header Link (RFC 8288), whose address is complete:
 * clients follow it without a word of their own. A cursor is bound to its list and to whose it is.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { InvalidElement } from '../xml/invalid-element.ts';
import { type Field, integer, optional, type SimpleType, text } from '../xml/schema.ts';
import type { RestCall } from './rest-caller.ts';
import { RestReply } from './rest-reply.ts';

/** The parameters that a list has, beside its own. */
export const PAGING = {
  max: optional(integer({ min: 1 })),
  cursor: optional(text({ max: 2_000 })),
} satisfies Record<string, Field<SimpleType, 'optional'>>;

export interface PageQuery {
  readonly max?: number | undefined;
  readonly cursor?: string | undefined;
}

/** How many entries are shown: what is beyond the ceiling is lowered without a word. */
export function pageSize({ max }: PageQuery, usual: number, most: number): number {
  return Math.min(max ?? usual, most);
}

/** How many are told with one answer, as the facts have it (rest-console.md, 1.3). */
export const USUAL_PAGE = 10;
export const LARGEST_PAGE = 100;

type Position = readonly (string | number | boolean | null)[];

/**
 * Where a page begins.
 * @param list the name of the list, such as `meetings`: the cursor of another is none
 * @returns nothing for the first page
 * @throws InvalidElement for a cursor of another list, of somebody else, or of nobody
 */
export function positionOf<P extends Position>(
  call: Pick<RestCall, 'app' | 'account'>,
  list: string,
  { cursor }: PageQuery,
): P | undefined {
  if (cursor === undefined) return undefined;
  const [content = '', signature = ''] = cursor.split('.');
  const expected = signed(call, list, content);
  if (
    signature.length !== expected.length ||
    !timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
  ) {
    throw new InvalidElement('cursor', 'not-in-list', 'is not a cursor of this list');
  }
  return JSON.parse(Buffer.from(content, 'base64url').toString()) as P;
}

/**
 * One page of a list.
 * @param next where the next one begins; nothing when this is the last
 */
export function page(
  call: Pick<RestCall, 'app' | 'account' | 'origin' | 'target'>,
  list: string,
  items: readonly unknown[],
  next: Position | undefined,
): RestReply {
  if (!next) return new RestReply({ body: { items } });
  const Link = `<${nextAddress(call, cursorOf(call, list, next))}>; rel="next"`;
  return new RestReply({ body: { items }, headers: { Link } });
}

function cursorOf(call: Pick<RestCall, 'app' | 'account'>, list: string, position: Position): string {
  const content = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${content}.${signed(call, list, content)}`;
}

const SIGNATURE = 22;

function signed({ app, account }: Pick<RestCall, 'app' | 'account'>, list: string, content: string): string {
  const mac = createHmac('sha256', app.idKey).update(`${list}\n${account.site}\n${account.id}\n${content}`);
  return mac.digest('base64url').slice(0, SIGNATURE);
}

/** The address that was called, with all its parameters and the cursor. */
function nextAddress({ origin, target }: Pick<RestCall, 'origin' | 'target'>, cursor: string): string {
  const [path = '', query = ''] = target.split('?', 2);
  const kept = query.split('&').filter((pair) => pair !== '' && !/^cursor(?:=|$)/.test(pair));
  // What could end the address early, or a parameter of the header, is escaped whatever the client did.
  const address = [...kept, `cursor=${cursor}`].join('&').replace(/[<>"\s]/g, encodeURIComponent);
  return `${origin}${path}?${address}`;
}
