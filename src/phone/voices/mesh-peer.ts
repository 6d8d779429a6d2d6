/**
 * A caller's connection to one browser of a room, as the page's own (`web/room/media/peer.ts`): the same three media in
 * the same order, of which a telephone has the first. It never offers anew where the other side leads.
 */
import type { Signal } from '../../media/signal.ts';
import { Downsampler } from '../audio/filter.ts';
import type { AudioData, Connection, Track, Wrtc } from './wrtc.ts';

interface PeerParts {
  readonly wrtc: Wrtc;
  readonly iceServers: readonly object[];
  readonly leads: boolean;
  readonly attempt: string;
  /** The caller's voice. */
  readonly voice: Track;
  send(signal: Signal): void;
  /** What the other says, at 8000 samples a second. */
  heard(samples: Int16Array): void;
}

/** Milliseconds for which a connection may be interrupted until a new way is looked for. */
const PATIENCE = 2_000;

export class MeshPeer {
  readonly attempt: string;
  readonly #parts: PeerParts;
  readonly #connection: Connection;
  readonly #ears: (() => void)[] = [];
  #downsampler: Downsampler | undefined;
  #isOffering = false;
  #ignoresOffer = false;
  #isClosed = false;
  #restart: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: PeerParts) {
    this.attempt = parts.attempt;
    this.#parts = parts;
    const connection = new parts.wrtc.RTCPeerConnection({ iceServers: parts.iceServers });
    this.#connection = connection;
    connection.onicecandidate = ({ candidate: one }) => {
      if (!one || this.#isClosed) return;
      const { candidate, sdpMid: mid, sdpMLineIndex: line } = one;
      parts.send({ kind: 'candidate', attempt: parts.attempt, candidate, mid, line });
    };
    connection.onconnectionstatechange = () => this.#look();
    if (!parts.leads) return;
    connection.addTransceiver('audio', { direction: 'sendrecv' });
    for (let n = 0; n < 2; n += 1) connection.addTransceiver('video', { direction: 'inactive' });
    this.#then(async () => {
      await this.#takeUp();
      await this.#offer(false);
    });
  }

  take(signal: Signal): void {
    this.#then(() => this.#take(signal));
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#restart);
    for (const stop of this.#ears.splice(0)) stop();
    this.#connection.close();
  }

  /** One thing after the other; what another browser says wrong harms nobody but itself. */
  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(() => (this.#isClosed ? undefined : work())).catch(() => {});
  }

  /** Puts the caller's voice in, and listens to the other's. */
  async #takeUp(): Promise<void> {
    const [audio, ...others] = this.#connection.getTransceivers();
    if (!audio) return;
    audio.direction = 'sendrecv';
    for (const other of others) other.direction = 'inactive';
    await audio.sender.replaceTrack(this.#parts.voice);
    if (this.#isClosed) return;
    const sink = new this.#parts.wrtc.nonstandard.RTCAudioSink(audio.receiver.track);
    sink.ondata = (data) => this.#hear(data);
    this.#ears.push(() => {
      sink.ondata = null;
      sink.stop();
    });
  }

  #hear({ samples, sampleRate, channelCount }: AudioData): void {
    if (this.#downsampler?.rate !== sampleRate) this.#downsampler = new Downsampler(sampleRate);
    const mono = channelCount === 1 ? samples : samples.filter((_, at) => at % channelCount === 0);
    this.#parts.heard(this.#downsampler.put(mono));
  }

  async #take(signal: Signal): Promise<void> {
    const connection = this.#connection;
    if (signal.kind === 'candidate') {
      const { candidate, mid, line } = signal;
      if (candidate === '') return;
      try {
        await connection.addIceCandidate({ candidate, sdpMid: mid, sdpMLineIndex: line });
      } catch (error) {
        if (!this.#ignoresOffer) throw error;
      }
      return;
    }
    if (signal.kind !== 'description') return;
    const { type, sdp } = signal;
    const meets = type === 'offer' && (this.#isOffering || connection.signalingState !== 'stable');
    this.#ignoresOffer = this.#parts.leads && meets;
    if (this.#ignoresOffer) return;
    const isFirst = connection.getTransceivers().length === 0;
    await connection.setRemoteDescription({ type, sdp });
    if (type === 'answer') return;
    if (isFirst) await this.#takeUp();
    const answer = await connection.createAnswer();
    await connection.setLocalDescription(answer);
    this.#parts.send({ kind: 'description', attempt: this.attempt, type: 'answer', sdp: answer.sdp });
  }

  async #offer(iceRestart: boolean): Promise<void> {
    try {
      this.#isOffering = true;
      const offer = await this.#connection.createOffer({ iceRestart });
      await this.#connection.setLocalDescription(offer);
      this.#parts.send({ kind: 'description', attempt: this.attempt, type: 'offer', sdp: offer.sdp });
    } finally {
      this.#isOffering = false;
    }
  }

  /** A way that is lost is looked for anew by the side that leads. */
  #look(): void {
    clearTimeout(this.#restart);
    if (!this.#parts.leads || this.#isClosed) return;
    const { connectionState } = this.#connection;
    const anew = () => this.#then(() => this.#offer(true));
    if (connectionState === 'failed') anew();
    else if (connectionState === 'disconnected') this.#restart = setTimeout(anew, PATIENCE);
  }
}
