import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import {
  openTranscriber,
  type Transcriber,
  transcriberOnThisMachine,
} from '../../../src/recordings/processing/transcriber.ts';
import { readCaptions } from '../../../src/recordings/transcripts/read-captions.ts';
import { forEachDatabase, forSqlite } from '../../support/databases.ts';
import { films, noFfmpeg, RECORDED, workshop } from './workshop.ts';

/** Programs that write down what is said in recordings. */

const folder = mkdtempSync(join(tmpdir(), 'parlance-transcriber-'));
after(() => rm(folder, { recursive: true, force: true }));

let programs = 0;
function program(...lines: string[]): string {
  programs += 1;
  const path = join(folder, `program-${programs}`);
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
  return path;
}

/** Writes how long the sound is, and what it sees of the environment. */
const MEASURES = program(
  'ms=$(( ($(wc -c < "$1") - 44) / 32 ))',
  `printf 'WEBVTT\\nLanguage: de\\n\\n00:00.000 --> 00:%02d.%03d\\n<v Ada>Sound\\n\\n' $((ms / 1000)) $((ms % 1000))`,
  `printf '00:00.001 --> 00:01.000\\n%s\\n' "$(env | sed 's/=.*//' | sort | tr '\\n' ' ')"`,
);

const words = (text: string) => readCaptions(Buffer.from(`WEBVTT\n\n00:00.000 --> 00:01.000\n${text}`));

