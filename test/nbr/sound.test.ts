import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { dataFolder, recordingIn } from './recorded.ts';
import { call, replyOf, SITE_ID, storageTicket } from './soap.ts';

const hasFfmpeg = spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;
const skip = hasFfmpeg ? false : 'ffmpeg is not on this machine';

forSqlite('downloadWAVFlie', (open) => {
  const data = dataFolder();
  const shared = sharedSite(open, { settings: { data } });

  /** A second of a tone. */
  function tone(): Buffer {
    const path = join(data, 'tone.webm');
    const args = ['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', 'sine=frequency=440:duration=1', path];
    assert.equal(spawnSync('ffmpeg', args).status, 0);
    return readFileSync(path);
  }

  test('gives the sound of a meeting as a WAV, under both its names and by GET', { skip }, async () => {
    await recordingIn(shared(), { confID: 31, format: 'WEBM', bytes: tone() });
    const ticket = await storageTicket(shared());
    const query = `method=downloadWAVFlie&siteId=${SITE_ID}&confId=31&ticket=${ticket}`;
    for (const reply of [
      await call(shared(), 'downloadWAVFlie', { siteId: SITE_ID, confId: 31, ticket }),
      await call(shared(), 'downloadWAVFile', { siteId: SITE_ID, confId: 31, ticket }),
      await replyOf(await fetch(`${shared().url}/nbr/services/NBRStorageService?${query}`)),
    ]) {
      assert.equal(reply.status, 200, reply.text.slice(0, 1000));
      const pieces = reply.bytes.toString('latin1').split('\r\n\r\n');
      assert.match(pieces[2] ?? '', /^Weekly call-\d{8}_\d{4}\.wav\n\d+\nfalse\r/);
      const wav = pieces[3] ?? '';
      assert.match(wav, /^RIFF....WAVE/s);
      assert.equal(
        Number((pieces[2] ?? '').split('\n')[1]),
        pieces.slice(3).join('\r\n\r\n').lastIndexOf('\r\n--'),
      );
      assert.ok(wav.length > 30_000, 'a second of 16,000 samples');
    }
  });

  test('is refused where there is none', async () => {
    const ticket = await storageTicket(shared());
    await recordingIn(shared(), { confID: 32, format: 'ARF' });
    for (const confId of [32, 33]) {
      const reply = await call(shared(), 'downloadWAVFile', { siteId: SITE_ID, confId, ticket });
      assert.equal(reply.faultstring, `there is no sound of the meeting ${confId}`);
    }
  });
});
