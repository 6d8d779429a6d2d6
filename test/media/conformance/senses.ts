/** What a page really receives, plays and shows: asked of its elements and of its connections, whatever the engine. */
import type { Page } from 'playwright-core';

/**
 * Runs before the scripts of the page: keeps every connection that they make, and lets each microphone send a tone of
 * its own, so that a voice is known by its pitch.
 */
const SENSES = `(hertz) => {
  const connections = [];
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(...given) {
      super(...given);
      connections.push(this);
    }
  };
  const listening = new WeakMap();
  const context = () => (window.senses.audio ??= new AudioContext());
  const analyserOf = (stream) => {
    if (!listening.has(stream)) {
      const analyser = context().createAnalyser();
      analyser.fftSize = 4096;
      analyser.smoothingTimeConstant = 0;
      context().createMediaStreamSource(stream).connect(analyser);
      listening.set(stream, analyser);
    }
    return listening.get(stream);
  };
  const played = () => [...document.querySelectorAll('audio')].map(({ srcObject }) => srcObject).filter((stream) => stream?.getAudioTracks().length);
  /** Decibels of a pitch in a stream. */
  const levelOf = (stream, pitch) => {
    const analyser = analyserOf(stream);
    const levels = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(levels);
    return levels[Math.round((pitch * analyser.fftSize) / context().sampleRate)];
  };
  const until = (is) => new Promise((resolve) => {
    const look = async () => ((await is()) ? resolve() : setTimeout(look, 50));
    void look();
  });
  const total = async (kind, what) => {
    let sum = 0;
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue;
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.kind === kind) sum += report[what] ?? 0;
      }
    }
    return sum;
  };
  window.senses = {
    connections,
    hears: (pitch) => until(() => played().some((stream) => levelOf(stream, pitch) > -60)),
    plays: (pitch) => played().some((stream) => levelOf(stream, pitch) > -60),
    playsNothing: () => until(() => played().length === 0),
    grows: async (kind, what, by) => {
      const before = await total(kind, what);
      await until(async () => (await total(kind, what)) - before >= by);
    },
    total,
    draws: (selector, frames) => until(() => document.querySelector(selector)).then(() => new Promise((resolve) => {
      let drawn = 0;
      const next = () => {
        const video = document.querySelector(selector);
        if (!video) return setTimeout(next, 50);
        // An element that is replaced, or has another stream put in, calls no more.
        const again = setTimeout(next, 1000);
        video.requestVideoFrameCallback(() => {
          clearTimeout(again);
          drawn += 1;
          if (drawn >= frames) resolve();
          else next();
        });
      };
      next();
    })),
    areAll: (state) => until(() => connections.filter((one) => one.connectionState !== 'closed').every((one) => one.connectionState === state)),
    areOver: () => until(() => connections.length > 0 && connections.every((one) => one.connectionState === 'closed')),
    sendsScaled: (by) => until(() => connections.some((one) => one.connectionState === 'connected' &&
      one.getSenders().some((sender) => sender.track?.kind === 'video' && (sender.getParameters().encodings[0]?.scaleResolutionDownBy ?? 1) >= by))),
    isAny: (states) => until(() => connections.some((one) => states.includes(one.connectionState))),
  };
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const real = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await real(wanted);
    if (!wanted.audio) return stream;
    const oscillator = context().createOscillator();
    oscillator.frequency.value = hertz;
    const quieter = context().createGain();
    quieter.gain.value = 0.3;
    const sink = context().createMediaStreamDestination();
    oscillator.connect(quieter).connect(sink);
    oscillator.start();
    for (const track of stream.getAudioTracks()) {
      track.stop();
      stream.removeTrack(track);
    }
    stream.addTrack(sink.stream.getAudioTracks()[0]);
    return stream;
  };
}`;

export class Senses {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** @param pitch hertz that the page's microphone sends */
  static async of(page: Page, pitch: number): Promise<Senses> {
    await page.addInitScript(`(${SENSES})(${pitch})`);
    return new Senses(page);
  }

  #ask<T>(call: string): Promise<T> {
    return this.#page.evaluate<T>(`window.senses.${call}`);
  }

  /** Resolves when some voice that the page plays has this pitch. */
  hears(pitch: number): Promise<void> {
    return this.#ask(`hears(${pitch})`);
  }

  /** Whether one has it now. */
  plays(pitch: number): Promise<boolean> {
    return this.#ask(`plays(${pitch})`);
  }

  /** Resolves when no voice is put out any more, silent or not. */
  playsNothing(): Promise<void> {
    return this.#ask('playsNothing()');
  }

  /** Resolves when so many further frames of an element have been drawn. */
  draws(selector: string, frames = 5): Promise<void> {
    return this.#ask(`draws(${JSON.stringify(selector)}, ${frames})`);
  }

  /** Resolves when so much more has come in, over all connections (RTCInboundRtpStreamStats). */
  grows(kind: 'audio' | 'video', what: 'framesDecoded' | 'bytesReceived', by: number): Promise<void> {
    return this.#ask(`grows('${kind}', '${what}', ${by})`);
  }

  /** Resolves when every connection of the page is in this state. */
  areAll(state: 'connected'): Promise<void> {
    return this.#ask(`areAll('${state}')`);
  }

  /** Resolves when a picture goes out at so many times less than its lines. */
  sendsScaled(by: number): Promise<void> {
    return this.#ask(`sendsScaled(${by})`);
  }

  /** Resolves when the page had connections and has none any more. */
  areOver(): Promise<void> {
    return this.#ask('areOver()');
  }

  /** From now on the page sends on whatever it is told to turn off, as a changed one would. */
  sendsOn(): Promise<void> {
    return this.#page.evaluate(
      `{
        const { replaceTrack } = RTCRtpSender.prototype;
        RTCRtpSender.prototype.replaceTrack = function (track) {
          return track ? replaceTrack.call(this, track) : Promise.resolve();
        };
        MediaStreamTrack.prototype.stop = () => {};
      }`,
    );
  }

  /** Resolves when a connection of the page has lost its way. */
  isCut(): Promise<void> {
    return this.#ask(`isAny(['disconnected', 'failed'])`);
  }
}
