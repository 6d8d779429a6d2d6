import assert from 'node:assert/strict';
import type { Page } from '../../src/browser/pages/page-data.ts';
import type { TestSite } from '../support/site.ts';
import { type Visit, Visitor } from './visitor.ts';

/** Somebody who follows an address to where it ends. */

export type Reader = 'browser' | 'program';

export interface End {
  /** What was answered there. */
  readonly visit: Visit;
  readonly address: URL;
  /** Whoever came there, with the cookies of the way. */
  readonly visitor: Visitor;
}

const MOST_HOPS = 10;

/** Of browsers; programs send no Accept. */
const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Follows redirects, with their cookies, until something is shown or the way leads to another host. */
export async function follow(
  site: TestSite,
  given: string,
  reader: Reader,
  visitor = new Visitor(site.url),
): Promise<End> {
  visitor.accept = reader === 'browser' ? ACCEPT : undefined;
  let address = new URL(given);
  for (let hops = 0; hops <= MOST_HOPS; hops++) {
    assert.equal(address.origin, site.url, `${given} leads to another host`);
    const visit = await visitor.get(address.pathname + address.search);
    if (!visit.target) return { visit, address, visitor };
    if (visit.target.origin !== site.url) return { visit, address: visit.target, visitor };
    address = visit.target;
  }
  throw new Error(`${given} leads on and on`);
}

const DATA = /<script type="application\/json" id="page">(.*?)<\/script>/s;

/** What the server says of a page; nothing for what is no page. */
export function pageOf({ text }: Pick<Visit, 'text'>): Page | undefined {
  const [, data] = DATA.exec(text) ?? [];
  return data === undefined ? undefined : JSON.parse(data);
}

const JSON_TYPE = /^application\/json\b/;

/** What is on a page: programs are told that of some as JSON. */
function contentOf(visit: Visit): Page['content'] | undefined {
  return JSON_TYPE.test(String(visit.headers['content-type']))
    ? JSON.parse(visit.text)
    : pageOf(visit)?.content;
}

/** Pages of recordings that programs walk through lead on by a script alone. */
const STEP = /<script[^>]*>.*\b(?:href|[uU]rl) ?= ?'http[^']+'/s;

/** Fails unless the way ended at something of use: a page without a problem, a file, or the other host. */
export function assertUseful(given: string, reader: Reader, { visit, address }: End): void {
  const said = `${given}, followed by a ${reader}, ends at ${address}: ${visit.status}`;
  if (visit.location !== undefined) return;
  assert.equal(visit.status, 200, said);
  const type = String(visit.headers['content-type']);
  assert.match(type, /^(?:text\/html|text\/calendar|image\/|video\/|application\/json\b)/, said);
  assert.notEqual(visit.text, '', said);
  if (!type.startsWith('text/html') && !JSON_TYPE.test(type)) return;
  const content = contentOf(visit);
  if (!content && STEP.test(visit.text)) return;
  assert.ok(content?.page, said);
  assert.notEqual(content.page, 'error', `${said} ${JSON.stringify(content)}`);
  assert.ok(!('problem' in content && content.problem), `${said} ${JSON.stringify(content)}`);
}

/** What forms and scripts post to or listen to. */
const POSTED_TO = new Set(['action', 'events', 'fields', 'post', 'renew', 'recorder']);

/** Addresses of the site that a page leads on to: where people click, not what forms post to. */
export function addressesOn({ visit, address }: End): string[] {
  const found: string[] = [];
  const look = (value: unknown, key: string): void => {
    if (POSTED_TO.has(key)) return;
    if (typeof value === 'string' && /^(?:\/[^/\\]|https?:)/.test(value)) found.push(value);
    if (typeof value !== 'object' || value === null) return;
    for (const [name, entry] of Object.entries(value)) look(entry, name);
  };
  look(contentOf(visit), '');
  return found.map((given) => new URL(given, address).href);
}
