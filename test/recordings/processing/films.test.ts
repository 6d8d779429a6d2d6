import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FILMING, openFilms } from '../../../src/recordings/processing/films.ts';
import { openMediaFiles } from '../../../src/recordings/processing/media-files.ts';
import { layoutOf } from '../../../src/recordings/processing/mp4-layout.ts';
import { forSqlite } from '../../support/databases.ts';
import { colourOf, measured } from '../../support/recorded-file.ts';
import { films, noFfmpeg, RECORDED, workshop } from './workshop.ts';

/** With ffmpeg on the machine, recordings become MP4 that plays everywhere; without its help they stay what they are. */

const folder = mkdtempSync(join(tmpdir(), 'parlance-films-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Two seconds of picture and sound, in whatever form. */
function made(name: string, form: readonly string[], size = '160x90'): Buffer {
  const path = join(folder, name);
  const pictures = ['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=5`];
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...pictures, ...sound, '-t', '2', ...form, path]);
  return readFileSync(path);
}

const H264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];

forSqlite('recordings become films', (open) => {
  const { measure } = openMediaFiles();

  test('that play at once, with a still picture, of what a room has recorded', {
    skip: noFfmpeg,
  }, async () => {
    const moments = [
      { at: 0, kind: 'joined', title: 'Nobody knows when' },
      { at: Date.parse('2100-01-01'), kind: 'left', title: 'Much later' },
    ] as const;
    const shop = await workshop(await open(), { films, moments });
    const { id } = await shop.recorded([RECORDED]);
    await shop.work.drain();
    assert.deepEqual(shop.reported, []);
    const ready = await shop.found(id);
    assert.deepEqual(
      [ready.state, ready.format, ready.duration, ready.document.problem, ready.document.chapters],
      ['READY', 'MP4', 2, undefined, []],
    );
    const [main, poster] = [await shop.fileOf(ready), await shop.fileOf(ready, 'POSTER')];
    assert.ok(main && poster);
    assert.deepEqual(await layoutOf(main), { isFastStart: true, isFragmented: false });
    const { video, audio } = await measure(main);
    assert.deepEqual([video, audio?.codec], [{ codec: 'avc', width: 160, height: 90 }, 'aac']);
    const { frames, loudness } = await measured(main);
    assert.ok(frames > 40, `${frames} pictures`);
    assert.ok(loudness > -40, `${loudness} dB`);
    assert.ok((await colourOf(main, 'left')) > 20);
    assert.equal((await readFile(poster)).toString('hex', 0, 3), 'ffd8ff');
    assert.equal((await shop.stored()).length, 2);
    assert.deepEqual(await readdir(join(shop.folder, 'recording-work')), []);
  });

  test('of segments of other sizes and forms, one of them without sound', { skip: noFfmpeg }, async () => {
    const shop = await workshop(await open(), { films });
    const large = made('large.webm', ['-an', '-c:v', 'libvpx', '-b:v', '90k', '-f', 'webm'], '320x180');
    const voice = made('voice.webm', ['-vn', '-c:a', 'libopus', '-f', 'webm']);
    const { id } = await shop.recorded([RECORDED, large, voice]);
    await shop.work.drain();
    const ready = await shop.found(id);
    assert.deepEqual(
      [ready.state, ready.document.problem, ready.document.width, ready.document.height],
      ['READY', undefined, 320, 180],
    );
    assert.deepEqual(
      ready.document.chapters.map(({ kind }) => kind),
      ['segment', 'segment'],
    );
    assert.ok(Math.abs(ready.duration - 6) <= 1, `${ready.duration} s`);
  });

  test('by a copy where the server has recorded in their form', { skip: noFfmpeg }, async () => {
    const shop = await workshop(await open(), { films });
    const pieces = made('pieces.mp4', [
      ...H264,
      ...['-f', 'mp4', '-movflags', '+frag_keyframe+empty_moov+default_base_moof'],
    ]);
    const { id } = await shop.recorded([pieces], { mediaType: 'video/mp4;codecs=avc1,mp4a.40.2' });
    await shop.work.drain();
    const path = await shop.fileOf(await shop.found(id));
    assert.ok(path);
    assert.deepEqual(await layoutOf(path), { isFastStart: true, isFragmented: false });
    assert.equal((await measured(path)).frames, 10, 'the pictures are those that came');
  });

  test('but what is in their form stays byte for byte, and only what it lacks is put in', {
    skip: noFfmpeg,
  }, async () => {
    const shop = await workshop(await open(), { films });
    const fast = made('fast.mp4', [...H264, '-f', 'mp4', '-movflags', '+faststart']);
    const slow = made('slow.mp4', [...H264, '-f', 'mp4']);
    const [one, other] = [await shop.brought(fast, 'MP4'), await shop.brought(slow, 'MP4', 'ORIGINAL')];
    await shop.work.drain();
    const [first, second] = [await shop.found(one.id), await shop.found(other.id)];
    const [same, moved] = [await shop.fileOf(first), await shop.fileOf(second)];
    assert.ok(same && moved);
    assert.deepEqual(await readFile(same), fast);
    assert.deepEqual([first.duration, first.document.problem], [2, undefined]);
    assert.deepEqual(await layoutOf(moved), { isFastStart: true, isFragmented: false });
    assert.equal((await measured(moved)).frames, 10);
    // Two films, two pictures, and nothing of what was brought beside them.
    assert.equal((await shop.stored()).length, 4);
  });

  test('and what was brought in another form becomes one', { skip: noFfmpeg }, async () => {
    const shop = await workshop(await open(), { films });
    const { id } = await shop.brought(RECORDED, 'WEBM');
    await shop.work.drain();
    const ready = await shop.found(id);
    assert.deepEqual([ready.state, ready.format, ready.document.problem], ['READY', 'MP4', undefined]);
  });

  test('whose sound is had alone, made once', { skip: noFfmpeg }, async () => {
    const shop = await workshop(await open(), { films });
    const { id } = await shop.recorded([RECORDED]);
    const silent = await shop.brought(
      made('silent.mp4', ['-an', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-movflags', '+faststart']),
      'MP4',
    );
    assert.equal(await shop.sound(await shop.found(id)), undefined, 'not before it is there');
    await shop.work.drain();
    const recording = await shop.found(id);
    const [first, same] = await Promise.all([shop.sound(recording), shop.sound(recording)]);
    assert.ok(first);
    assert.deepEqual(same, first);
    assert.deepEqual((await shop.sound(recording))?.name, first.name);
    const path = await shop.fileOf(recording, 'SOUND');
    assert.ok(path);
    const wave = await readFile(path);
    assert.deepEqual([wave.toString('latin1', 0, 4), wave.toString('latin1', 8, 12)], ['RIFF', 'WAVE']);
    // 2.4 seconds of 16,000 samples of two bytes.
    assert.ok(Math.abs(wave.length - 2.4 * 32_000) < 4_000, `${wave.length} bytes`);
    assert.equal(await shop.sound(await shop.found(silent.id)), undefined);
    assert.deepEqual(await readdir(join(shop.folder, 'recording-work')), []);
  });

  const programs: Readonly<Record<string, string>> = {
    'hangs and says nothing': 'exec sleep 600',
    'works for ever': 'while :; do echo progress=continue; sleep 0.05; done',
    'dies at once': 'exit 3',
    'is killed': 'kill -SEGV $$',
    'floods what it says': 'while :; do echo "$0$0$0$0$0$0$0$0$0$0"; done',
    'fills the disk': 'for file; do :; done; exec dd if=/dev/zero of="$file" bs=1M count=4000 2>/dev/null',
    'says that it is done and has made nothing': 'exit 0',
    'makes something else': 'for file; do :; done; echo no film > "$file"',
  };

  for (const [at, [deed, script]] of Object.entries(programs).entries()) {
    test(`an ffmpeg that ${deed} leaves the recording as it came`, {
      skip: process.platform === 'win32',
    }, async () => {
      const program = join(folder, deed.replaceAll(' ', '-'));
      writeFileSync(program, `#!/bin/sh\n${script}\n`);
      chmodSync(program, 0o755);
      const bounds = { ...FILMING, time: 2_000, timeForEach: 0, silence: 1_000 };
      const shop = await workshop(await open(), { films: openFilms(program, bounds) });
      // What a room has recorded and what was brought take turns: every further one is several processes more.
      const { id } = await (at % 2 === 0 ? shop.recorded([RECORDED]) : shop.brought(RECORDED, 'WEBM'));
      await shop.work.drain();
      assert.deepEqual(shop.reported, []);
      const recording = await shop.found(id);
      const { state, format, document } = recording;
      assert.deepEqual([state, format, document.problem], ['READY', 'WEBM', 'unconverted']);
      const path = await shop.fileOf(recording);
      assert.ok(path);
      assert.equal((await measure(path)).duration, 2407);
      assert.deepEqual(await readdir(join(shop.folder, 'recording-work')), [], 'what it wrote is gone');
    });
  }
});
