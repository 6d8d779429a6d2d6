import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openPhone } from '../../src/phone/phone.ts';
import { every, systemTimers } from '../../src/phone/timers.ts';
import { begins, isGone, opens, scheduled } from '../journeys/people.ts';
import { type BrowserOfSuite, describeInBrowser } from '../support/browser.ts';
import { isWhole } from '../support/corpora.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { findLiveKit, LIVEKIT_KEY, startLiveKit } from '../support/livekit.ts';
import { RealClock } from '../support/real-clock.ts';
import { sharedSite, startSite, type TestSite } from '../support/site.ts';
import { Baresip, hasBaresip } from './baresip.ts';
import { levelOf, Softphone } from './softphone.ts';

/** A caller and a browser hear each other: each has a tone of its own, which is looked for at the other end. */

const OF_BROWSER = 1_700;
const OF_CALLER = 1_250;

/** In place of the microphone: a tone. */
const TONE_AS_MICROPHONE = `
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: ${OF_BROWSER} });
    const out = new MediaStreamAudioDestinationNode(context);
    tone.connect(new GainNode(context, { gain: 0.5 })).connect(out);
    tone.start();
    return out.stream;
  };`;

/** Hears whatever the page has played since it was asked for the first time: a voice that has been turned off, too. */
const EAR = `
  window.levelOf ??= (() => {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0.5 });
    const heard = new WeakSet();
    const levels = new Float32Array(analyser.frequencyBinCount);
    return (pitch) => {
      for (const { srcObject } of document.querySelectorAll('audio')) {
        // A voice that is still to come is a stream with nothing in it.
        const [track] = srcObject?.getAudioTracks() ?? [];
        if (!track || heard.has(track)) continue;
        heard.add(track);
        context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      }
      analyser.getFloatFrequencyData(levels);
      const bin = Math.round((pitch * analyser.fftSize) / context.sampleRate);
      return Math.max(...levels.subarray(bin - 2, bin + 3));
    };
  })();`;

/**
 * Resolves when a tone is loud, or no longer, in what the page plays, in decibels below the loudest. That it is no
 * longer can be told of one that was loud before.
 */
async function plays(page: Page, pitch: number, is: 'above' | 'below', level: number): Promise<void> {
  await page.locator('audio').first().waitFor({ state: 'attached' });
  await page.evaluate(`${EAR} new Promise((resolve) => {
    const look = () => {
      const level = window.levelOf(${pitch});
      if (${is === 'above' ? 'level > ' : 'level < '} ${level}) resolve(level);
      else setTimeout(look, 50);
    };
    look();
  })`);
}

/** They hear each other, until one is muted and the other hangs up. */
async function talk(site: TestSite, browser: BrowserOfSuite, range: number): Promise<void> {
  const phone = await openPhone({
    context: site.context,
    settings: {
      listen: { address: '127.0.0.1', port: 0 },
      proxies: '127.0.0.1',
      ports: { from: range, to: range + 9 },
      calls: 4,
      prompts: '',
    },
  });
  try {
    const key = await scheduled(site, { password: '2468' });
    await using host = await browser.visit();
    await host.page.addInitScript(TONE_AS_MICROPHONE);
    await begins(site, host, key);
    const button = (name: string) => host.page.getByRole('button', { name, exact: true });

    await using bell = await Softphone.open(phone.endpoint);
    assert.equal(await bell.call({ to: `${key}@acme.example.com` }), 200);
    let said = 0;
    using _tone = { [Symbol.dispose]: every(systemTimers, 20, () => bell.say(OF_CALLER, said++)) };
    await bell.hears(880);
    bell.press('2468#');
    await plays(host.page, OF_CALLER, 'above', -45);
    await button('Unmute').click();
    await bell.hears(OF_BROWSER);
    await opens(host.page, 'People');
    const muted = bell.hears(330);
    await button('Mute +493012345612').click();
    await muted;
    await plays(host.page, OF_CALLER, 'below', -80);
    bell.press('*6');
    await plays(host.page, OF_CALLER, 'above', -45);
    bell.hangUp();
    await isGone(host.page, '+493012345612');
    assert.deepEqual(host.complaints, []);
  } finally {
    await phone.close();
  }
}

