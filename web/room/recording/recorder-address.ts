/** Where a room is recorded to, and what is said there. */

export interface RecorderAddress {
  /** recording.php. */
  readonly address: string;
  /** The session's number. */
  readonly MK: number;
}

/** What browsers can record, the best first. What is named first plays in every browser of today. */
const TYPES = [
  'video/webm;codecs=vp8,opus',
  'video/webm;codecs=vp9,opus',
  'video/webm',
  'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
  'video/mp4',
] as const;

/** Nothing where this browser records nothing. */
export function recordableType(): string | undefined {
  if (typeof MediaRecorder === 'undefined') return undefined;
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}

export type RecordingDeed = 'BEGIN' | 'SEGMENT' | 'PAUSE' | 'RESUME' | 'STOP' | 'DONE';

/** Nothing when the server does not answer. */
export async function post(
  { address, MK }: RecorderAddress,
  deed: { readonly DO: RecordingDeed; readonly TYPE?: string },
): Promise<Response | undefined> {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ MK, ...deed }),
  }).catch(() => undefined);
}
