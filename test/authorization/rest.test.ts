import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import type { RestEndpoint } from '../../src/rest-api/rest-endpoint.ts';
import type { RestRequest } from '../rest-api/client.ts';
import { sampled } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { startSite } from '../support/site.ts';
import { auditedIn } from './audited.ts';
import { REST_CALLER_NAMES, type RestCaller, type RestRow, type RestWorld } from './rest-row.ts';
import { REST_ROWS } from './rest-rows.ts';
import { openRestWorld } from './rest-world.ts';

/**
 * The REST interface's authorization matrix: every endpoint, called by every kind of caller, is answered as its row says,
 * and changes nothing for anybody who is refused.
 */

const nameOf = ({ method, path }: RestEndpoint) => `${method} ${path}`;

/** Whether a status is the one that a caller is to be answered with. */
function isExpected(
  { scopes, answer }: RestEndpoint,
  row: RestRow,
  caller: RestCaller,
  status: number,
): boolean {
  const otherwise = row.otherwise?.[caller];
  if (otherwise !== undefined) return status === otherwise;
  if (row.may.includes(caller)) return status === (row.status ?? (answer ? 200 : 204));
  if (caller === 'nobody') return status === 401;
  if (caller === 'noScope' && typeof scopes === 'object') return status === 403;
  return status === 403 || status === 404;
}

async function requestOf(
  endpoint: RestEndpoint,
  row: RestRow,
  world: RestWorld,
): Promise<{ path: string; request: RestRequest }> {
  const params = (await row.params?.(world)) ?? {};
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    assert.ok(params[name] !== undefined, `the row of ${nameOf(endpoint)} says ${name}`);
    return encodeURIComponent(params[name]);
  });
  const request = {
    ...(row.query && { query: await row.query(world) }),
    ...(row.headers && { headers: await row.headers(world) }),
    ...(row.body && { body: await row.body(world) }),
  };
  return { path, request };
}

forSqlite("The REST interface's authorization matrix", (open) => {
  test('has a row for every endpoint, and for nothing else', () => {
    assert.deepEqual(Object.keys(REST_ROWS).sort(), ENDPOINTS.map(nameOf).sort());
  });

  test('holds in every cell', async () => {
    await using site = await startSite(await open());
    const { clients, world, kept } = await openRestWorld(site);
    const audited = await auditedIn(site);
    const wrong: string[] = [];
    // In a run that is not CI's a third of the callers of each row, in turn.
    let turn = 0;
    for (const endpoint of ENDPOINTS) {
      for (const row of REST_ROWS[nameOf(endpoint)] ?? []) {
        for (const caller of sampled(REST_CALLER_NAMES, 3, turn++)) {
          const where = `${nameOf(endpoint)}${row.about ? ` (${row.about})` : ''} by ${caller}`;
          const { path, request } = await requestOf(endpoint, row, world());
          const before = await kept();
          const entry = await audited.newest();
          const { status, text } = await clients[caller].call(endpoint.method, path, request);
          if (!isExpected(endpoint, row, caller, status))
            wrong.push(`${where}: ${status} ${text.slice(0, 300)}`);
          const changes = (await kept()) !== before;
          if (changes !== (row.changes === true && status < 400)) {
            wrong.push(`${where}: ${changes ? 'changes something' : 'changes nothing'}`);
          }
          const entries = await audited.since(entry);
          if (!changes && entries.length > 0) wrong.push(`${where}: leaves ${entries.join()} in the audit`);
          const isAdministrative = caller === 'admin' || endpoint.scopes === 'none';
          if (changes && isAdministrative && !row.isNoAct && entries.length === 0) {
            wrong.push(`${where}: leaves no entry in the audit`);
          }
        }
      }
    }
    assert.equal(wrong.join('\n'), '');
  });
});
