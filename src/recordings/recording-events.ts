/** What happens to recordings, as listeners hear of it. */

/**
 * `recording` is the recordID. One is `added` when a room begins to record it, or somebody brings it; `ready` when it can
 * be had; `deleted` when it is put into the bin, out of which `changed` takes it; `erased` when it is gone for good, and
 * `recording-pages.ts` tells what is still known of it.
 */
export interface RecordingEvent {
  readonly kind:
    | 'recording.added'
    | 'recording.ready'
    | 'recording.changed'
    | 'recording.deleted'
    | 'recording.erased';
  readonly recording: number;
}

/** What is said in a recording can be read: once for each transcript. Another one in its place is no new one. */
export interface TranscriptEvent {
  readonly kind: 'transcript.ready';
  readonly recording: number;
  /** Its row. */
  readonly transcript: number;
}
