import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { ChildFailed, runBounded } from '../../../src/recordings/processing/bounded-child.ts';
import { openMediaFiles, READING } from '../../../src/recordings/processing/media-files.ts';
import { StoreFull } from '../../../src/recordings/store/recording-store.ts';
import { sampled } from '../../support/corpora.ts';
import { forSqlite } from '../../support/databases.ts';
import { RECORDED, workshop } from './workshop.ts';

/** Files that were made to take time, memory or disk, and programs that do. */

const folder = mkdtempSync(join(tmpdir(), 'parlance-hostile-'));
after(() => rm(folder, { recursive: true, force: true }));

const MEMORY = 256 * 1024 * 1024;
const isLinux = process.platform === 'linux';

/** An EBML element of that size in words of its own, whatever follows. */
function element(id: string, size: string, body: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([Buffer.from(id + size, 'hex'), body]);
}

/** The size of an element in eight bytes (RFC 8794, section 4). */
function sized(bytes: number): string {
  return (2n ** 56n + BigInt(bytes)).toString(16).padStart(16, '0');
}

const HEAD = RECORDED.subarray(0, 36);
const SEGMENT = '18538067';

const FILES: Readonly<Record<string, Buffer>> = {
  'a segment of 72 petabytes': Buffer.concat([HEAD, element(SEGMENT, '01fffffffffffffe')]),
  'a block of 4 GiB': Buffer.concat([
    RECORDED.subarray(0, 520),
    element('a3', sized(4 * 1024 ** 3), Buffer.alloc(64, 1)),
  ]),
  'tracks within tracks': Buffer.concat([
    HEAD,
    element(SEGMENT, sized(9_000_000)),
    ...Array.from({ length: 200_000 }, (_, depth) => element('1654ae6b', sized(9_000_000 - depth * 12))),
  ]),
  'void after void': Buffer.concat([
    HEAD,
    element(SEGMENT, sized(8_000_000)),
    Buffer.alloc(8_000_000, 'ec80', 'hex'),
  ]),
  'nothing but sevens': Buffer.concat([RECORDED.subarray(0, 40), Buffer.alloc(20_000, 7)]),
  'a codec of 50 MB of zeros': Buffer.concat([
    HEAD,
    element(SEGMENT, sized(60_000_000)),
    element('1654ae6b', sized(50_000_020)),
    element('63a2', sized(50_000_000), Buffer.alloc(50_000_000)),
  ]),
  'an MP4 of two thousand million samples': mp4([
    box('ftyp', Buffer.from('isom0000isom')),
    box('moov', box('trak', box('mdia', box('minf', box('stbl', table('stsz', 0x7f_ff_ff_ff)))))),
  ]),
  'boxes in boxes': nested('moov', 20_000),
  'boxes of no size': mp4([box('ftyp', Buffer.from('isom0000isom')), Buffer.alloc(100_000)]),
};

