import type { Generated } from 'kysely';

/** While it runs, when it has ended with something in it, and when nothing of it has come. */
export type RoomRecordingState = 'RECORDING' | 'STOPPED' | 'FAILED';

/**
 * What is or was recorded in a room, by the browser of somebody in it.
 * @room recordings
 */
export interface RoomRecordingTable {
  id: Generated<number>;
  /** What pages know it by. */
  public_id: string;
  site: number;
  /** That of the usage in the history. */
  run: number;
  session_key: number;
  /** The row of the account that it belongs to: the session's host. */
  host: number;
  /** The session's name then. */
  name: string;
  /** The stay whose browser records. */
  recorder: number;
  state: RoomRecordingState;
  started_at: number;
  /** When the recorder was last heard of. */
  heard_at: number;
  paused_at: number | null;
  /** Somebody has stopped it, and its last parts are on their way. */
  ending_at: number | null;
  ended_at: number | null;
  /** How many it has; they are numbered from 0. */
  segments: number;
  bytes: number;
  /** The recording that is made of it; null for one of before there were any. */
  recording: number | null;
}
