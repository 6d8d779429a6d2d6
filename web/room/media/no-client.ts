/** The client of a browser that cannot carry sound and picture: who is there, and what is written, is seen all the same. */
import type { RoomClient } from './room-client.ts';

/** Whether this browser speaks WebRTC. */
export function canConnect(): boolean {
  return typeof RTCPeerConnection === 'function';
}

export class NoClient implements RoomClient {
  readonly isAway = false;
  begin(): void {}
  meet(): void {}
  setTracks(): void {}
  streamsOf(): undefined {}
  stateOf(): 'connecting' {
    return 'connecting';
  }
  wants(): void {}
  take(): void {}
  reconnect(): void {}
  close(): void {}
}
