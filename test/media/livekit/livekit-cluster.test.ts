import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { isHere, scheduled, waysTo } from '../../journeys/people.ts';
import { type Balancer, startBalancer } from '../../support/balancer.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { forPostgres } from '../../support/databases.ts';
import { findLiveKit, LIVEKIT_KEY, startLiveKit } from '../../support/livekit.ts';
import { serve } from '../../support/process.ts';
import { RealClock } from '../../support/real-clock.ts';
import { redisServer, startRedis } from '../../support/redis.ts';
import { HOST, INSTALLATION_KEY, startSite } from '../../support/site.ts';

/** Two processes of Parlance and two nodes of LiveKit carry one room, and one of each dies. */

const found = await findLiveKit();
const SECRET = 'a secret that the whole cluster knows';

/** Resolves when so many frames of somebody's picture have been drawn from now on, in whichever element. */
const sees = (page: Page, name: string) =>
  page.evaluate(`new Promise((resolve) => {
    let frames = 0;
    const next = () => {
      const video = document.querySelector('video[aria-label="Picture of ${name}"]');
      if (!video) return setTimeout(next, 20);
      // One that is taken away, or shows nothing, draws no more.
      const again = setTimeout(next, 500);
      video.requestVideoFrameCallback(() => {
        clearTimeout(again);
        frames += 1;
        if (frames === 5) resolve();
        else next();
      });
    };
    next();
  })`);

/** Resolves when a voice that the page plays is no silence. */
const hears = (page: Page) =>
  page.evaluate(`new Promise((resolve) => {
    const context = new AudioContext();
    const analysers = new Map();
    const wave = new Float32Array(2048);
    const listen = () => {
      for (const { srcObject } of document.querySelectorAll('audio')) {
        if (!srcObject?.getAudioTracks().length) continue;
        if (!analysers.has(srcObject)) {
          const analyser = context.createAnalyser();
          context.createMediaStreamSource(srcObject).connect(analyser);
          analysers.set(srcObject, analyser);
        }
        analysers.get(srcObject).getFloatTimeDomainData(wave);
        if (wave.some((level) => Math.abs(level) > 0.01)) return void context.close().then(resolve);
      }
      setTimeout(listen, 20);
    };
    listen();
  })`);

if ('reason' in found || redisServer === undefined) {
  const skip = 'reason' in found ? found.reason : 'no redis-server is installed here';
  console.log(`# SKIP a cluster of LiveKit: ${skip}`);
  describe('a room of a cluster', { skip }, () => {});
} else {
  const { binary } = found;
  const program = redisServer;
  forPostgres('a room of a cluster', (open, { fresh }) => {
    describeInBrowser('between two browsers', (browser) => {
      test('goes on when a process and a node die', async (t) => {
        await using redis = await startRedis(program);
        const options = { redis: redis.address, secret: SECRET };
        await using first = await startLiveKit(binary, options);
        const [idOfFirst] = await redis.ask('HKEYS', 'nodes');
        await using second = await startLiveKit(binary, options);
        const liveKit = { livekitKey: LIVEKIT_KEY, livekitSecret: SECRET };
        const database = await fresh();
        await using site = await startSite(await open(database), {
          clock: new RealClock(),
          settings: { ...liveKit, media: `livekit+${first.url},livekit+${second.url}` },
        });
        await using other = await serve(['--port', '0'], {
          env: {
            PARLANCE_DATABASE: database,
            PARLANCE_SECRET: INSTALLATION_KEY.toString(),
            PARLANCE_MEDIA: `livekit+${second.url},livekit+${first.url}`,
            PARLANCE_LIVEKIT_KEY: LIVEKIT_KEY,
            PARLANCE_LIVEKIT_SECRET: SECRET,
          },
        });
        await using atFirst = await startBalancer([site.url, other.url]);
        await using atOther = await startBalancer([other.url, site.url]);

        const key = await scheduled(site);
        const answer = await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, HOST);
        await using host = await browser.visit();
        await host.page.goto(through(atFirst, answer.value('hostMeetingURL')));
        await using ada = await browser.visit();
        const who = '<attendeeName>Ada Lovelace</attendeeName><attendeeEmail>ada@example.com</attendeeEmail>';
        await ada.page.goto(through(atOther, (await waysTo(site, key, who)).join));
        await isHere(ada.page, 'Holly Host');
        for (const { page } of [host, ada]) {
          await page.getByRole('button', { name: 'Start picture', exact: true }).click();
        }
        const bothSee = () => Promise.all([sees(host.page, 'Ada Lovelace'), sees(ada.page, 'Holly Host')]);
        await bothSee();

        other.signal('SIGKILL');
        await other.ended;
        await timed(t, 'a process is killed', async () => {
          await bothSee();
          // And what is turned on now comes by the process that is left.
          await ada.page.getByRole('button', { name: 'Unmute', exact: true }).click();
          await hears(host.page);
        });

        const [room = ''] = await redis.ask('HKEYS', 'room_node_map');
        const [holder] = await redis.ask('HGET', 'room_node_map', room);
        assert.ok(holder);
        await (holder === idOfFirst ? first : second).kill();
        await timed(t, 'the node of the room is killed', bothSee);

        // Nobody has come twice by it.
        await site.context.live.end(await site.context.sites.required('acme'), Number(key));
        const people = await site.ok(
          'history.LstmeetingattendeeHistory',
          `<meetingKey>${key}</meetingKey>`,
          HOST,
        );
        assert.deepEqual(people.texts('meetingAttendeeHistory/name'), ['Holly Host', 'Ada Lovelace']);
      });
    });
  });
}

/** The same address by what stands before the processes. */
function through({ url }: Balancer, address = ''): string {
  const { pathname, search } = new URL(address);
  return url + pathname + search;
}

async function timed(t: TestContext, what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  t.diagnostic(`${what}: ${Math.round(performance.now() - began)} ms until both see each other again`);
}
