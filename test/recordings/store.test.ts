import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { openRecordingStore } from '../../src/recordings/store/open-recording-store.ts';
import { NotInStore, type RecordingStore } from '../../src/recordings/store/recording-store.ts';
import { findS3, startS3 } from '../support/s3-server.ts';

/** The same of every store: what is put there is there, whole or not at all. */

const folder = mkdtempSync(join(tmpdir(), 'parlance-stores-'));
after(() => rm(folder, { recursive: true, force: true }));

suite('a folder', false, async () => openRecordingStore({ data: folder, recordings: '' }));

const found = await findS3();
const server = 'binary' in found ? await startS3(found.binary) : undefined;
after(() => server?.[Symbol.asyncDispose]());
suite('a bucket', 'reason' in found && found.reason, async () =>
  openRecordingStore({ data: folder, recordings: (await server?.bucket('recordings')) ?? '' }),
);

function suite(name: string, skip: string | false, open: () => Promise<RecordingStore>): void {
  describe(name, { skip }, () => {
    let opening: Promise<RecordingStore> | undefined;
    const opened = () => {
      opening ??= open();
      return opening;
    };

    async function* pieces(...texts: readonly string[]) {
      for (const text of texts) yield Buffer.from(text);
    }

    async function listed(below: string): Promise<string[]> {
      const names: string[] = [];
      for await (const { name, bytes } of (await opened()).list(below)) names.push(`${name} ${bytes}`);
      return names.sort();
    }

    test('keeps what it is given, whole or in part', async () => {
      const store = await opened();
      assert.deepEqual(await listed('1'), []);
      await store.put('1/2/0-0.part', pieces('one', 'two'));
      await store.put('1/3/0-0.part', pieces('three'));
      await store.put('10/3/0-0.part', pieces('of another site'));
      assert.equal(String(await buffer(await store.read('1/2/0-0.part'))), 'onetwo');
      assert.equal(String(await buffer(await store.read('1/2/0-0.part', { first: 2, last: 3 }))), 'et');
      assert.equal(String(await buffer(await store.read('1/2/0-0.part', { first: 5, last: 5 }))), 'o');
      assert.deepEqual(await listed('1'), ['1/2/0-0.part 6', '1/3/0-0.part 5']);
      await store.remove('1/2/0-0.part');
      await store.remove('1/2/0-0.part');
      assert.deepEqual(await listed('1'), ['1/3/0-0.part 5']);
      await assert.rejects(store.read('1/2/0-0.part'), NotInStore);
      await assert.rejects(store.read('1/2/0-0.part', { first: 0, last: 1 }), NotInStore);
    });

    test('keeps what is empty, and what is not larger than a part or is, to the byte', async () => {
      const store = await opened();
      const part = 8 * 1024 * 1024;
      for (const bytes of [0, 1, part - 1, part, part + 1, 2 * part, 2 * part + 12_345]) {
        const name = `2/${bytes}`;
        const [sum, all] = [createHash('sha256'), numbered(bytes)];
        await store.put(
          name,
          (async function* () {
            for (let at = 0; at < bytes; at += 1_000_003) yield all.subarray(at, at + 1_000_003);
          })(),
        );
        let length = 0;
        for await (const piece of await store.read(name)) {
          sum.update(piece);
          length += piece.length;
        }
        assert.equal(length, bytes);
        assert.equal(sum.digest('hex'), createHash('sha256').update(all).digest('hex'));
        if (bytes <= part) continue;
        const [first, last] = [part - 10, part + Math.min(9, bytes - part - 1)];
        const across = await buffer(await store.read(name, { first, last }));
        assert.deepEqual(across, all.subarray(first, last + 1), 'across two parts');
      }
      assert.equal((await listed('2')).length, 7);
    });

    for (const bytes of [10, 20 * 1024 * 1024]) {
      test(`keeps nothing of what breaks off after ${bytes} bytes`, async () => {
        const store = await opened();
        async function* broken() {
          for (let at = 0; at < bytes; at += 1024 * 1024) yield Buffer.alloc(Math.min(bytes, 1024 * 1024));
          throw new Error('the connection is gone');
        }
        await assert.rejects(store.put('3/4/0-0.part', broken()), /the connection is gone/);
        assert.deepEqual(await listed('3'), []);
        await assert.rejects(store.read('3/4/0-0.part'), NotInStore);
        await store.put('3/4/0-0.part', pieces('again'));
        assert.deepEqual(await listed('3'), ['3/4/0-0.part 5']);
        await store.remove('3/4/0-0.part');
      });
    }

    test('hears its source to the end, also when it fails', async () => {
      const store = await opened();
      let ended = 0;
      async function* source(fails: boolean) {
        try {
          yield Buffer.from('x');
          if (fails) throw new Error('gone');
        } finally {
          ended += 1;
        }
      }
      await store.put('4/1', source(false));
      await assert.rejects(store.put('4/2', source(true)), /gone/);
      assert.equal(ended, 2);
    });

    test('is read by several at once, and by those who go away before the end', async () => {
      const store = await opened();
      const all = numbered(3_000_000);
      await store.put(
        '5/1',
        (async function* () {
          yield all;
        })(),
      );
      const readers = await Promise.all(Array.from({ length: 60 }, () => store.read('5/1')));
      for (const reader of readers.slice(0, 55)) reader.destroy();
      for (const reader of readers.slice(55)) assert.deepEqual(await buffer(reader), all);
    });

    test('lists more than a page of a server', {
      skip: name === 'a folder' && 'folders have no pages',
    }, async () => {
      const store = await opened();
      const names = Array.from({ length: 1005 }, (_, at) => `6/${at}.part`);
      for (let at = 0; at < names.length; at += 50) {
        await Promise.all(names.slice(at, at + 50).map((one) => store.put(one, pieces('x'))));
      }
      assert.deepEqual(await listed('6'), names.map((one) => `${one} 1`).sort());
    });

    test('has no names that lead elsewhere', async () => {
      const store = await opened();
      const names = [
        '../x',
        '1/../../x',
        '/etc/passwd',
        '1//2',
        '',
        '.',
        '1/.',
        'a\0b',
        '1\\2',
        'x'.repeat(600),
      ];
      for (const wrong of names) {
        await assert.rejects(store.put(wrong, pieces('x')), /no name of a recording/, wrong);
        await assert.rejects(store.read(wrong), /no name of a recording/, wrong);
        await assert.rejects(store.remove(wrong), /no name of a recording/, wrong);
      }
    });
  });
}

/** Bytes of which none is where another was. */
function numbered(bytes: number): Buffer {
  const words = new Uint32Array(Math.ceil(bytes / 4));
  for (let at = 0; at < words.length; at += 1) words[at] = Math.imul(at, 2_654_435_761);
  return Buffer.from(words.buffer, 0, bytes);
}
