import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { LEASE } from '../../../src/live/live.ts';
import { isGone, isHere } from '../../journeys/people.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { forPostgres } from '../../support/databases.ts';
import { findLiveKit } from '../../support/livekit.ts';
import { type LostBrowser, openLostBrowser } from '../../support/lost-browser.ts';
import { redisServer } from '../../support/redis.ts';
import { type Cluster, startCluster } from './cluster.ts';

/** Two processes of Parlance and two nodes of LiveKit carry one room, and one of each dies; and so do browsers. */

const found = await findLiveKit();

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

/** How somebody goes without a word, and what dies with them. */
const WORDLESS: Readonly<Record<string, (lost: LostBrowser, cluster: Cluster) => unknown>> = {
  'whose browser is killed': (lost) => lost.kill(),
  'whose network is cut': (lost) => lost.freeze(),
  'who dies with the process that they were at': (lost, cluster) =>
    Promise.all([cluster.killOther(), lost.kill()]),
};

if ('reason' in found || redisServer === undefined) {
  const skip = 'reason' in found ? found.reason : 'no redis-server is installed here';
  console.log(`# SKIP a cluster of LiveKit: ${skip}`);
  describe('a room of a cluster', { skip }, () => {});
} else {
  const programs = { liveKit: found.binary, redis: redisServer };
  forPostgres('a room of a cluster', (open, { fresh }) => {
    const begin = () => startCluster(programs, { fresh, open });
    describeInBrowser('between two browsers', (browser) => {
      test('goes on when a process and a node die', async (t) => {
        await using cluster = await begin();
        await using host = await browser.visit();
        await host.page.goto(await cluster.hostWay());
        await using ada = await browser.visit();
        await ada.page.goto(await cluster.way('Ada Lovelace'));
        await isHere(ada.page, 'Holly Host');
        for (const { page } of [host, ada]) {
          await page.getByRole('button', { name: 'Start picture', exact: true }).click();
        }
        const bothSee = () => Promise.all([sees(host.page, 'Ada Lovelace'), sees(ada.page, 'Holly Host')]);
        await bothSee();

        await cluster.killOther();
        await timed(t, 'a process is killed', async () => {
          await bothSee();
          // And what is turned on now comes by the process that is left.
          await ada.page.getByRole('button', { name: 'Unmute', exact: true }).click();
          await hears(host.page);
        });

        await cluster.killNode();
        await timed(t, 'the node of the room is killed', bothSee);

        // Nobody has come twice by it, and nobody is there who has gone.
        const people = await cluster.people();
        assert.deepEqual([...people.keys()], ['Holly Host', 'Ada Lovelace']);
        await atLiveKit(cluster, [...people.values()]);
        const history = await cluster.history();
        assert.deepEqual(
          history.map(({ name }) => name),
          ['Holly Host', 'Ada Lovelace'],
        );
        for (const { joined, left } of history) assert.ok(joined <= left);
      });
    });

    describeInBrowser('has no ghost of somebody', (browser) => {
      /** @param after is done when nobody sees them any more, beside the host */
      async function goesWithout(
        t: TestContext,
        goes: (lost: LostBrowser, cluster: Cluster) => unknown,
        after: (cluster: Cluster, host: string) => Promise<void>,
      ): Promise<void> {
        await using cluster = await begin();
        await using host = await browser.visit();
        await host.page.goto(await cluster.hostWay());
        await using lost = await openLostBrowser();
        const ada = await lost.browser.newPage();
        await ada.goto(await cluster.way('Ada Lovelace'));
        await isHere(ada, 'Holly Host');
        await ada.getByRole('button', { name: 'Start picture', exact: true }).click();
        await sees(host.page, 'Ada Lovelace');
        const before = await cluster.people();
        await atLiveKit(cluster, [...before.values()]);

        const began = performance.now();
        await goes(lost, cluster);
        await isGone(host.page, 'Ada Lovelace');
        t.diagnostic(`nobody sees them after ${Math.round(performance.now() - began)} ms`);
        const people = await cluster.people();
        assert.deepEqual([...people.keys()], ['Holly Host']);
        await after(cluster, people.get('Holly Host') ?? '');
        t.diagnostic(`LiveKit has them no more after ${Math.round(performance.now() - began)} ms`);
        const told = await cluster.toldToNewcomer();
        const knows = [...before].filter(([, publicId]) => told.includes(publicId)).map(([name]) => name);
        assert.deepEqual(knows, ['Holly Host']);

        const [holly, lovelace, ...others] = await cluster.history();
        assert.deepEqual([holly?.name, lovelace?.name, others.length], ['Holly Host', 'Ada Lovelace', 0]);
        // They left when they were last there, and not when that was found out.
        assert.ok(holly && lovelace && lovelace.joined <= lovelace.left);
        assert.ok(holly.left - lovelace.left >= LEASE - 1_000);
        await atLiveKit(cluster, []);
      }

      for (const [who, goes] of Object.entries(WORDLESS)) {
        test(who, (t) => goesWithout(t, goes, (cluster, host) => atLiveKit(cluster, [host])));
      }

      test('who dies with the node of the room', (t) =>
        goesWithout(
          t,
          (lost, cluster) => Promise.all([cluster.killNode(), lost.kill()]),
          // LiveKit's list, which is kept outside of its nodes, has them until the room ends; nobody is told of them.
          async (cluster, host) => {
            while (!(await cluster.atLiveKit()).includes(host)) await pause(100);
          },
        ));
    });
  });
}

/** Resolves when LiveKit has these people, each once, and nobody else. */
async function atLiveKit(cluster: Cluster, publicIds: readonly string[]): Promise<void> {
  const wanted = [...publicIds].sort().join();
  // What a node that has died knew is asked for in vain at first.
  const now = () => cluster.atLiveKit().catch(() => ['unknown']);
  while ([...(await now())].sort().join() !== wanted) await pause(100);
}

async function timed(t: TestContext, what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  t.diagnostic(`${what}: ${Math.round(performance.now() - began)} ms until both see each other again`);
}
