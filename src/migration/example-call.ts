/** The REST call that does what a request of the XML API did: its values filled in where they say enough. */
import type { Conversion, Json, ReadElement } from './conversions.ts';
import type { FieldPair, RestMethod, RestWay } from './migration.ts';

export interface RestCallExample {
  readonly method: RestMethod;
  /** Path and query below the host, such as `/v1/meetings/{meetingId}`; names in braces are still to be filled in. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, laid out. */
  readonly body?: string;
  /** Members that something of the request becomes, but not by the value alone. */
  readonly open: readonly { readonly rest: string; readonly how: string }[];
}

/** Makes an id of REST from a number of the XML API; nothing where it cannot. */
export type IdOf = (conversion: Conversion, text: string) => string | undefined;

/**
 * @param read the text of an element below bodyContent, the first where there are several; nothing where the request
 *   was not kept
 */
export function exampleCall(way: RestWay, read: ReadElement, idOf: IdOf = () => undefined): RestCallExample {
  const said = way.sends.flatMap((one) => {
    const text = read(one.xml);
    return text === undefined || text === '' ? [] : [{ ...one, text }];
  });
  const query: string[] = [];
  const headers: Record<string, string> = {};
  const body: Record<string, unknown> = {};
  const open: { rest: string; how: string }[] = [];
  let path = way.path;
  for (const one of said) {
    const value = jsonOf(one, one.text, read, idOf);
    const place = placeOf(one.rest);
    if (value === undefined) {
      if (one.by && !isOpen(open, one.rest)) open.push({ rest: one.rest, how: one.by.words });
      continue;
    }
    if (place.in === 'path') path = path.replace(one.rest, encodeURIComponent(String(value)));
    else if (place.in === 'query') query.push(`${place.name}=${encodeURIComponent(String(value))}`);
    else if (place.in === 'header') headers[place.name] = String(value);
    else put(body, place.name, value);
  }
  const asked = [...fixedQuery(way), ...query];
  const hasBody = Object.keys(body).length > 0;
  return {
    method: way.method,
    target: `/v1/${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}`,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(hasBody && { body: JSON.stringify(body, undefined, 2) }),
    open: open.filter(({ rest }) => !isFilled(rest, path, body)),
  };
}

function isFilled(rest: string, path: string, body: Readonly<Record<string, unknown>>): boolean {
  return rest.startsWith('{') ? !path.includes(rest) : rest in body;
}

function jsonOf({ by, xml }: FieldPair, text: string, read: ReadElement, idOf: IdOf): Json | undefined {
  if (!by) return text;
  if (!by.value) return idOf(by, text);
  const around = xml.slice(0, xml.lastIndexOf('/') + 1);
  return by.value(text, (sibling) => read(around + sibling));
}

function isOpen(open: readonly { readonly rest: string }[], rest: string): boolean {
  return open.some((one) => one.rest === rest);
}

type Place = { readonly in: 'path' | 'query' | 'header' | 'body'; readonly name: string };

export function placeOf(rest: string): Place {
  if (rest.startsWith('{')) return { in: 'path', name: rest.slice(1, -1) };
  if (rest.startsWith('?')) return { in: 'query', name: rest.slice(1) };
  if (rest.startsWith('header:')) return { in: 'header', name: rest.slice('header:'.length) };
  return { in: 'body', name: rest };
}

/** What a way says of the query by itself: `with \`status=deleted\``. */
function fixedQuery({ when }: RestWay): string[] {
  const said = /^with `([\w=&]+)`$/.exec(when ?? '')?.[1];
  return said === undefined ? [] : said.split('&');
}

/** Puts a value at `invitees[].email`: a list has one entry. */
function put(body: Record<string, unknown>, way: string, value: Json): void {
  const [first = '', ...rest] = way.split('.');
  const name = first.replace(/\[\]$/, '');
  const isList = first.endsWith('[]');
  if (rest.length === 0) {
    body[name] = isList && !Array.isArray(value) ? [value] : value;
    return;
  }
  if (isList) {
    const list = (body[name] ?? [{}]) as Record<string, unknown>[];
    body[name] = list;
    if (list[0]) put(list[0], rest.join('.'), value);
    return;
  }
  const inner = (body[name] ?? {}) as Record<string, unknown>;
  body[name] = inner;
  put(inner, rest.join('.'), value);
}