/** Two callers hear each other too, without any browser. */
async function telephone(site: TestSite, range: number): Promise<void> {
  const { context } = site;
  const phone = await openPhone({
    context,
    settings: {
      listen: { address: '127.0.0.1', port: 0 },
      proxies: '127.0.0.1',
      ports: { from: range, to: range + 9 },
      calls: 4,
      prompts: '',
    },
  });
  try {
    const key = await scheduled(site);
    const acme = await context.sites.required('acme');
    const session = await context.sessions.find(acme, Number(key));
    assert.ok(session);
    const { hostKey } = (await context.sessions.withDocument(session)).document;
    await using host = await Softphone.open(phone.endpoint);
    await using guest = await Softphone.open(phone.endpoint);
    let said = 0;
    using _tones = {
      [Symbol.dispose]: every(systemTimers, 20, () => {
        host.say(OF_CALLER, said);
        guest.say(OF_BROWSER, said++);
      }),
    };
    await host.call({ to: `${key}@acme.example.com`, from: '<sip:1001@pbx>' });
    host.press(`${hostKey}*`);
    await guest.call({ to: `${key}@acme.example.com`, from: '<sip:1002@pbx>' });
    await Promise.all([host.hears(OF_BROWSER), guest.hears(OF_CALLER)]);
    // The site goes away: the calls are ended.
    await Promise.all([phone.close(), host.ended(), guest.ended()]);
  } finally {
    await phone.close();
  }
}

/** The same by a telephone that others wrote; and a wrong password three times ends its call. */
async function talkByBaresip(site: TestSite, browser: BrowserOfSuite, range: number): Promise<void> {
  // It says its sound comes from an address of this machine, whatever it calls.
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const phone = await openPhone({
    context: site.context,
    settings: {
      listen: { address: '0.0.0.0', port: 0 },
      proxies: own.map(({ address }) => address.replace(/%.*/, '')).join(','),
      ports: { from: range, to: range + 9 },
      calls: 4,
      prompts: '',
    },
  });
  try {
    const key = await scheduled(site, { password: '2468' });
    await using host = await browser.visit();
    await host.page.addInitScript(TONE_AS_MICROPHONE);
    await begins(site, host, key);
    await host.page.getByRole('button', { name: 'Unmute', exact: true }).click();
    await using bell = await Baresip.open(OF_CALLER, phone.endpoint.port);
    const hears = async (is: (heard: Int16Array) => boolean) => {
      while (!is(await bell.heard())) await pause(100);
    };
    const address = `sip:${key}@acme.example.com`;
    bell.call(address);
    await hears((heard) => heard.length > 0);
    await bell.press('2468#');
    await plays(host.page, OF_CALLER, 'above', -45);
    await hears((heard) => levelOf(heard.subarray(-800), OF_BROWSER) > 500);
    bell.hangUp();
    await opens(host.page, 'People');
    await isGone(host.page, '+493012345612');

    await using guesser = await Baresip.open(OF_CALLER, phone.endpoint.port);
    guesser.call(address);
    while ((await guesser.heard()).length === 0) await pause(100);
    await guesser.press('1#2#3#');
    while (!site.log.some((line) => line.includes('"too many tries"'))) await pause(100);
  } finally {
    await phone.close();
  }
}

const skip = isWhole ? false : 'the sound of calls is tried in CI (PARLANCE_TEST_CORPORA=whole)';

forProtocol('A caller', (open) => {
  const shared = sharedSite(open, { clock: 'now' });

  describeInBrowser('and somebody with a browser', (browser) => {
    test('hear each other', { skip }, () => talk(shared(), browser, 24_200));
  });

  describeInBrowser('with a telephone that others wrote', (browser) => {
    const why = hasBaresip ? skip : 'baresip is not installed here';
    test('and somebody with a browser hear each other', { skip: why }, () =>
      talkByBaresip(shared(), browser, 24_230),
    );
  });

  test('and another caller hear each other', { skip }, () => telephone(shared(), 24_210));
});

const found = await findLiveKit();

describe('A caller, where LiveKit carries the voices', {
  skip: 'reason' in found ? found.reason : false,
}, () => {
  if ('reason' in found) return;
  forSqlite('in one room', (open) => {
    describeInBrowser('with somebody who has a browser', (browser) => {
      test('hear each other', async () => {
        await using node = await startLiveKit(found.binary);
        const settings = {
          media: `livekit+${node.url}`,
          livekitKey: LIVEKIT_KEY,
          livekitSecret: node.secret,
        };
        await using site = await startSite(await open(), { clock: new RealClock(), settings });
        await talk(site, browser, 24_220);
      });
    });
  });
});
