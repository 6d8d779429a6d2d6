/** What is used of `@roamhq/wrtc`: WebRTC as browsers have it, and two ways to its sound. */

export interface Description {
  readonly type: 'offer' | 'answer' | 'pranswer' | 'rollback';
  readonly sdp: string;
}

export interface IceCandidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
}

export interface Track {
  stop(): void;
}

export interface Transceiver {
  direction: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
  readonly sender: { replaceTrack(track: Track | null): Promise<void> };
  readonly receiver: { readonly track: Track };
}

export interface Connection {
  onicecandidate: ((event: { readonly candidate: IceCandidate | null }) => void) | null;
  onconnectionstatechange: (() => void) | null;
  readonly connectionState: string;
  readonly signalingState: string;
  addTransceiver(
    kind: 'audio' | 'video',
    options: { readonly direction: Transceiver['direction'] },
  ): Transceiver;
  getTransceivers(): Transceiver[];
  createOffer(options?: { readonly iceRestart: boolean }): Promise<Description>;
  createAnswer(): Promise<Description>;
  setLocalDescription(description: Description): Promise<void>;
  setRemoteDescription(description: Description): Promise<void>;
  addIceCandidate(candidate: IceCandidate): Promise<void>;
  close(): void;
}

/** Ten milliseconds. */
export interface AudioData {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly bitsPerSample: number;
  readonly channelCount: number;
  readonly numberOfFrames: number;
}

export interface Wrtc {
  readonly RTCPeerConnection: new (options: { readonly iceServers: readonly object[] }) => Connection;
  readonly nonstandard: {
    readonly RTCAudioSource: new () => { createTrack(): Track; onData(data: AudioData): void };
    readonly RTCAudioSink: new (
      track: Track,
    ) => {
      ondata: ((data: AudioData) => void) | null;
      stop(): void;
    };
  };
}

export const WRTC = '@roamhq/wrtc';

/** @throws Error when the package is not installed, or has no part for this machine */
export async function loadWrtc(): Promise<Wrtc> {
  const { default: wrtc } = (await import(WRTC)) as { readonly default: Wrtc };
  return wrtc;
}
