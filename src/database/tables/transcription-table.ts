/**
 * A recording that waits for the program that writes down what is said; one that waits no more has no row, or says that
 * nothing came of it.
 * @room recordings
 */
export interface TranscriptionTable {
  recording: number;
  site: number;
  state: 'WAITING' | 'FAILED';
  /** Until when somebody writes it down, and how often that was begun. */
  leased_until: number;
  attempts: number;
}
