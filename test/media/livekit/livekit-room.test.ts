import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { begins, comes, isHere, quiet, scheduled } from '../../journeys/people.ts';
import { describeInBrowser, type Visit } from '../../support/browser.ts';
import { forSqlite } from '../../support/databases.ts';
import { findLiveKit, LIVEKIT_KEY, type LiveKitNode, startLiveKit } from '../../support/livekit.ts';
import { RealClock } from '../../support/real-clock.ts';
import { startSite, type TestSite } from '../../support/site.ts';

/** A real LiveKit server between two browsers: what its servers hold people to, whatever their browsers send. */

const found = await findLiveKit();

const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });

const sees = (page: Page, name: string) =>
  page
    .locator(`video[aria-label="Picture of ${name}"]`)
    .waitFor({ state: 'attached' })
    .then(() =>
      page.evaluate(`new Promise((resolve) => {
        const video = document.querySelector('video[aria-label="Picture of ${name}"]');
        let frames = 0;
        const next = () => (++frames === 5 ? resolve() : video.requestVideoFrameCallback(next));
        video.requestVideoFrameCallback(next);
      })`),
    );

if ('reason' in found) {
  console.log(`# SKIP LiveKit: ${found.reason}`);
  describe('a room by LiveKit', { skip: found.reason }, () => {});
} else {
  const { binary } = found;
  forSqlite('a room by LiveKit', (open) => {
    describeInBrowser('between two browsers', (browser) => {
      let node: LiveKitNode;
      let site: TestSite;

      before(async () => {
        node = await startLiveKit(binary);
        site = await startSite(await open(), {
          clock: new RealClock(),
          settings: {
            media: `livekit+${node.url}`,
            livekitKey: LIVEKIT_KEY,
            livekitSecret: node.secret,
          },
        });
      });
      after(async () => {
        await site.close();
        await node[Symbol.asyncDispose]();
      });

      test('they see each other', async () => {
        const key = await scheduled(site);
        await using host = await browser.visit();
        await begins(site, host, key);
        await using ada = await browser.visit();
        await comes(site, ada, key, 'Ada Lovelace');
        await isHere(ada.page, 'Holly Host');
        await button(host, 'Start picture').click();
        await sees(ada.page, 'Holly Host');
        await button(ada, 'Start picture').click();
        await sees(host.page, 'Ada Lovelace');
        quiet(site, host, ada);
        assert.ok(key);
      });
    });
  });
}