function box(kind: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function table(kind: string, count: number): Buffer {
  const body = Buffer.alloc(12);
  body.writeUInt32BE(count, 8);
  return box(kind, body);
}

function mp4(boxes: readonly Buffer[]): Buffer {
  return Buffer.concat(boxes);
}

/** A box in a box, so deep. */
function nested(kind: string, depth: number): Buffer {
  const head = Buffer.from(`isom0000isom`);
  const bytes = Buffer.alloc(depth * 8);
  for (let at = 0; at < depth; at++) {
    bytes.writeUInt32BE((depth - at) * 8, at * 8);
    bytes.write(kind, at * 8 + 4, 'latin1');
  }
  return mp4([box('ftyp', head), bytes]);
}

describe('a hostile file takes neither time nor memory', () => {
  const { measure } = openMediaFiles({ ...READING, work: 1_500, memory: MEMORY });
  for (const [name, bytes] of sampled(Object.entries(FILES), 3)) {
    test(name, async () => {
      const path = join(folder, 'hostile');
      await writeFile(path, bytes);
      const measured = await measure(path).catch((error: unknown) => error);
      // Whatever it is taken for, it is no recording of any length.
      if (measured instanceof ChildFailed) assert.notEqual(measured.why, 'missing');
      else assert.ok((measured as { duration: number }).duration <= 2_500, JSON.stringify(measured));
    });
  }
});

describe('a program that takes more than it may is ended', () => {
  const run = (script: string, bounds: object, signal?: AbortSignal) =>
    runBounded(process.execPath, ['-e', script], { time: 60_000, memory: 1024 ** 3, ...bounds }, signal);
  const why = (end: string) => (error: unknown) => error instanceof ChildFailed && error.why === end;

  test('for its time, its silence, its work, its memory, its disk and its flood', async () => {
    const file = join(folder, 'large');
    await assert.rejects(run('setInterval(() => {}, 1000)', { time: 500 }), why('slow'));
    await assert.rejects(run('setInterval(() => {}, 1000)', { silence: 500 }), why('silent'));
    if (isLinux) {
      await assert.rejects(run('for (;;);', { work: 500 }), why('slow'));
      const grow = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(5e7, 1)), 20)';
      await assert.rejects(run(grow, { memory: 300 * 1024 * 1024 }), why('memory'));
    }
    const write = `const fs = require('fs'); setInterval(() => fs.appendFileSync(${JSON.stringify(file)}, Buffer.alloc(1e6)), 5)`;
    await assert.rejects(run(write, { file: { path: file, most: 5_000_000 } }), why('disk'));
    const flood = 'const write = () => process.stdout.write("x".repeat(1e6), write); write()';
    await assert.rejects(run(flood, {}), why('flood'));
  });

  test('and one that gives up says why, in few words', async () => {
    const shout = 'process.stderr.write("no ".repeat(1e6), () => process.exit(3))';
    await assert.rejects(run(shout, {}), (error: unknown) => {
      assert.ok(error instanceof ChildFailed);
      assert.equal(error.why, 'exit');
      assert.ok(error.message.length < 3_000);
      return true;
    });
    await assert.rejects(runBounded('/no/such/program', [], { time: 1_000, memory: 1e9 }), why('missing'));
    assert.equal(await run('console.log("well")', {}), 'well\n');
  });

  test('and sees neither settings nor secrets of the server', async () => {
    const all = 'console.log(Object.keys(process.env).filter((name) => /PARLANCE|AWS/.test(name)).join())';
    Object.assign(process.env, {
      PARLANCE_SECRET_OF_TEST: 'secret',
      AWS_SECRET_ACCESS_KEY_OF_TEST: 'secret',
    });
    assert.equal(await run(all, {}), '\n');
    assert.equal(await run('console.log(process.env.PATH)', {}), `${process.env.PATH}\n`);
  });

  test('or whoever began it ends it', async () => {
    const ending = new AbortController();
    const running = run('console.log(1); setInterval(() => {}, 1000)', {}, ending.signal);
    ending.abort(new Error('enough'));
    await assert.rejects(running, /enough/);
  });
});

forSqlite('a disk that is full', (open) => {
  test('keeps a recording waiting, which is made ready when there is room', async () => {
    let isFull = true;
    const shop = await workshop(await open(), {
      store: (store) => ({
        ...store,
        async put(name, from) {
          if (!isFull || name.endsWith('.part')) return store.put(name, from);
          // In the middle of it.
          for await (const _ of from) break;
          throw new StoreFull(new Error('no space'));
        },
      }),
    });
    const { id } = await shop.recorded([RECORDED]);
    const parts = await shop.stored();
    await shop.work.drain();
    const waiting = await shop.found(id);
    assert.deepEqual([waiting.state, waiting.document.problem], ['PROCESSING', 'full']);
    assert.deepEqual(await shop.stored(), parts, 'nothing is lost, and nothing half is there');
    // However often it is tried.
    for (let tries = 0; tries < 10; tries++) {
      shop.clock.advance({ minutes: 5 });
      await shop.work.drain();
    }
    assert.equal((await shop.found(id)).state, 'PROCESSING');
    isFull = false;
    shop.clock.advance({ minutes: 5 });
    await shop.work.drain();
    const ready = await shop.found(id);
    assert.deepEqual([ready.state, ready.document.problem], ['READY', 'noFfmpeg']);
  });

  test('and a store that fails is tried again, and at last what came is left as it is', async () => {
    const shop = await workshop(await open(), {
      store: (store) => ({
        ...store,
        async put(name, from) {
          if (!name.includes('/main.')) return store.put(name, from);
          throw new Error('the store does not answer');
        },
      }),
    });
    const room = await shop.recorded([RECORDED]);
    const brought = await shop.brought(RECORDED.subarray(0, 15_000), 'WEBM');
    for (let tries = 0; tries < 7; tries++) {
      await shop.work.drain();
      shop.clock.advance({ minutes: 10 });
    }
    const [failed, ready] = [await shop.found(room.id), await shop.found(brought.id)];
    assert.deepEqual([failed.state, ready.state, ready.document.problem], ['FAILED', 'READY', 'unconverted']);
    assert.equal((await shop.recordings.filesOf(failed)).ORIGINAL?.bytes, RECORDED.length);
    assert.equal((await shop.recordings.filesOf(ready)).MAIN?.bytes, 15_000);
    assert.equal(shop.reported.length, 10);
  });
});
