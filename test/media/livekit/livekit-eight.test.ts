import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { begins, comes, scheduled } from '../../journeys/people.ts';
import { describeInBrowser, type Visit } from '../../support/browser.ts';
import { forSqlite } from '../../support/databases.ts';
import { findLiveKit, LIVEKIT_KEY, startLiveKit } from '../../support/livekit.ts';
import { RealClock } from '../../support/real-clock.ts';
import { startSite } from '../../support/site.ts';
import { Senses } from '../conformance/senses.ts';

/** Eight people with eight pictures, small ones: all browsers are on this one machine. */

const found = await findLiveKit();
const NAMES = ['Holly Host', 'Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Fay', 'Gil'] as const;

interface Person {
  readonly name: string;
  readonly visit: Visit;
  readonly senses: Senses;
}

const SMALL_CAMERA = `{
  const devices = navigator.mediaDevices;
  const real = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wanted) =>
    real(wanted.video ? { ...wanted, video: { width: 160, height: 120, frameRate: 10 } } : wanted);
}`;

/** Keeps how many places for pictures the first offer of the page has. */
const FIRST_OFFER = `{
  const { createOffer } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.createOffer = function (...given) {
    window.offered ??= this.getTransceivers().filter(({ receiver }) => receiver.track.kind === 'video').length;
    return createOffer.apply(this, given);
  };
}`;

/** Beside it how many pictures of others the page was told of when it was made. */
const OFFERED = `({
  offered: window.offered,
  told: JSON.parse(document.querySelector('#page').textContent).content.room.people
    .filter(({ isYou, sends }) => !isYou && sends.camera).length,
})`;

if ('reason' in found) {
  describe('eight people by LiveKit', { skip: found.reason }, () => {});
} else {
  const { binary } = found;
  forSqlite('eight people by LiveKit', (open) => {
    describeInBrowser('in browsers', (browser) => {
      test('see each other, and are sent to no server of others', async (t) => {
        await using node = await startLiveKit(binary);
        await using site = await startSite(await open(), {
          clock: new RealClock(),
          settings: {
            media: `livekit+${node.url}`,
            livekitKey: LIVEKIT_KEY,
            livekitSecret: node.secret,
          },
        });
        const key = await scheduled(site);
        const people: Person[] = [];
        const tile = (name: string) => `video[aria-label="Picture of ${name}"]`;
        for (const name of NAMES) {
          const visit = await browser.visit({ viewport: { width: 800, height: 600 } });
          await visit.page.addInitScript(SMALL_CAMERA + FIRST_OFFER);
          const senses = await Senses.of(visit.page, 440);
          const began = performance.now();
          if (name === NAMES[0]) await begins(site, visit, key);
          else await comes(site, visit, key, name);
          await Promise.all(people.map((other) => senses.draws(tile(other.name), 1)));
          const took = Math.round(performance.now() - began);
          if (people.length > 0) {
            t.diagnostic(`${name}: ${took} ms from the link to a frame of each of ${people.length} others`);
          }
          // The first one has nobody to wait for: their page may not have offered anything yet.
          if (people.length > 0) {
            const { offered, told } = await visit.page.evaluate<{ offered: number; told: number }>(OFFERED);
            assert.equal(offered, Math.max(3, told));
          }
          await visit.page.locator('.bar-button.of-camera').click();
          people.push({ name, visit, senses });
        }
        await Promise.all(
          people.flatMap(({ name, senses }) =>
            NAMES.filter((other) => other !== name).map((other) => senses.draws(tile(other), 3)),
          ),
        );
        for (const { visit } of people) {
          const servers = await visit.page.evaluate<readonly unknown[]>(
            'window.senses.connections.flatMap((one) => one.getConfiguration().iceServers ?? [])',
          );
          assert.deepEqual(servers, []);
          const early = visit.page.locator('link[rel=modulepreload][href*="livekit-room"]');
          assert.equal(await early.count(), 1);
          assert.deepEqual(visit.complaints, []);
          assert.deepEqual([...visit.origins], [site.url]);
        }
        for (const { visit } of people) await visit[Symbol.asyncDispose]();
      });
    });
  });
}
