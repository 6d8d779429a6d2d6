/**
 * The connection to one other browser of the room. Both sides have the same three media, in this order: voice, camera,
 * screen; what is turned on or off is a track that is put in or taken out, so that nothing is negotiated anew. Who
 * offers is settled by their ids; offers that meet are solved by the usual pattern (perfect negotiation).
 */
import type { Signal } from '../../../src/media/signal.ts';
import { encodingFor } from './quality.ts';
import { MEDIA, type Medium, type Streams, type Tracks } from './room-client.ts';

/** Milliseconds between two looks at how the line is. */
const LOOK_EVERY = 4_000;

/** Of a hundred packets lost, and seconds there and back, from which on somebody is hardly understood. */
const MUCH_LOST = 8;
const LONG_WAY = 0.8;

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
  /** How many this browser sends to, with this one. */
  receivers(): number;
  /** Whether the line is poor has changed. */
  onPoor(isPoor: boolean): void;
}

export class Peer {
  readonly #parts: PeerParts;
  readonly #connection: RTCPeerConnection;
  #tracks: Tracks;
  #isOffering = false;
  #ignoresOffer = false;
  readonly #wanted = new Map<Medium, number | null>();
  #available: number | undefined;
  #isPoor = false;
  #packets = { lost: 0, received: 0 };
  readonly #looking: ReturnType<typeof setInterval>;
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
    this.#looking = setInterval(() => void this.#measure().catch(() => {}), LOOK_EVERY);
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
      if (sender && sender.track !== tracks[medium]) {
        void sender.replaceTrack(tracks[medium]).then(() => this.limit());
      }
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
    if (signal.kind === 'wants') return this.#drawn(signal.medium, signal.lines);
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

  /** The other side draws so much of what it gets. */
  #drawn(medium: Medium, lines: number | null): void {
    this.#wanted.set(medium, lines);
    this.limit();
  }

  /** Sends no more than is drawn and than the line takes. */
  limit(): void {
    const transceivers = this.#connection.getTransceivers();
    for (const [at, medium] of MEDIA.entries()) {
      const sender = transceivers[at]?.sender;
      const lines = sender?.track?.getSettings().height;
      if (!sender || medium === 'microphone' || lines === undefined) continue;
      const wanted = this.#wanted.get(medium);
      const receivers = this.#parts.receivers();
      const encoding = encodingFor(medium, { wanted, lines, receivers, available: this.#available });
      const parameters = sender.getParameters();
      const [before] = parameters.encodings;
      if (!before || isSame(before, encoding)) continue;
      parameters.encodings = [{ ...before, ...encoding }];
      sender.setParameters(parameters).catch(() => {});
    }
  }

  async #measure(): Promise<void> {
    if (this.#connection.connectionState !== 'connected') return;
    let [lost, received, way] = [0, 0, 0];
    for (const report of (await this.#connection.getStats()).values()) {
      if (report.type === 'inbound-rtp') {
        lost += report.packetsLost ?? 0;
        received += report.packetsReceived ?? 0;
      }
      if (report.type === 'candidate-pair' && report.nominated) {
        way = report.currentRoundTripTime ?? 0;
        this.#available = report.availableOutgoingBitrate;
      }
    }
    const [lostNow, receivedNow] = [lost - this.#packets.lost, received - this.#packets.received];
    this.#packets = { lost, received };
    const isPoor = way > LONG_WAY || lostNow * 100 > MUCH_LOST * (lostNow + receivedNow);
    if (isPoor !== this.#isPoor) this.#parts.onPoor(isPoor);
    this.#isPoor = isPoor;
    this.limit();
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
    clearInterval(this.#looking);
    clearTimeout(this.#restart);
    this.#connection.close();
  }
}

function isSame(before: RTCRtpEncodingParameters, now: RTCRtpEncodingParameters): boolean {
  const near = (one = 0, other = 0) => Math.abs(one - other) <= 0.1 * other;
  return (
    before.active === now.active &&
    near(before.scaleResolutionDownBy, now.scaleResolutionDownBy) &&
    near(before.maxBitrate, now.maxBitrate)
  );
}
