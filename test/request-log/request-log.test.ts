import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/database.ts';
import type { NewEntry } from '../../src/request-log/entry.ts';
import { LOOKED_AT } from '../../src/request-log/log-query.ts';
import { openRequestLog, type RequestLogParts } from '../../src/request-log/request-log.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';
import { TestClock } from '../../src/testing/test-clock.ts';
import { forEachDatabase, forPostgres, forSqlite } from '../support/databases.ts';

function logOn(database: Database, settings: Partial<Settings> = {}, parts: Partial<RequestLogParts> = {}) {
  const clock = new TestClock();
  const reported: unknown[] = [];
  const log = openRequestLog({
    settings: defaultSettings(settings),
    database,
    clock,
    nextId: () => 'abcdef01-log',
    report: (error) => reported.push(error),
    ...parts,
  });
  let noted = 0;
  const note = (entry: Partial<NewEntry> = {}) => {
    noted += 1;
    log.note({
      at: clock.now() + noted,
      id: `abcdef01-${noted.toString(36)}`,
      face: 'xml',
      operation: 'GetUser',
      site: 1,
      result: 'ok',
      ms: 1.25,
      bytesIn: 10,
      bytesOut: 20,
      hints: 0,
      ...entry,
    });
  };
  return { log, note, clock, reported };
}

const AT_ONE = { site: 1 };

forEachDatabase('the request log', (open) => {
  test('is read newest first, page by page', async () => {
    const { log, note } = logOn(await open());
    for (let at = 0; at < 25; at++) note();
    const seen: string[] = [];
    let before: { at: number; id: number } | undefined;
    do {
      const { rows, next } = await log.list(AT_ONE, {}, before, 10);
      seen.push(...rows.map(({ request_id }) => request_id));
      before = next;
    } while (before);
    assert.deepEqual(
      seen,
      Array.from({ length: 25 }, (_, at) => `abcdef01-${(25 - at).toString(36)}`),
    );
  });

  test('shows a site its own entries alone', async () => {
    const { log, note } = logOn(await open());
    note({ site: 1 });
    note({ site: 2 });
    note({ site: 0 });
    assert.equal((await log.list({ site: 1 }, {}, undefined, 10)).rows.length, 1);
    assert.equal((await log.list({ site: 0 }, {}, undefined, 10)).rows.length, 1);
    assert.equal((await log.list('all', {}, undefined, 10)).rows.length, 3);
    assert.equal((await log.list({ site: 3 }, {}, undefined, 10)).rows.length, 0);
    // Nor by the number of a request.
    assert.equal((await log.list({ site: 2 }, { text: 'abcdef01-1' }, undefined, 10)).rows.length, 0);
    assert.equal((await log.list({ site: 1 }, { text: 'abcdef01-1' }, undefined, 10)).rows.length, 1);
  });

  test('combines its filters', async () => {
    const { log, note, clock } = logOn(await open());
    note({ caller: 'ada', operation: 'CreateMeeting', result: 'refused', reason: 'Invalid 100% [x]' });
    note({ caller: 'ada', operation: 'GetUser' });
    note({ caller: 'bob', operation: 'CreateMeeting', face: 'nbr' });
    note({ caller: 'ada', operation: 'CreateMeeting', result: 'fault' });
    const found = async (filter: Parameters<typeof log.list>[1]) =>
      (await log.list(AT_ONE, filter, undefined, 10)).rows
        .map(({ request_id }) => request_id.slice(-1))
        .join();
    assert.equal(await found({ callers: ['ada'] }), '4,2,1');
    assert.equal(await found({ callers: ['ada'], operations: ['CreateMeeting'] }), '4,1');
    assert.equal(await found({ callers: ['ada'], operations: ['CreateMeeting'], results: ['refused'] }), '1');
    assert.equal(await found({ results: ['refused', 'fault'] }), '4,1');
    assert.equal(await found({ faces: ['nbr'] }), '3');
    assert.equal(await found({ operations: ['CreateMeeting', 'GetUser'], faces: ['xml'] }), '4,2,1');
    assert.equal(await found({ text: '100% [X' }), '1');
    assert.equal(await found({ text: '100_' }), '');
    assert.equal(await found({ text: 'abcdef01-2' }), '2');
    assert.equal(await found({ from: clock.now() + 2, to: clock.now() + 4 }), '3,2');
  });

  test('keeps what it is told, and finds an entry by its number and its request id', async () => {
    const { log, note, clock, reported } = logOn(await open());
    note({
      at: clock.now(),
      caller: 'ada',
      address: '192.0.2.1',
      result: 'refused',
      reason: 'no \0 and no \ud800',
      exceptionID: '000001',
      httpStatus: 200,
      hints: 2,
      detail: { tolerated: ['odd'], tried: { site: 'acm' } },
      request: { contentType: 'text/xml', text: '<a>\0</a>' },
    });
    const { rows } = await log.list(AT_ONE, {}, undefined, 10);
    const id = rows[0]?.id ?? 0;
    const entry = await log.find(id);
    assert.deepEqual(await log.find('abcdef01-1'), entry);
    assert.equal(entry?.took, 1250);
    assert.equal(entry?.reason, 'no \ufffd and no \ufffd');
    assert.deepEqual(JSON.parse(entry?.detail ?? ''), { tolerated: ['odd'], tried: { site: 'acm' } });
    assert.match(entry?.request ?? '', /text\/xml/);
    assert.ok((entry?.body_size ?? 0) > 0);
    assert.equal(await log.find('abcdef01-zz'), undefined);
    assert.deepEqual(reported, []);
  });

  test('looks at a bounded number of entries, and goes on from there', async () => {
    const { log, note } = logOn(await open());
    note({ operation: 'Rare' });
    for (let at = 0; at < LOOKED_AT + 5; at++) {
      note();
      if (at % 5_000 === 0) await log.flush();
    }
    const first = await log.list(AT_ONE, { text: 'rare' }, undefined, 10);
    assert.equal(first.rows.length, 0);
    assert.ok(first.next);
    const second = await log.list(AT_ONE, { text: 'rare' }, first.next, 10);
    assert.equal(second.rows.length, 1);
    assert.equal(second.next, undefined);
    // By an index it is found at once.
    assert.equal((await log.list(AT_ONE, { operations: ['Rare'] }, undefined, 10)).rows.length, 1);
  });

  test('is read on from an entry, in order', async () => {
    const { log, note } = logOn(await open());
    note();
    await log.flush();
    const last = await log.newest();
    let told = 0;
    const end = log.watch(() => {
      told += 1;
    });
    note({ operation: 'A' });
    note({ operation: 'B', site: 2 });
    note({ operation: 'C' });
    await log.flush();
    end();
    assert.equal(told, 1);
    const rows = await log.after(AT_ONE, {}, last, await log.newest(), 10);
    assert.deepEqual(
      rows.map(({ operation }) => operation),
      ['A', 'C'],
    );
  });

  test('is bounded by count, by age, and by the size of what it keeps', async () => {
    const { log, note, clock } = logOn(await open(), { logEntries: 10, logDays: 2, logBodies: 1 });
    for (let at = 0; at < 15; at++) note();
    await log.flush();
    await log.sweep();
    assert.equal((await log.list(AT_ONE, {}, undefined, 100)).rows.length, 10);
    const text = 'x'.repeat(600_000);
    note({ request: { contentType: 'text/xml', text } });
    note({ request: { contentType: 'text/xml', text } });
    await log.flush();
    await log.sweep();
    const { rows } = await log.list(AT_ONE, {}, undefined, 2);
    assert.deepEqual(
      rows.map(({ body_size }) => body_size > 0),
      [true, false],
    );
    clock.advance({ days: 3 });
    await log.sweep();
    assert.equal((await log.list(AT_ONE, {}, undefined, 100)).rows.length, 0);
  });
});

