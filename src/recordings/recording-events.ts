/** What happens to recordings, as listeners hear of it. */

/** `recording` is the recordID. */
export interface RecordingEvent {
  readonly kind: 'recording.added' | 'recording.changed' | 'recording.deleted';
  readonly recording: number;
}
