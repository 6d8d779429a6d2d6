/**
 * The connection to one other browser of the room. Both sides have the same three media, in this order: voice, camera,
 * screen; what is turned on or off is a track that is put in or taken out, so that nothing is negotiated anew. Who
 * offers is settled by their ids; offers that meet are solved by the usual pattern (perfect negotiation).
 */
import type { Signal } from '../../../src/media/signal.ts';
import { MEDIA, type Streams, type Tracks } from './room-client.ts';

/** Milliseconds for which a connection may be interrupted until a new way is looked for. */
const PATIENCE = 2_000;

interface PeerParts {
  readonly iceServers: RTCIceServer[];
  /** Whether this side makes the first offer, and its offer stands when two meet. */
  readonly leads: boolean;
  readonly attempt: string;
  readonly tracks: Tracks;
  send(signal: Signal): void;
  /** The streams of the other, one for each medium; they are there as soon as the first description is. */
  onStreams(streams: Streams): void;
  onState(isConnected: boolean): void;
}

export class Peer {
  readonly #parts: PeerParts;
  readonly #connection: RTCPeerConnection;
  #tracks: Tracks;
  #isOffering = false;
  #ignoresOffer = false;
  #restart: ReturnType<typeof setTimeout> | undefined;
  /** One signal after the other. */
  #work: Promise<void> = Promise.resolve();

  constructor(parts: PeerParts) {
    this.#parts = parts;
    this.#tracks = parts.tracks;
    const connection = new RTCPeerConnection({ iceServers: parts.iceServers });
    this.#connection = connection;
    connection.onnegotiationneeded = () => void this.#offer();
    connection.onicecandidate = ({ candidate }) => {
      if (!candidate) return;
      const { sdpMid: mid, sdpMLineIndex: line } = candidate;
      parts.send({ kind: 'candidate', attempt: parts.attempt, candidate: candidate.candidate, mid, line });
    };
    connection.onconnectionstatechange = () => this.#look();
    if (!parts.leads) return;
    for (const medium of MEDIA) {
      connection.addTransceiver(medium === 'microphone' ? 'audio' : 'video', { direction: 'sendrecv' });
    }
    this.#takeUp();
  }

  /** Puts the tracks of this side in, where they are to go, and tells of those that come. */
  #takeUp(): void {
    const streams = {} as Record<keyof Streams, MediaStream>;
    for (const [at, medium] of MEDIA.entries()) {
      const transceiver = this.#connection.getTransceivers()[at];
      if (!transceiver) return;
      transceiver.direction = 'sendrecv';
      void transceiver.sender.replaceTrack(this.#tracks[medium]);
      streams[medium] = new MediaStream([transceiver.receiver.track]);
    }
    this.#parts.onStreams(streams);
  }

  get attempt(): string {
    return this.#parts.attempt;
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    const transceivers = this.#connection.getTransceivers();
    for (const [at, medium] of MEDIA.entries()) {
      const sender = transceivers[at]?.sender;
      if (sender && sender.track !== tracks[medium]) void sender.replaceTrack(tracks[medium]);
    }
  }

  take(signal: Signal): void {
    this.#work = this.#work.then(() => this.#take(signal)).catch(() => {});
  }

  async #take(signal: Signal): Promise<void> {
    const connection = this.#connection;
    if (signal.kind === 'candidate') {
      const { candidate, mid, line } = signal;
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
    if (isFirst) this.#takeUp();
    await connection.setLocalDescription();
    this.#describe();
  }

  async #offer(): Promise<void> {
    // The other side makes the first offer.
    if (!this.#parts.leads && this.#connection.remoteDescription === null) return;
    try {
      this.#isOffering = true;
      await this.#connection.setLocalDescription();
      this.#describe();
    } finally {
      this.#isOffering = false;
    }
  }

  #describe(): void {
    const { localDescription } = this.#connection;
    if (localDescription?.type !== 'offer' && localDescription?.type !== 'answer') return;
    this.#parts.send({
      kind: 'description',
      attempt: this.attempt,
      type: localDescription.type,
      sdp: localDescription.sdp,
    });
  }

  /** A way that is lost is looked for anew. */
  #look(): void {
    const { connectionState } = this.#connection;
    this.#parts.onState(connectionState === 'connected');
    clearTimeout(this.#restart);
    if (connectionState === 'failed') this.#connection.restartIce();
    else if (connectionState === 'disconnected') {
      this.#restart = setTimeout(() => this.#connection.restartIce(), PATIENCE);
    }
  }

  restart(): void {
    this.#connection.restartIce();
  }

  close(): void {
    clearTimeout(this.#restart);
    this.#connection.close();
  }
}
