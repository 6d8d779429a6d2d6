import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConsoleEndpoint, isWrite } from '../../src/console/api/endpoint.ts';
import { AREAS } from '../../src/console/areas.ts';
import type { ConsoleCall } from '../console/console-client.ts';
import { sampled } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { startSite } from '../support/site.ts';
import { auditedIn } from './audited.ts';
import { CONSOLE_CALLERS, type ConsoleCaller, type ConsoleRow, type ConsoleWorld } from './console-row.ts';
import { CONSOLE_ROWS } from './console-rows.ts';
import { openConsoleWorld } from './console-world.ts';

/**
 * The console's authorization matrix: every endpoint, called by every kind of caller, is answered as its row says, and
 * changes nothing for anybody who is refused. The attacks on writes come from the same declarations.
 */

const ENDPOINTS = Object.values(AREAS).flat();
const CALLERS = Object.keys(CONSOLE_CALLERS) as ConsoleCaller[];

const nameOf = ({ method, path }: ConsoleEndpoint) => `${method} ${path}`;

/** Those whom a declaration names. */
const DECLARED: Readonly<Record<string, readonly ConsoleCaller[]>> = {
  'administrators, and those who may only read': ['admin', 'reader', 'owner'],
  administrators: ['admin', 'owner'],
  "the installation's owners": ['owner'],
};

const REFUSED: Partial<Record<ConsoleCaller, number>> = { stranger: 401, foreignAdmin: 404 };

function expectedOf(endpoint: ConsoleEndpoint, row: ConsoleRow, caller: ConsoleCaller): number {
  const may = row.may ?? DECLARED[endpoint.may.words];
  assert.ok(may, `the row of ${nameOf(endpoint)} says who may`);
  return row.otherwise?.[caller] ?? (may.includes(caller) ? 200 : (REFUSED[caller] ?? 403));
}

async function requestOf(
  endpoint: ConsoleEndpoint,
  row: ConsoleRow,
  world: ConsoleWorld,
  caller: ConsoleCaller,
) {
  const params = (await row.params?.(world)) ?? {};
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    assert.ok(params[name] !== undefined, `the row of ${nameOf(endpoint)} says ${name}`);
    return encodeURIComponent(params[name]);
  });
  const call: ConsoleCall = {
    ...(row.query && { query: await row.query(world) }),
    ...(endpoint.body && { body: (await row.body?.(world)) ?? {} }),
    ...(endpoint.kind === 'upload' && { file: (await row.file?.(world)) ?? { name: 'file', bytes: '' } }),
    ...((caller === 'owner' || caller === 'foreignAdmin') && { at: 'acme' }),
    headOnly: endpoint.kind === 'stream',
  };
  return { path, call };
}

forSqlite("The console's authorization matrix", (open) => {
  test('has a row for every endpoint, and for nothing else', () => {
    assert.deepEqual(Object.keys(CONSOLE_ROWS).sort(), ENDPOINTS.map(nameOf).sort());
  });

  test('holds in every cell, and no write passes without the proof that our own page has asked', async () => {
    await using site = await startSite(await open());
    const { clients, world, kept } = await openConsoleWorld(site);
    const audited = await auditedIn(site);
    const wrong: string[] = [];
    // In a run that is not CI's a third of the callers of each row, in turn.
    let turn = 0;
    for (const endpoint of ENDPOINTS) {
      for (const row of CONSOLE_ROWS[nameOf(endpoint)] ?? []) {
        for (const caller of sampled(CALLERS, 3, turn++)) {
          const where = `${nameOf(endpoint)}${row.about ? ` (${row.about})` : ''} by ${caller}`;
          const { path, call } = await requestOf(endpoint, row, world(), caller);
          const before = await kept();
          const entry = await audited.newest();
          if (isWrite(endpoint)) {
            for (const form of ['', 'b-value-of-at-least-22-characters']) {
              const headers = { 'X-Parlance-Form': form };
              const forged = await clients[caller].call(endpoint.method, path, { ...call, headers });
              if (forged.status < 400) wrong.push(`${where}: forged, and answered ${forged.status}`);
            }
            if ((await kept()) !== before) wrong.push(`${where}: forged, and changes something`);
          }
          const expected = expectedOf(endpoint, row, caller);
          const answer = await clients[caller].call(endpoint.method, path, call);
          if (answer.status !== expected) {
            wrong.push(`${where}: ${answer.status}, not ${expected} ${answer.text.slice(0, 300)}`);
          }
          const changes = (await kept()) !== before;
          if (changes !== (row.changes === true && expected === 200)) {
            wrong.push(`${where}: ${changes ? 'changes something' : 'changes nothing'}`);
          }
          const entries = await audited.since(entry);
          if (!changes && entries.length > 0) wrong.push(`${where}: leaves ${entries.join()} in the audit`);
          if (changes && !row.isNoAct && entries.length === 0) {
            wrong.push(`${where}: leaves no entry in the audit`);
          }
          const policy = answer.headers.get('Content-Security-Policy') ?? '';
          // A stream is read by a script of the page, and shown nowhere.
          const isStream = endpoint.kind === 'stream' && answer.status === 200;
          // What is made for a frame of our own is of no origin there.
          const isFramed = endpoint.kind === 'framed' && answer.status === 200;
          const walls = isFramed ? /^sandbox;.*frame-ancestors 'self'/ : /frame-ancestors 'none'/;
          if (!isStream && !walls.test(policy)) wrong.push(`${where}: may be framed`);
          if (answer.headers.get('Cache-Control') !== 'no-store') wrong.push(`${where}: may be kept`);
        }
      }
    }
    assert.equal(wrong.join('\n'), '');
  });

  test('tells nobody but an owner whether another site exists', async () => {
    await using site = await startSite(await open());
    const { clients } = await openConsoleWorld(site);
    for (const caller of ['admin', 'reader', 'host', 'foreignAdmin'] as const) {
      const [there, nowhere] = await Promise.all(
        ['acme-w11', 'no-such-site'].map((at) => clients[caller].get('me', { at })),
      );
      assert.equal(there?.status, 404, caller);
      assert.deepEqual({ ...there?.json.error, id: '' }, { ...nowhere?.json.error, id: '' });
    }
    assert.equal((await clients.owner.get('me', { at: 'acme-w11' })).status, 200);
    assert.equal((await clients.owner.get('me', { at: 'no-such-site' })).status, 404);
  });
});
