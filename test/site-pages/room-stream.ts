/** A room's page without a browser: what it posts, and what its stream tells it. */
import assert from 'node:assert/strict';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import type { TestSite } from '../support/site.ts';

export interface Heard {
  readonly id: string;
  readonly name: string;
  readonly data: string;
}

export function cookiesOf(visitor: Visitor): string {
  return [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Posts JSON to a page of a room; gives the status. */
export async function postJson(
  site: TestSite,
  by: Visitor,
  path: string,
  body: object | string,
  type = 'application/json',
): Promise<number> {
  const answer = await fetch(site.url + path, {
    method: 'POST',
    headers: { 'Content-Type': type, Cookie: cookiesOf(by) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  assert.doesNotMatch(await answer.text(), /\bat .*\.ts:\d/);
  return answer.status;
}

/** Somebody comes into a meeting, or to its door. */
export async function guest(
  site: TestSite,
  { key, password: PW }: { readonly key: string; readonly password: string },
  AN: string,
): Promise<Visitor> {
  const visitor = new Visitor(site.url);
  const AE = `${AN.toLowerCase()}${key}@example.com`;
  await visitor.get('/acme/m.php', { AT: 'JM', MK: key, AN, AE, PW });
  return visitor;
}

/** The page of a room, loaded anew. */
export async function roomPage(visitor: Visitor, key: string) {
  const content = pageOf(await visitor.get('/acme/room.php', { MK: key }))?.content;
  assert.ok(content?.page === 'room', `it is ${content?.page}`);
  return content;
}

/** The number of a page that is loaded anew, by which it listens. */
export async function pageNumber(visitor: Visitor, key: string): Promise<string> {
  return String((await roomPage(visitor, key)).media.page);
}

/**
 * Listens until it has heard what is looked for, or the stream ends.
 * @param last what the page had before it lost its stream
 */
export async function hear(
  site: TestSite,
  by: Visitor,
  query: Readonly<Record<string, string>>,
  isLast: (heard: Heard) => boolean,
  path = '/acme/events.php',
): Promise<Heard[]> {
  const answer = await fetch(`${site.url}${path}?${new URLSearchParams({ FOR: 'room', ...query })}`, {
    headers: { Cookie: cookiesOf(by) },
  });
  assert.ok(answer.body);
  const heard: Heard[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
      const one = { id: line('id'), name: line('event'), data: line('data') };
      if (one.name === '') continue;
      heard.push(one);
      if (isLast(one)) return heard;
    }
  }
  return heard;
}