forSqlite('what is said is written down by a program', (open) => {
  test('after the film is ready, of its sound, without our secrets', { skip: noFfmpeg }, async () => {
    process.env.PARLANCE_SECRET_OF_TEST = 'secret';
    const shop = await workshop(await open(), { films, transcriber: openTranscriber(MEASURES) });
    const { id } = await shop.recorded([RECORDED]);
    await shop.transcription.drain();
    assert.equal(await shop.transcripts.of({ id }), undefined);
    await shop.work.drain();
    assert.equal((await shop.found(id)).state, 'READY');
    assert.equal(await shop.transcripts.awaited({ id }), 'WAITING');
    await shop.transcription.drain();
    const transcript = await shop.transcripts.of({ id });
    assert.deepEqual([transcript?.source, transcript?.language, transcript?.cues], ['PROGRAM', 'de', 2]);
    const [sound, seen] = (await shop.transcripts.wordsOf({ id })).cues;
    assert.equal(sound?.voice, 'Ada');
    assert.ok(Math.abs((sound?.end ?? 0) - 2_400) < 300, `${sound?.end}`);
    assert.doesNotMatch(seen?.text ?? '', /PARLANCE|NODE/);
    assert.match(seen?.text ?? '', /\bPATH\b/);
    assert.equal(await shop.transcripts.awaited({ id }), undefined);
    assert.deepEqual(await readdir(join(shop.folder, 'transcript-work')), []);
    assert.deepEqual(shop.reported, []);
  });

  test('and never in the place of what its host brings, before or meanwhile', {
    skip: noFfmpeg,
  }, async () => {
    const brings: (() => Promise<unknown>)[] = [];
    const transcriber: Transcriber = {
      async transcribe() {
        for (const bring of brings) await bring();
        return words('by a program');
      },
    };
    const shop = await workshop(await open(), { films, transcriber });
    const { id: before } = await shop.recorded([RECORDED]);
    const { id: meanwhile } = await shop.recorded([RECORDED]);
    await shop.work.drain();
    const bring = (id: number) => shop.transcripts.bring(shop.site, id, () => {}, words('by its host'));
    await bring(before);
    brings.push(() => bring(meanwhile));
    await shop.transcription.drain();
    for (const id of [before, meanwhile]) {
      assert.equal((await shop.transcripts.of({ id }))?.source, 'HOST');
      assert.equal((await shop.transcripts.wordsOf({ id })).cues[0]?.text, 'by its host');
    }
    // Of each its film, its picture and its captions, and nothing that was written in vain.
    assert.equal((await shop.stored()).length, 6);
    assert.deepEqual(shop.reported, []);
  });

  test('three times where it fails; the recording stays as it is', { skip: noFfmpeg }, async () => {
    const failing = openTranscriber(program('echo "no model" >&2', 'exit 3'));
    const shop = await workshop(await open(), { films, transcriber: failing });
    const { id } = await shop.recorded([RECORDED]);
    await shop.work.drain();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await shop.transcription.drain();
      shop.clock.advance({ minutes: 10 });
    }
    assert.equal(await shop.transcripts.awaited({ id }), 'FAILED');
    assert.equal(shop.reported.length, 3);
    assert.match(String(shop.reported[0]), /no model/);
    assert.equal((await shop.found(id)).state, 'READY');
    await shop.transcripts.bring(shop.site, id, () => {}, words('by its host'));
    assert.equal(await shop.transcripts.awaited({ id }), undefined);
  });

  const RECOGNISER = 'pocketsphinx_continuous';
  const has = (command: string) => transcriberOnThisMachine(command)() !== undefined;
  const noRecogniser =
    noFfmpeg ||
    (has(RECOGNISER) && has('espeak-ng') && existsSync('/usr/share/pocketsphinx/model/en-us')
      ? false
      : 'there is no pocketsphinx with its model, or no espeak-ng here');

  test('which recognises speech', { skip: noRecogniser }, async () => {
    const [wav, mp4] = [join(folder, 'speech.wav'), join(folder, 'speech.mp4')];
    spawnSync('espeak-ng', ['-s', '130', '-w', wav, 'Good morning. Shall we begin?']);
    spawnSync('ffmpeg', ['-v', 'error', '-y', '-i', wav, '-c:a', 'aac', '-movflags', '+faststart', mp4]);
    const recognising = program(
      "printf 'WEBVTT\\n\\n'",
      `${RECOGNISER} -infile "$1" -time yes -logfn /dev/null |`,
      `  awk '/^[a-z]/ && NF == 4 { printf "00:%06.3f --> 00:%06.3f\\n%s\\n\\n", $2, $3, $1 }'`,
    );
    const shop = await workshop(await open(), { films, transcriber: openTranscriber(recognising) });
    const { id } = await shop.brought(readFileSync(mp4), 'MP4');
    await shop.work.drain();
    await shop.transcription.drain();
    const { cues } = await shop.transcripts.wordsOf({ id });
    assert.ok(cues.length >= 2, JSON.stringify(cues));
    for (const { end, text } of cues) {
      assert.match(text, /^[a-z'(). 0-9]+$/);
      assert.ok(end <= 5_000);
    }
    assert.deepEqual(shop.reported, []);
  });
});

forEachDatabase('what is said is written down', (open) => {
  test('by another process, when one stops in the middle', { skip: noFfmpeg }, async () => {
    const database = await open();
    const begun = Promise.withResolvers<void>();
    const hanging: Transcriber = {
      transcribe: (_wav, _of, signal) => {
        begun.resolve();
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      },
    };
    const one = await workshop(database, { films, transcriber: hanging });
    const whole: Transcriber = { transcribe: async () => words('by the other') };
    const other = await workshop(database, { films, transcriber: whole }, one.folder);
    const { id } = await one.recorded([RECORDED]);
    await one.work.drain();
    const working = one.transcription.drain();
    await begun.promise;
    await other.transcription.drain();
    assert.equal(await other.transcripts.of({ id }), undefined, 'the first one has it');
    await one.transcription.stop();
    await working;
    await other.transcription.drain();
    assert.equal((await other.transcripts.of({ id }))?.source, 'PROGRAM');
    assert.deepEqual([...one.reported, ...other.reported], []);
  });
});

suite('a program that writes down what is said', () => {
  const run = (path: string, bounds = { time: 60_000, timeForEach: 0 }) =>
    openTranscriber(path, bounds).transcribe(join(folder, 'none.wav'), { duration: 1_000, folder });

  test('has so much time, so much to say, and ends with all that it has begun', async () => {
    await assert.rejects(run(program('sleep 600 & wait'), { time: 1, timeForEach: 0 }), /\(slow\)/);
    await assert.rejects(run(program('yes & wait')), /\(flood\)/);
    await assert.rejects(run(program('echo minutes of the meeting')), /line 1/);
    await assert.rejects(run(join(folder, 'nothing')), /\(missing\)/);
  });

  test('is found by its path or its name, and not where it cannot be run', () => {
    assert.ok(transcriberOnThisMachine(MEASURES)());
    assert.ok(transcriberOnThisMachine('sh')());
    for (const setting of ['', folder, join(folder, 'nothing'), 'no-such-program-here']) {
      assert.equal(transcriberOnThisMachine(setting)(), undefined);
    }
  });
});
