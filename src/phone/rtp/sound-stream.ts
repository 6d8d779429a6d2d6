/** The sound of one call, both ways: 20 ms of 8000 samples a second at a time. */
import type { Endpoint } from '../sip/via.ts';
import { KeyReader } from './digits.ts';
import { decoded, encoded } from './g711.ts';
import { JitterBuffer } from './jitter-buffer.ts';
import { rtpDatagram, rtpPacket } from './packet.ts';
import type { Sound } from './sdp.ts';

/** Samples of one packet. */
export const FRAME = 160;

/** Samples a packet from outside may have: 120 ms. */
const LONGEST = 960;

interface Parts {
  send(datagram: Buffer, to: Endpoint): void;
  /** Whether sound may come from there and go there: proxies and their relays. */
  mayReach(address: string): boolean;
  /** Milliseconds. */
  now(): number;
  pressed(key: string): void;
  /** The number of this side, the first sequence number and time: drawn at random. */
  readonly source: number;
  readonly sequence: number;
  readonly timestamp: number;
}

export class SoundStream {
  readonly #parts: Parts;
  readonly #keys = new KeyReader();
  readonly #buffer = new JitterBuffer();
  #sound: Sound;
  /** Where it has come from, once it has: behind a relay that may be another port than was said. */
  #heardFrom: Endpoint | undefined;
  #heardAt: number;
  #sequence: number;
  #timestamp: number;
  #isFirst = true;

  constructor(sound: Sound, parts: Parts) {
    this.#parts = parts;
    this.#sound = sound;
    this.#sequence = parts.sequence;
    this.#timestamp = parts.timestamp;
    this.#heardAt = parts.now();
  }

  /** The other side wants it otherwise from now on. */
  change(sound: Sound): void {
    this.#sound = sound;
    this.#heardFrom = undefined;
    this.#heardAt = this.#parts.now();
  }

  get isHeld(): boolean {
    return !this.#sound.sends || !this.#sound.hears;
  }

  /** Milliseconds since something was last heard of the other side. */
  get quietFor(): number {
    return this.#parts.now() - this.#heardAt;
  }

  /** What has come from somewhere. */
  take(datagram: Buffer, from: Endpoint): void {
    const known = this.#heardFrom;
    const isKnown = known?.address === from.address && known.port === from.port;
    if (!isKnown && (known || !this.#parts.mayReach(from.address))) return;
    const packet = rtpPacket(datagram);
    if (!packet) return;
    this.#heardFrom = from;
    this.#heardAt = this.#parts.now();
    const { law, digits } = this.#sound;
    if (packet.payloadType === digits) {
      const key = this.#keys.read(packet.timestamp, packet.payload);
      if (key !== undefined) this.#parts.pressed(key);
    } else if (packet.payloadType === (law === 'PCMU' ? 0 : 8) && packet.payload.length <= LONGEST) {
      this.#buffer.put(packet.sequence, decoded(law, packet.payload));
    }
  }

  /** What was said in the last 20 ms. */
  listen(): Int16Array {
    return this.#buffer.take(FRAME);
  }

  /** Sends 20 ms. Called every 20 ms, with silence too, so that relays see where we are. */
  say(samples: Int16Array): void {
    const { law, hears, address, port } = this.#sound;
    if (hears) {
      this.#parts.send(
        rtpDatagram({
          payloadType: law === 'PCMU' ? 0 : 8,
          marker: this.#isFirst,
          sequence: this.#sequence,
          timestamp: this.#timestamp,
          source: this.#parts.source,
          payload: encoded(law, samples),
        }),
        this.#heardFrom ?? { address, port },
      );
      this.#isFirst = false;
      this.#sequence += 1;
    }
    this.#timestamp += FRAME;
  }
}
