import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compiled } from '../../src/rest-api/compiled-endpoint.ts';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { sampleBody } from '../../src/rest-api/openapi/sample-body.ts';
import { nameOf } from '../../src/rest-api/rest-endpoint.ts';
import { InvalidElement } from '../../src/xml/invalid-element.ts';
import { type ComplexType, membersOf } from '../../src/xml/schema.ts';
import { REST_ROWS } from '../authorization/rest-rows.ts';
import { openRestWorld } from '../authorization/rest-world.ts';
import { sampled } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { startSite } from '../support/site.ts';

/** Null in bodies: it takes something away, or is said to have been passed over, or is refused by the member's name where one is required. */

type Body = Record<string, unknown>;

/** The ways to all members: `['audio', 'pin']`; those of a list's entries are its entries' own. */
function waysIn(type: ComplexType, around: readonly string[] = []): string[][] {
  return membersOf(type).flatMap(({ name, field }) => {
    const way = [...around, name];
    const isInside = field.type.form === 'complex' && (field.occurs === 'one' || field.occurs === 'optional');
    return [way, ...(isInside && field.type.form === 'complex' ? waysIn(field.type, way) : [])];
  });
}

/** The body with null at the end of the way. */
function withNull(body: unknown, [name = '', ...rest]: readonly string[]): Body {
  const before = (typeof body === 'object' && body !== null ? body : {}) as Body;
  return { ...before, [name]: rest.length === 0 ? null : withNull(before[name], rest) };
}

const at = (value: unknown, way: readonly string[]): unknown =>
  way.reduce<unknown>((inner, name) => (inner as Body | undefined)?.[name], value);

const WITH_BODY = ENDPOINTS.flatMap((endpoint) =>
  endpoint.body ? [{ ...endpoint, body: endpoint.body }] : [],
);

test('no member of any body is passed over in silence when it is null', () => {
  const silent: string[] = [];
  for (const endpoint of WITH_BODY) {
    const { readBody } = compiled(endpoint);
    for (const way of waysIn(endpoint.body)) {
      const [hints, path] = [[] as string[], way.join('.')];
      try {
        const read = at(
          readBody?.(withNull(sampleBody(endpoint), way), (hint) => hints.push(hint)),
          way,
        );
        const isTakenAway = read === null || (Array.isArray(read) && read.length === 0);
        if (!isTakenAway && !hints.some((hint) => hint.includes(path)))
          silent.push(`${nameOf(endpoint)}: ${path}`);
      } catch (error) {
        if (!(error instanceof InvalidElement)) throw error;
        if (error.path !== path) silent.push(`${nameOf(endpoint)}: ${path}: ${error.message}`);
      }
    }
  }
  assert.deepEqual(silent, []);
});

forSqlite('null', (open) => {
  test('is answered by every endpoint, and fails none', async () => {
    await using site = await startSite(await open());
    const { clients, world } = await openRestWorld(site);
    const failed: string[] = [];
    let turn = 0;
    for (const endpoint of WITH_BODY) {
      const [row] = REST_ROWS[nameOf(endpoint)] ?? [];
      const caller = row?.may.includes('admin') ? 'admin' : row?.may[0];
      if (!row || !caller) continue;
      for (const way of sampled(waysIn(endpoint.body), 3, turn++)) {
        const made = world();
        const params = (await row.params?.(made)) ?? {};
        const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
          encodeURIComponent(params[name] ?? ''),
        );
        const body = withNull(await row.body?.(made), way);
        const query = row.query && (await row.query(made));
        const { status, text } = await clients[caller].call(endpoint.method, path, {
          body,
          ...(query && { query }),
        });
        if (status >= 500)
          failed.push(`${nameOf(endpoint)} ${way.join('.')}: ${status} ${text.slice(0, 200)}`);
        if (status === 400 && !/"description":"[^"]/.test(text))
          failed.push(`${nameOf(endpoint)} ${way.join('.')}: ${text}`);
      }
    }
    assert.deepEqual(failed, []);
  });
});
