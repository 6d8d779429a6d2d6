import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { lastBackup, noteBackup } from '../src/last-backup.ts';

describe('The last backup', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parlance-backup-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('is known when one was made, and not before', async () => {
    assert.equal(await lastBackup(folder), undefined);
    await noteBackup(folder, 1_767_600_000_000);
    assert.equal(await lastBackup(folder), 1_767_600_000_000);
  });

  test('is not known when the note cannot be read', async () => {
    await writeFile(join(folder, 'last-backup'), 'yesterday\n');
    assert.equal(await lastBackup(folder), undefined);
    assert.equal(await lastBackup(join(folder, 'nowhere')), undefined);
  });
});
