/** What is recorded in a room while it runs: a recording of segments, and these of parts. */
import type { RoomRecordingState } from '../database/database.ts';
import type { NewRecording } from './recordings.ts';

export type { RoomRecordingState } from '../database/database.ts';

export interface RoomRecording {
  /** The row's number; never shown. */
  readonly id: number;
  /** What pages know it by: 22 characters of base64url. */
  readonly publicId: string;
  readonly site: number;
  /** The run that it is of. */
  readonly run: number;
  /** The row of the stay whose browser records. */
  readonly recorder: number;
  readonly state: RoomRecordingState;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly isPaused: boolean;
  /** Somebody has stopped it, and the last parts may still come. */
  readonly isEnding: boolean;
  readonly bytes: number;
  /** The recordID of what is made of it; null of one of before there were any. */
  readonly recording: number | null;
}

/** What was written without a break: its parts, one after the other, are a file of that type. */
export interface RecordedSegment {
  readonly mediaType: string;
  /** Epoch milliseconds: between two segments nothing was recorded. */
  readonly startedAt: number;
  readonly parts: readonly RecordedPart[];
}

export interface RecordedPart {
  /** Where the store has it. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Uint8Array;
}

/** In the place of a stay: no browser records, but the server itself. */
export const SERVER = 0;

/** Whose a recording is, and of what. */
export interface NewRoomRecording
  extends Pick<NewRecording, 'service' | 'timeZoneID' | 'confID' | 'document'> {
  readonly site: number;
  readonly run: number;
  readonly sessionKey: number;
  /** The row of the host's account. */
  readonly host: number;
  /** The session's name. */
  readonly name: string;
  /** The row of the stay whose browser records. */
  readonly recorder: number;
}

/** Bytes of a part: some seconds of the best picture. */
export const LARGEST_PART = 16 * 1024 * 1024;

/** Bytes of a recording: a day of a usual one. */
export const LARGEST_RECORDING = 16 * 1024 ** 3;

/** Segments of a recording, and parts of a segment. */
export const MOST_SEGMENTS = 1_000;
export const MOST_PARTS = 100_000;

/** Milliseconds for which a recording goes on without a part of it coming. */
export const SILENCE = 90_000;

/** Milliseconds for which the last parts of one that was stopped keep the next one from being begun. */
export const LAST_PARTS = 10_000;

/**
 * Why a part is not kept. `over`: the recording has ended, or there is none; `order`: another part is next; `other`:
 * other bytes have come under that number; `kind`: it does not begin as its type does; `large`: a part, or the whole
 * recording; `quota`: the recordings of the site; `full`: the disk.
 */
export type Unkept = 'over' | 'order' | 'other' | 'empty' | 'kind' | 'large' | 'quota' | 'full';

/** Types of what browsers record (RFC 6381, as MediaRecorder writes them). */
const MEDIA_TYPE = /^(?:video|audio)\/(webm|mp4|x-matroska)(?:; ?codecs="?[\w.,-]{1,80}"?)?$/i;

export function isMediaType(type: string): boolean {
  return MEDIA_TYPE.test(type);
}

/** Bytes of its beginning that tell what a file is. */
export const SIGNATURE = 12;

/** Whether bytes begin as a file of that type does: an EBML head, or an ISO file's box `ftyp`. */
export function beginsAs(type: string, head: Uint8Array): boolean {
  const [, container = ''] = MEDIA_TYPE.exec(type) ?? [];
  const bytes = Buffer.from(head);
  return container.toLowerCase() === 'mp4'
    ? bytes.toString('latin1', 4, 8) === 'ftyp'
    : bytes.toString('hex', 0, 4) === '1a45dfa3';
}
