import assert from 'node:assert/strict';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { missingToRecord } from '../../../src/media/recorder/recorder-parts.ts';
import { folderStore } from '../../../src/recordings/store/folder-store.ts';
import { begins, comes, isHere, opens, quiet } from '../../journeys/people.ts';
import { describeInBrowser, type Visit } from '../../support/browser.ts';
import { forSqlite } from '../../support/databases.ts';
import { findLiveKit, LIVEKIT_KEY, type LiveKitNode, startLiveKit } from '../../support/livekit.ts';
import { RealClock } from '../../support/real-clock.ts';
import { colourOf, measured } from '../../support/recorded-file.ts';
import { startSite, type TestSite } from '../../support/site.ts';
import { meeting } from '../../url-api/portal.ts';

/** The server itself records a room of LiveKit, and nobody sees it there. */

const found = await findLiveKit();
const missing = missingToRecord();
const reason = 'reason' in found ? found.reason : missing && `${missing} is not installed here`;

const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });

/** Asks until something is so. */
async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await pause(50);
  }
}

if (reason !== undefined || 'reason' in found) {
  console.log(`# SKIP the recorder of LiveKit's rooms: ${reason}`);
  describe('a room of LiveKit', { skip: reason ?? true }, () => {});
} else {
  const { binary } = found;
  forSqlite('a room of LiveKit', (open) => {
    describeInBrowser('recorded by the server', (browser) => {
      const data = mkdtempSync(join(tmpdir(), 'parlance-recorded-'));
      let node: LiveKitNode;
      let site: TestSite;

      before(async () => {
        node = await startLiveKit(binary);
        site = await startSite(await open(), {
          clock: new RealClock(),
          settings: {
            data,
            media: `livekit+${node.url}`,
            livekitKey: LIVEKIT_KEY,
            livekitSecret: node.secret,
          },
        });
      });
      after(async () => {
        await site.close();
        await node[Symbol.asyncDispose]();
        await rm(data, { recursive: true, force: true });
      });

      test('is kept with the pictures and voices of everybody', async (t) => {
        const { roomRecordings, live, sites } = site.context;
        // What is looked at here are the parts, before anything is made of them.
        await site.context.recordingWork.stop();
        assert.equal(site.context.media.can.recording, 'server');
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
        await opens(host.page, 'More');
        await button(host, 'Record').click();
        await ada.page.getByText('This meeting is being recorded.').waitFor();
        await host.page.getByText('Recording', { exact: true }).waitFor();
        const state = await live.state(await sites.required('acme'), Number(key));
        const recording = await until(() => roomRecordings.ofRun(state?.run ?? 0));
        await until(async () => ((await roomRecordings.segmentsOf(recording))[0]?.parts.length ?? 0) > 3);
        await site.context.steward.lookAtAll();
        assert.equal(await host.page.locator('ul.tiles > li').count(), 2);

        await opens(host.page, 'More');
        await button(host, 'Stop recording').click();
        await ada.page.getByText('Recording', { exact: true }).waitFor({ state: 'detached' });
        await until(async () => (await roomRecordings.find(recording.publicId))?.state === 'STOPPED');
        quiet(site, host, ada);

        // It pauses and goes on, and keeps what there is when the room is ended for everybody.
        await opens(host.page, 'More');
        await button(host, 'Record').click();
        const next = await until(() => roomRecordings.ofRun(state?.run ?? 0));
        const partsOf = async (at: number) => (await roomRecordings.segmentsOf(next))[at]?.parts.length;
        await until(() => partsOf(0));
        await opens(host.page, 'More');
        await button(host, 'Pause recording').click();
        await ada.page.getByText('Recording paused', { exact: true }).waitFor();
        await opens(host.page, 'More');
        await button(host, 'Resume recording').click();
        await until(() => partsOf(1));
        await live.end(await sites.required('acme'), Number(key));
        await until(async () => (await roomRecordings.find(next.publicId))?.state === 'STOPPED');

        const [segment, ...others] = await roomRecordings.segmentsOf(recording);
        assert.ok(segment);
        assert.deepEqual(others, []);
        const store = folderStore(join(data, 'recordings'));
        const file = join(data, 'recorded.mp4');
        await pipeline(async function* () {
          for (const { name } of segment.parts) yield* await store.read(name);
        }, createWriteStream(file));
        const { frames, loudness } = await measured(file);
        t.diagnostic(`${segment.parts.length} parts, ${frames} pictures, ${loudness} dB`);
        assert.ok(frames > 20, `${frames} pictures`);
        assert.ok(loudness > -60, `${loudness} dB`);
        for (const half of ['left', 'right'] as const) {
          const colour = await colourOf(file, half);
          assert.ok(colour > 20, `${half}: ${colour}`);
        }
      });
    });
  });
}
