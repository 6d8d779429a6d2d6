import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { RecordedSegment } from '../../src/recordings/room-recording.ts';
import { folderStore } from '../../src/recordings/store/folder-store.ts';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { isWhole } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { colourOf, measured } from '../support/recorded-file.ts';
import { sharedSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { begins, comes, isHere, opens, quiet } from './people.ts';

/** A host records two people by their own browser, and everybody knows. */

const hasTools = ['ffmpeg', 'ffprobe'].every((tool) => spawnSync(tool, ['-version']).status === 0);

const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });

/** Resolves when a part has come that is the one of that number or a later one. */
const arrives = (page: Page, segment: number, part: number) =>
  page.waitForResponse((response) => {
    const { pathname, searchParams } = new URL(response.url());
    const is = pathname.endsWith('/recording.php') && Number(searchParams.get('SEGMENT') ?? -1) === segment;
    return is && Number(searchParams.get('PART')) >= part && response.status() === 204;
  });

async function chooses({ page }: Visit, item: string): Promise<void> {
  await opens(page, 'More');
  await page.getByRole('button', { name: item, exact: true }).click();
}

const skip = isWhole ? false : 'it takes half a minute: PARLANCE_TEST_CORPORA=whole runs it, as CI does';

forSqlite('A recording', (open) => {
  const data = mkdtempSync(join(tmpdir(), 'parlance-recorded-'));
  after(() => rm(data, { recursive: true, force: true }));
  const store = folderStore(join(data, 'recordings'));

  /** The parts of a segment, one after the other, as a file. */
  async function fileOf({ parts }: RecordedSegment, name: string): Promise<string> {
    const path = join(data, name);
    await pipeline(async function* () {
      for (const part of parts) yield* await store.read(part.name);
    }, createWriteStream(path));
    return path;
  }

  describeInBrowser('by the browser of the host', (browser) => {
    const shared = sharedSite(open, { clock: 'now', settings: { data } });

    test('holds the voices and pictures of everybody, and goes on after a reload', { skip }, async (t) => {
      const site = shared();
      // What is looked at here are the parts, before anything is made of them.
      await site.context.recordingWork.stop();
      const options = '<enableOptions><meetingRecord>true</meetingRecord></enableOptions>';
      const { key } = await meeting(site, 'hostid', options, '');
      await using host = await browser.visit();
      await begins(site, host, key);
      await using ada = await browser.visit();
      await comes(site, ada, key, 'Ada Lovelace');
      await isHere(host.page, 'Ada Lovelace');
      await button(host, 'Start picture').click();
      await button(ada, 'Start picture').click();
      await button(ada, 'Unmute').click();

      const first = arrives(host.page, 0, 2);
      await chooses(host, 'Record');
      await ada.page.getByText('This meeting is being recorded.').waitFor();
      await ada.page.getByText('Recording', { exact: true }).waitFor();
      await button(ada, 'OK').click();
      await host.page.getByText('Recording', { exact: true }).waitFor();
      await first;

      // Now the host is heard, and Ada is not.
      await button(ada, 'Mute').click();
      const second = arrives(host.page, 1, 1);
      await host.page.reload();
      await button(host, 'Unmute').click();
      await second;
      await chooses(host, 'Pause recording');
      await ada.page.getByText('Recording paused', { exact: true }).waitFor();
      const third = arrives(host.page, 2, 0);
      await chooses(host, 'Resume recording');
      await third;
      const done = host.page.waitForResponse(
        (response) => response.request().postData()?.includes('"DONE"') === true,
      );
      const acme = await site.context.sites.required('acme');
      const state = await site.context.live.state(acme, Number(key));
      const recording = await site.context.roomRecordings.ofRun(state?.run ?? 0);
      assert.ok(recording);
      await chooses(host, 'Stop recording');
      await ada.page.getByText('Recording', { exact: true }).waitFor({ state: 'detached' });
      await done;
      assert.equal((await site.context.roomRecordings.find(recording.publicId))?.state, 'STOPPED');
      const segments = await site.context.roomRecordings.segmentsOf(recording);
      assert.equal(segments.length, 3);
      quiet(site, host, ada);

      const [one, other] = await Promise.all(
        segments.slice(0, 2).map((segment, at) => fileOf(segment, `${at}.webm`)),
      );

      // What is made of them is one film, which says how long it is and tells who came.
      site.context.recordingWork.start();
      await site.context.recordingWork.drain();
      const film = await site.context.recordings.find(acme, recording.recording ?? 0);
      assert.ok(film);
      assert.deepEqual(
        [film.state, film.format, film.name],
        ['READY', hasTools ? 'MP4' : 'WEBM', 'A meeting'],
      );
      t.diagnostic(
        `${film.duration} s, ${film.document.width} × ${film.document.height}, ${film.bytes} bytes`,
      );
      assert.equal(film.document.chapters.filter(({ kind }) => kind === 'segment').length, 2);

      const noTools = hasTools ? false : 'there is no ffmpeg on this machine';
      await t.test('which ffprobe finds in the files', { skip: noTools }, async () => {
        assert.ok(one && other);
        for (const file of [one, other]) {
          const { frames, loudness } = await measured(file);
          t.diagnostic(`${frames} pictures, ${loudness} dB`);
          // A machine that has much to do draws few of them.
          assert.ok(frames >= 5, `${frames} pictures`);
          assert.ok(loudness > -60, `${loudness} dB`);
        }
        const made = (await site.context.recordings.filesOf(film)).MAIN?.name ?? '';
        const whole = await measured(join(data, 'recordings', made));
        assert.ok(whole.frames >= 10 && whole.loudness > -60, JSON.stringify(whole));
        for (const half of ['left', 'right'] as const) {
          const colour = await colourOf(one, half);
          assert.ok(colour > 20, `${half}: ${colour}`);
        }
      });
    });
  });
});
