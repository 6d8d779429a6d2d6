import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { openMediaFiles } from '../../src/recordings/processing/media-files.ts';
import type { Recording } from '../../src/recordings/recording.ts';
import { ofSample } from '../support/corpora.ts';
import { forEachDatabase } from '../support/databases.ts';
import { RECORDED, type Workshop, workshop } from './processing/workshop.ts';

/** A process is killed while it records and makes ready: what it has acknowledged is there, and nothing half is READY. */

const SIZE = 1_500;

const { measure } = openMediaFiles();
const folder = mkdtempSync(join(tmpdir(), 'parlance-killed-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Parts that were acknowledged, by the recording that is made of them. */
type Kept = Map<number, number>;

/** Runs until it has printed so many lines, and is killed. */
async function runUntilKilled(args: readonly string[], lines: number, kept: Kept): Promise<void> {
  const program = join(import.meta.dirname, 'record-until-killed.ts');
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [, recording, part] = /^kept (\d+) (\d+)$/.exec(line) ?? [];
    if (recording !== undefined) kept.set(Number(recording), Number(part) + 1);
    count += 1;
    if (count === lines) child.kill('SIGKILL');
  }
  assert.ok(count >= lines, said);
}

/** What a READY or FAILED recording has is whole, as its row says. */
async function wholeFile(shop: Workshop, recording: Recording, role: 'MAIN' | 'ORIGINAL'): Promise<Buffer> {
  const row = (await shop.recordings.filesOf(recording))[role];
  assert.ok(row, `${recording.state} without ${role}`);
  const bytes = await readFile(join(shop.folder, 'recordings', row.name));
  assert.equal(bytes.length, row.bytes);
  assert.deepEqual(createHash('sha256').update(bytes).digest(), Buffer.from(row.sha256));
  return bytes;
}

forEachDatabase('recordings outlive the process that makes them', (open, { fresh, dialect }) => {
  /** How long what so many parts tell is, in milliseconds; 0 where they tell nothing yet. */
  const lengths = new Map<number, number>();

  async function lengthOf(bytes: Uint8Array): Promise<number> {
    const path = join(folder, `${dialect}-${bytes.length}`);
    await writeFile(path, bytes);
    return (await measure(path).catch(() => ({ duration: 0 }))).duration;
  }

  async function lengthOfParts(parts: number): Promise<number> {
    const known = lengths.get(parts) ?? (await lengthOf(RECORDED.subarray(0, parts * SIZE)));
    lengths.set(parts, known);
    return known;
  }

  /** Every part that was acknowledged, in the store or in what was made of it. */
  async function check(shop: Workshop, kept: Kept): Promise<void> {
    for (const [id, parts] of kept) {
      const recording = await shop.found(id);
      const acknowledged = RECORDED.subarray(0, parts * SIZE);
      if (recording.state === 'READY') {
        await wholeFile(shop, recording, 'MAIN');
      } else if (recording.state === 'FAILED') {
        const original = await wholeFile(shop, recording, 'ORIGINAL');
        assert.deepEqual(original.subarray(0, acknowledged.length), acknowledged);
      } else {
        const [segment] = (await shop.rooms.segmentsFor(recording)) ?? [];
        assert.ok(segment && segment.parts.length >= parts);
        const files = segment.parts.map(({ name }) => readFile(join(shop.folder, 'recordings', name)));
        const saved = Buffer.concat(await Promise.all(files));
        assert.deepEqual(saved.subarray(0, acknowledged.length), acknowledged);
      }
    }
  }

  // Where the rows lie differs, and where the bytes lie does not.
  const kills = ofSample(dialect === 'sqlite' ? 20 : 6, 4);

  test(`killed ${kills} times`, async (t) => {
    const url = await fresh();
    const own = join(folder, dialect);
    const kept: Kept = new Map();
    for (let kill = 0; kill < kills; kill++) {
      // Sometimes between two parts, sometimes while the queue works at what an earlier one has left.
      await runUntilKilled([url, own, String(kill)], 1 + ((kill * 11) % 41), kept);
      const database = await open(url);
      await check(await workshop(database, {}, own), kept);
      await database.close();
    }
    const database = await open(url);
    const shop = await workshop(database, {}, own);
    shop.clock.advance({ hours: kills });
    await shop.rooms.sweep();
    await shop.work.drain();
    assert.deepEqual(shop.reported, []);
    await check(shop, kept);
    const states = { READY: 0, FAILED: 0 };
    for (const [id, parts] of kept) {
      const recording = await shop.found(id);
      assert.ok(recording.state === 'READY' || recording.state === 'FAILED', recording.state);
      states[recording.state] += 1;
      if (recording.state === 'READY') {
        const length = await lengthOf(await wholeFile(shop, recording, 'MAIN'));
        assert.ok(length >= (await lengthOfParts(parts)), `${parts} parts: ${length} ms`);
      } else assert.equal(await lengthOfParts(parts), 0);
    }
    t.diagnostic(`${kept.size} recordings: ${states.READY} ready, ${states.FAILED} failed`);
    await database.close();
  });
});
