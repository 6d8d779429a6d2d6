import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { describeInBrowser, takenOver, type Visit } from '../support/browser.ts';
import { type PageServer, startPageServer } from './page-server.ts';

/** Devices that are refused, missing, in use or gone: a plain word, and a way in all the same. */

/** What a browser has, whatever this machine has: by what it throws where a page asks. */
const withDevices = (state: string) => `(() => {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  globalThis.devices = { state: ${JSON.stringify(state)}, tracks: [] };
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    if (devices.state !== 'there') throw new DOMException(devices.state, devices.state);
    const stream = await real(wanted);
    devices.tracks.push(...stream.getTracks());
    return stream;
  };
})()`;

const WITHOUT_DEVICES = `Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined })`;

describeInBrowser('Before somebody comes in', (browser) => {
  let server: PageServer;
  before(async () => {
    server = await startPageServer();
  });
  beforeEach(() => server.forget());
  after(() => server[Symbol.asyncDispose]());

  async function comes(script: string, sample = 'join-refused'): Promise<Visit> {
    const visit = await browser.visit();
    await visit.page.addInitScript(script);
    await visit.page.goto(`${server.url}/sample/${sample}`);
    await takenOver(visit.page);
    return visit;
  }

  /** They come in, whatever the devices do. */
  async function joins({ page, complaints }: Visit): Promise<void> {
    await page.getByLabel('Meeting password', { exact: true }).fill('secret');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.waitForURL('**/done');
    assert.equal(server.posted.length, 1);
    assert.deepEqual(complaints, []);
  }

  for (const [state, words] of [
    ['NotAllowedError', 'does not let this page use your camera'],
    ['NotReadableError', 'Another program uses your camera'],
    ['NotFoundError', 'No camera was found'],
  ] as const) {
    test(`a camera that is in trouble is said, and tried again: ${state}`, async () => {
      await using visit = await comes(withDevices(state));
      const { page } = visit;
      const turnOn = page.getByRole('button', { name: 'Turn the camera on' });
      await turnOn.click();
      await page.getByRole('alert').filter({ hasText: words }).waitFor();
      await page.evaluate("devices.state = 'there'");
      // What was missing is found when it is plugged in; the rest is for the person to put right.
      if (state === 'NotFoundError') {
        await page.evaluate("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
      } else await turnOn.click();
      await page.getByLabel('Your picture').waitFor();
      assert.equal(await page.getByRole('alert').filter({ hasText: words }).count(), 0);
      await joins(visit);
    });
  }

  test('a microphone that is unplugged is said, and found again', async () => {
    await using visit = await comes(withDevices('there'));
    const { page } = visit;
    await page.getByRole('button', { name: 'Turn the microphone on' }).click();
    await page.getByText('Your microphone works.').waitFor();
    await page.evaluate("for (const track of devices.tracks) track.dispatchEvent(new Event('ended'))");
    await page.getByText('Your microphone is gone').waitFor();
    await page.getByText('You join muted.').waitFor();
    await page.evaluate("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
    await page.getByText('Your microphone works.').waitFor();
    await joins(visit);
  });

  test('a browser that gives pages no devices lets people in without', async () => {
    await using visit = await comes(WITHOUT_DEVICES);
    await visit.page.getByRole('button', { name: 'Turn the camera on' }).click();
    await visit.page.getByText('You can join all the same').waitFor();
    await joins(visit);
  });

  test('nobody is asked for a camera where nothing is seen, and for nothing where nothing is heard', async () => {
    await using visit = await comes('', 'join-sound');
    const { page } = visit;
    await page.getByRole('button', { name: 'Turn the microphone on' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Turn the camera on' }).count(), 0);
    await page.getByText('Choose devices, test the sound').click();
    await page.getByLabel('Microphone', { exact: true }).waitFor();
    assert.equal(await page.getByLabel('Camera', { exact: true }).count(), 0);
    await page.goto(`${server.url}/sample/join-account`);
    await takenOver(page);
    assert.equal(await page.getByRole('region', { name: 'Your microphone and camera' }).count(), 0);
  });

  test('in the room, too, a device that is gone is said, and another one is chosen under More', async () => {
    await using visit = await comes(withDevices('there'), 'room-guest');
    const { page } = visit;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Unmute').click();
    await button('Mute').waitFor();
    await page.evaluate("for (const track of devices.tracks) track.dispatchEvent(new Event('ended'))");
    await page.getByText('The device is gone').waitFor();
    await button('Unmute').waitFor();
    await button('More').click();
    await button('Microphone and camera').click();
    await page.getByLabel('Microphone', { exact: true }).selectOption({ index: 1 });
    await button('Close').click();
    await button('Unmute').click();
    await button('Mute').waitFor();
    assert.deepEqual(visit.complaints, []);
  });

  test('what is kept may be anybody’s: nothing of it is believed', async () => {
    for (const kept of ['{', '7', '{"on":{"microphone":1},"ids":7,"name":{"a":1}}', '[]']) {
      await using visit = await comes(`localStorage.setItem('parlance.devices', ${JSON.stringify(kept)})`);
      await visit.page.getByText('Your microphone and camera are off').waitFor();
      assert.deepEqual(visit.complaints, []);
    }
  });
});