forSqlite('a request log that more is noted in than it can write', (open) => {
  test('says what it could not keep, and when', async () => {
    const { log, note, clock } = logOn(await open());
    for (let at = 0; at < 25_000; at++) note({ site: at % 2 === 0 ? 1 : 2, at: clock.now() + at });
    await log.flush();
    const { dropped } = log;
    assert.ok(dropped > 0);
    const told = await Promise.all(
      [1, 2].map(async (site) => {
        const [row] = (await log.list({ site }, { faces: ['log'] }, undefined, 10)).rows;
        const entry = await log.find(row?.id ?? 0);
        return JSON.parse(entry?.detail ?? '{}').dropped;
      }),
    );
    assert.equal(told[0].entries + told[1].entries, dropped);
    assert.ok(told[0].from >= clock.now() + 20_000);
    assert.ok(told[0].to > told[0].from);
  });
});

forPostgres('the request log of several processes', (open, { fresh }) => {
  test('is one: each sees what the others have written, and reads it on without a gap', async () => {
    const url = await fresh();
    const [one, other] = [logOn(await open(url)), logOn(await open(url))];
    for (let at = 0; at < 1_500; at++) {
      one.note({ operation: 'One' });
      other.note({ operation: 'Other' });
    }
    const seen: number[] = [];
    let last = 0;
    // Read while both write: nothing may come below what was read already.
    const writing = Promise.all([one.log.flush(), other.log.flush()]);
    let isOver = false;
    void writing.then(() => {
      isOver = true;
    });
    for (;;) {
      const wasOver = isOver;
      const newest = await one.log.newest();
      const rows = await one.log.after(AT_ONE, {}, last, newest, 10_000);
      seen.push(...rows.map(({ id }) => id));
      last = newest;
      if (wasOver) break;
    }
    assert.equal(seen.length, 3_000);
    assert.equal(new Set(seen).size, 3_000);
    const { rows } = await one.log.list(AT_ONE, { operations: ['Other'] }, undefined, 10);
    assert.equal(rows.length, 10);
  });
});

test('lies in a file of its own beside SQLite, and begins anew where that is damaged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parlance-log-'));
  await using database = await openDatabase('sqlite::memory:');
  const file = join(folder, 'log.db');
  try {
    const first = logOn(database, {}, { file });
    first.note();
    await first.log.close();
    const second = logOn(database, {}, { file });
    assert.equal((await second.log.list(AT_ONE, {}, undefined, 10)).rows.length, 1);
    await second.log.close();
    await writeFile(file, 'this is no database, and was one before the disk failed'.repeat(100));
    const third = logOn(database, {}, { file });
    third.note();
    assert.equal((await third.log.list(AT_ONE, {}, undefined, 10)).rows.length, 1);
    await third.log.close();
    assert.deepEqual([...first.reported, ...second.reported, ...third.reported], []);
  } finally {
    await rm(folder, { recursive: true });
  }
});
