/** What is used of `@livekit/rtc-node`: somebody in a room of LiveKit who has sound and no picture. */

export interface LiveKitFrame {
  readonly data: Int16Array;
  readonly sampleRate: number;
}

export interface LocalVoice {
  close(closeSource?: boolean): Promise<void>;
}

export interface LiveKitPublication {
  /** Another one after the library has come back by itself. */
  readonly sid?: string | undefined;
}

export interface LiveKitSource {
  captureFrame(frame: LiveKitFrame): Promise<void>;
  close(): Promise<void>;
}

export interface RemoteVoice {
  readonly kind?: number | undefined;
}

export interface LiveKitRoom {
  on(
    event: 'trackSubscribed',
    heard: (track: RemoteVoice, publication: LiveKitPublication, of: { readonly identity: string }) => void,
  ): unknown;
  /** Somebody's track, one's own among them. */
  on(event: 'trackMuted', muted: (publication: LiveKitPublication) => void): unknown;
  on(event: 'localTrackUnpublished', gone: (publication: LiveKitPublication | undefined) => void): unknown;
  /** The library looks for its way back by itself, and has found it. */
  on(event: 'reconnecting' | 'reconnected', heard: () => void): unknown;
  on(event: 'disconnected', gone: (reason: number) => void): unknown;
  connect(
    url: string,
    token: string,
    options: { readonly autoSubscribe: boolean; readonly dynacast: boolean; readonly rtcConfig?: object },
  ): Promise<void>;
  disconnect(): Promise<void>;
  readonly localParticipant?:
    | {
        publishTrack(track: LocalVoice, options: object): Promise<LiveKitPublication>;
        unpublishTrack(sid: string): Promise<void>;
      }
    | undefined;
}

export interface RtcNode {
  readonly Room: new () => LiveKitRoom;
  readonly AudioSource: new (sampleRate: number, channels: number) => LiveKitSource;
  readonly AudioFrame: new (
    data: Int16Array,
    sampleRate: number,
    channels: number,
    samples: number,
  ) => LiveKitFrame;
  readonly AudioStream: new (
    track: RemoteVoice,
    options: { readonly sampleRate: number; readonly numChannels: number },
  ) => ReadableStream<LiveKitFrame>;
  readonly LocalAudioTrack: { createAudioTrack(name: string, source: LiveKitSource): LocalVoice };
  readonly TrackPublishOptions: new (options: { readonly source: number }) => object;
  readonly DisconnectReason: Readonly<Record<number, string>>;
  readonly TrackKind: { readonly KIND_AUDIO: number };
  readonly TrackSource: { readonly SOURCE_MICROPHONE: number };
}

export const RTC_NODE = '@livekit/rtc-node';

/** @throws Error when the package is not installed, or has no part for this machine */
export async function loadRtcNode(): Promise<RtcNode> {
  return (await import(RTC_NODE)) as RtcNode;
}
