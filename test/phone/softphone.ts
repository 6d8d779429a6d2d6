/** A telephone for tests, behind a proxy on this machine: it calls, presses keys, makes a tone and listens. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { decoded, encoded } from '../../src/phone/rtp/g711.ts';
import { rtpDatagram, rtpPacket } from '../../src/phone/rtp/packet.ts';
import type { Endpoint } from '../../src/phone/sip/via.ts';

const LOOPBACK = '127.0.0.1';
const FRAME = 160;
/** Milliseconds between two packets of silence. */
const BREATH = 250;

export interface CallOptions {
  /** The user and host of the address that is called. */
  readonly to: string;
  readonly from?: string;
  readonly more?: readonly string[];
}

let calls = 0;

export class Softphone implements AsyncDisposable {
  readonly #breath: NodeJS.Timeout;
  readonly #sip: Socket;
  readonly #rtp: Socket;
  readonly #gateway: Endpoint;
  readonly #messages: string[] = [];
  /** Digits and sound go with one sequence of numbers. */
  #sequence = 0;
  #timestamp = 0;
  #isSaying = false;
  #remote: Endpoint | undefined;
  #dialog: { readonly head: string[]; readonly to: string; cseq: number } | undefined;
  #listeners = new Set<() => void>();
  /** What was heard, at 8000 samples a second. */
  heard = new Int16Array(0);
  hasEnded = false;

