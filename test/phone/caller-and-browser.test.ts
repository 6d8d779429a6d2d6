import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPhone } from '../../src/phone/phone.ts';
import { every, systemTimers } from '../../src/phone/timers.ts';
import { begins, isGone, opens, scheduled } from '../journeys/people.ts';
import { describeInBrowser } from '../support/browser.ts';
import { isWhole } from '../support/corpora.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite, TestClock } from '../support/site.ts';
import { Softphone } from './softphone.ts';

/** A caller and a browser hear each other: each has a tone of its own, which is looked for at the other end. */

const OF_BROWSER = 700;
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

/** Resolves when a tone is loud, or no longer, in what the page plays, in decibels below the loudest. */
async function plays(page: Page, pitch: number, is: 'above' | 'below', level: number): Promise<void> {
  await page.locator('audio').first().waitFor({ state: 'attached' });
  await page.evaluate(`new Promise((resolve) => {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 4096 });
    const heard = new WeakSet();
    const bin = Math.round((${pitch} * analyser.fftSize) / context.sampleRate);
    const levels = new Float32Array(analyser.frequencyBinCount);
    const look = () => {
      for (const { srcObject } of document.querySelectorAll('audio')) {
        if (!srcObject || heard.has(srcObject)) continue;
        heard.add(srcObject);
        context.createMediaStreamSource(srcObject).connect(analyser);
      }
      analyser.getFloatFrequencyData(levels);
      const level = Math.max(...levels.subarray(bin - 2, bin + 3));
      if (${is === 'above' ? 'level > ' : 'level < '} ${level}) { void context.close(); resolve(level); }
      else setTimeout(look, 50);
    };
    look();
  })`);
}

forProtocol('A caller', (open) => {
  describeInBrowser('and somebody with a browser', (browser) => {
    const shared = sharedSite(open, { clock: new TestClock(Date.now()) });

    test('hear each other, until one is muted and the other hangs up', {
      skip: isWhole ? false : 'the sound of calls is tried in CI (PARLANCE_TEST_CORPORA=whole)',
    }, async () => {
      const site = shared();
      const phone = await openPhone({
        context: site.context,
        settings: {
          listen: { address: '127.0.0.1', port: 0 },
          proxies: '127.0.0.1',
          ports: { from: 24_200, to: 24_219 },
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
        await button('Mute +493012345612').click();
        await bell.hears(330);
        await plays(host.page, OF_CALLER, 'below', -80);
        bell.press('*6');
        await plays(host.page, OF_CALLER, 'above', -45);
        bell.hangUp();
        await isGone(host.page, '+493012345612');
        assert.deepEqual(host.complaints, []);
      } finally {
        await phone.close();
      }
    });
  });
});
