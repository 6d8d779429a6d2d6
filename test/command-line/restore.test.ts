import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { backup } from '../../src/command-line/backup.ts';
import { exportSite } from '../../src/command-line/export-site.ts';
import { importSiteFile } from '../../src/command-line/import-site.ts';
import { RestoreRefused, restore } from '../../src/command-line/restore.ts';
import { openDatabase } from '../../src/database/database.ts';
import { DatabaseInUse, DatabaseUnavailable } from '../../src/database/errors.ts';
import { aRecording } from '../support/a-recording.ts';
import { forSqlite } from '../support/databases.ts';
import { testFolder } from '../support/process.ts';
import { startSite } from '../support/site.ts';

/** The way back from a backup, and of a site from its file, with the recordings. */

forSqlite('what was copied', () => {
  const stack = new AsyncDisposableStack();
  let [root, data, copy, film] = ['', '', '', ''];

  before(async () => {
    root = stack.use(await testFolder()).path;
    [data, copy] = [join(root, 'data'), join(root, 'copy')];
    const database = await openDatabase(`sqlite:${join(data, 'parlance.db')}`);
    const site = await startSite(database, { settings: { data } });
    await aRecording(site.context, { content: Buffer.from('a film of acme') });
    const [file] = await database.all<{ name: string }>(
      database.builder.selectFrom('recording_file').select('name').compile(),
    );
    film = file?.name ?? '';
    await site.close();
    await database.close();
    await writeFile(join(data, 'secret'), 'x'.repeat(44));
    await backup(copy, { data });
  });
  after(() => stack.disposeAsync());

  const into = (name: string) => join(root, name);
  const said = () => {
    const lines: string[] = [];
    return { lines, say: (line: string) => void lines.push(line) };
  };
  async function exported(folder: string, siteName = 'acme'): Promise<string> {
    let text = '';
    for await (const line of exportSite(siteName, { data: folder })) text += line;
    return text;
  }

  test('comes back as it was, with its secret and its recordings', async () => {
    const { lines, say } = said();
    const to = into('back');
    await restore(copy, { data: to }, say);
    assert.match(lines[0] ?? '', /with 1 files of recordings/);
    assert.equal(await exported(to), await exported(data));
    assert.equal(await readFile(join(to, 'recordings', film), 'utf8'), 'a film of acme');
    assert.equal(await readFile(join(to, 'secret'), 'utf8'), 'x'.repeat(44));
    assert.equal(existsSync(join(to, '.restoring')), false);
  });

  test('comes back into an empty folder alone, which may be there', async () => {
    const to = into('there');
    await mkdir(join(to, '.restoring'), { recursive: true });
    await restore(copy, { data: to }, () => {});
    const before = await readFile(join(to, 'parlance.db'));
    await assert.rejects(
      restore(copy, { data: to }, () => {}),
      /is not empty/,
    );
    assert.deepEqual(await readFile(join(to, 'parlance.db')), before);
  });

  test('is looked at before anything is written', async () => {
    const to = into('nothing');
    await assert.rejects(
      restore(into('no-backup'), { data: to }, () => {}),
      RestoreRefused,
    );
    const broken = into('broken');
    await backup(broken, { data });
    await appendFile(join(broken, 'recordings', film), '!');
    await assert.rejects(
      restore(broken, { data: to }, () => {}),
      /damaged: recordings\/.* has 15 bytes, not 14/,
    );
    await rm(join(broken, 'recordings'), { recursive: true });
    await assert.rejects(
      restore(broken, { data: to }, () => {}),
      /--database-only/,
    );
    await rm(join(broken, 'secret'));
    await assert.rejects(
      restore(broken, { data: to, databaseOnly: true }, () => {}),
      /has no secret/,
    );
    await writeFile(join(broken, 'parlance.db'), 'no database at all');
    await assert.rejects(
      restore(broken, { data: to }, () => {}),
      DatabaseUnavailable,
    );
    assert.equal(existsSync(to), false);
  });

  test('as a site brings its recordings along, and where one is missing nothing of it is there', async () => {
    const [to, file] = [into('moved'), into('acme.jsonl')];
    await writeFile(file, await exported(data));
    const { lines, say } = said();
    const recordings = join(copy, 'recordings');
    await assert.rejects(
      importSiteFile(file, { data: to, withRecordings: into('nowhere') }, say),
      /the folder of recordings lacks /,
    );
    await assert.rejects(exported(to), /no site acme/);
    await importSiteFile(file, { data: to, withRecordings: recordings }, say);
    assert.match(
      lines.join('\n'),
      /^acme {2}siteID \d+ {2}\d+ rows of \d+ tables\n1 files of recordings are here$/,
    );
    assert.equal(await readFile(join(to, 'recordings', film), 'utf8'), 'a film of acme');
    assert.equal(await exported(to), await exported(data));
  });

  test('is not written beneath a server', async () => {
    const to = into('served');
    const file = into('again.jsonl');
    await writeFile(file, await exported(data));
    const database = await openDatabase(`sqlite:${join(to, 'parlance.db')}`, { alone: true });
    await assert.rejects(
      importSiteFile(file, { data: to }, () => {}),
      DatabaseInUse,
    );
    await database.close();
  });
});