  private constructor(sip: Socket, rtp: Socket, gateway: Endpoint) {
    this.#sip = sip;
    this.#rtp = rtp;
    this.#gateway = gateway;
    sip.on('message', (datagram) => this.#take(datagram.toString()));
    rtp.on('message', (datagram) => this.#hear(datagram));
    // Whoever says nothing is not gone.
    this.#breath = setInterval(() => {
      if (!this.#isSaying) this.#sound(0, Buffer.alloc(FRAME, 0xff), false);
      this.#isSaying = false;
    }, BREATH);
  }

  static async open(gateway: Endpoint): Promise<Softphone> {
    const [sip, rtp] = [createSocket('udp4'), createSocket('udp4')];
    for (const socket of [sip, rtp]) {
      socket.bind(0, LOOPBACK);
      await once(socket, 'listening');
    }
    return new Softphone(sip, rtp, gateway);
  }

  /** @returns the final status */
  async call({
    to,
    from = '"A. Bell" <sip:+493012345612@example.com>',
    more = [],
  }: CallOptions): Promise<number> {
    calls += 1;
    const { port } = this.#sip.address();
    const sdp = [
      'v=0',
      `o=- 1 1 IN IP4 ${LOOPBACK}`,
      's=-',
      `c=IN IP4 ${LOOPBACK}`,
      't=0 0',
      `m=audio ${this.#rtp.address().port} RTP/AVP 0 96`,
      'a=rtpmap:96 telephone-event/8000',
      '',
    ].join('\r\n');
    const head = [`From: ${from};tag=softphone`, `Call-ID: call${calls}-${port}`];
    const branch = `z9hG4bK-${calls}-${port}`;
    this.#send([
      `INVITE sip:${to} SIP/2.0`,
      this.#via(branch),
      'Max-Forwards: 70',
      ...head,
      `To: <sip:${to}>`,
      'CSeq: 1 INVITE',
      `Contact: <sip:bell@${LOOPBACK}:${port}>`,
      ...more,
      'Content-Type: application/sdp',
      `Content-Length: ${sdp.length}`,
      '',
      sdp,
    ]);
    const answer = await this.message(
      (text) => /^SIP\/2\.0 [2-6]/.test(text) && text.includes('CSeq: 1 INVITE'),
    );
    const status = Number(answer.slice(8, 11));
    const toTag = /\r\nTo: (.*)\r\n/.exec(answer)?.[1] ?? '';
    this.#send([
      `ACK sip:${to} SIP/2.0`,
      this.#via(status < 300 ? `${branch}-ack` : branch),
      ...head,
      `To: ${toTag}`,
      'CSeq: 1 ACK',
      'Content-Length: 0',
      '',
      '',
    ]);
    if (status < 300) {
      this.#dialog = { head, to: toTag, cseq: 1 };
      const port = Number(/m=audio (\d+)/.exec(answer)?.[1]);
      this.#remote = { address: /c=IN IP4 (\S+)/.exec(answer)?.[1] ?? '', port };
    }
    return status;
  }

  /** Presses keys, each as three packets of one event and three of its end. */
  press(keys: string): void {
    for (const key of keys) {
      this.#timestamp += 1_600;
      for (let n = 0; n < 6; n += 1) {
        const event = '0123456789*#ABCD'.indexOf(key);
        this.#sound(96, Buffer.from([event, (n < 3 ? 0 : 0x80) | 10, 0, 160 * n]), n === 0);
      }
    }
  }

  /** The same by INFO. */
  async inform(keys: string): Promise<void> {
    for (const key of keys) {
      const body = `Signal=${key}\r\nDuration=160\r\n`;
      const cseq = this.#request('INFO', ['Content-Type: application/dtmf-relay'], body);
      await this.message((text) => text.startsWith('SIP/2.0 200') && text.includes(`CSeq: ${cseq} INFO`));
    }
  }

  /** Says 20 ms of a tone. */
  say(pitch: number, at: number): void {
    const samples = Int16Array.from({ length: FRAME }, (_, n) =>
      Math.round(8_000 * Math.sin((2 * Math.PI * pitch * (at * FRAME + n)) / 8_000)),
    );
    this.#timestamp += FRAME;
    this.#isSaying = true;
    this.#sound(0, encoded('PCMU', samples), false);
  }

  #sound(payloadType: number, payload: Uint8Array, marker: boolean): void {
    this.#sequence += 1;
    const packet = {
      payloadType,
      marker,
      sequence: this.#sequence,
      timestamp: this.#timestamp,
      source: 7,
      payload,
    };
    if (this.#remote) this.#rtp.send(rtpDatagram(packet), this.#remote.port, this.#remote.address);
  }

  #hear(datagram: Buffer): void {
    const packet = rtpPacket(datagram);
    if (!packet) return;
    const samples = decoded('PCMU', packet.payload);
    const all = new Int16Array(this.heard.length + samples.length);
    all.set(this.heard);
    all.set(samples, this.heard.length);
    this.heard = all;
    this.#tell();
  }

  hangUp(): void {
    this.#request('BYE');
  }

  /** @returns its number */
  #request(method: string, more: readonly string[] = [], body = ''): number {
    const dialog = this.#dialog;
    if (!dialog) throw new Error('there is no call');
    dialog.cseq += 1;
    this.#send([
      `${method} sip:gateway SIP/2.0`,
      this.#via(`z9hG4bK-${method}-${dialog.cseq}-${calls}`),
      ...dialog.head,
      `To: ${dialog.to}`,
      `CSeq: ${dialog.cseq} ${method}`,
      ...more,
      `Content-Length: ${body.length}`,
      '',
      body,
    ]);
    return dialog.cseq;
  }

  #via(branch: string): string {
    return `Via: SIP/2.0/UDP ${LOOPBACK}:${this.#sip.address().port};branch=${branch};rport`;
  }

  #send(lines: readonly string[]): void {
    this.raw(lines.join('\r\n'));
  }

  /** Sends a datagram as it is. */
  raw(datagram: string | Buffer): void {
    this.#sip.send(datagram, this.#gateway.port, this.#gateway.address);
  }

  #take(text: string): void {
    this.#messages.push(text);
    if (text.startsWith('BYE ')) {
      const fields = text.split('\r\n').filter((line) => /^(?:Via|From|To|Call-ID|CSeq):/.test(line));
      this.#send(['SIP/2.0 200 OK', ...fields, 'Content-Length: 0', '', '']);
      this.hasEnded = true;
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Resolves when it is so, now or after something has come. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        const listener = () => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  async message(is: (text: string) => boolean): Promise<string> {
    await this.until(() => this.#messages.some(is));
    return this.#messages.find(is) ?? '';
  }

  /** Resolves when the other side has hung up. */
  async ended(): Promise<void> {
    await this.until(() => this.hasEnded);
  }

  /** Resolves when a tone is heard, from now on. */
  async hears(pitch: number): Promise<void> {
    this.heard = new Int16Array(0);
    await this.until(() => this.heard.length >= 800 && levelOf(this.heard.subarray(-800), pitch) > 500);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#breath);
    if (this.#dialog && !this.hasEnded) this.hangUp();
    await Promise.all(
      [this.#sip, this.#rtp].map((socket) => new Promise<void>((done) => socket.close(done))),
    );
  }
}

/** How loud a tone is in samples at 8000 a second (Goertzel's algorithm). */
export function levelOf(samples: Int16Array, pitch: number, rate = 8_000): number {
  const turn = 2 * Math.cos((2 * Math.PI * pitch) / rate);
  let [one, two] = [0, 0];
  for (const sample of samples) [one, two] = [sample + turn * one - two, one];
  return (2 * Math.sqrt(Math.max(0, one * one + two * two - turn * one * two))) / samples.length;
}
