import type { Generated } from 'kysely';

/** Who has brought it: the host, or an administrator; or the program that writes down what is said. */
export type TranscriptSource = 'HOST' | 'PROGRAM';

/**
 * What is said in a recording, whose file has the role CAPTIONS. A recording has one at most.
 * @room recordings
 */
export interface TranscriptTable {
  id: Generated<number>;
  recording: number;
  site: number;
  /** The row of the account that the recording belongs to. */
  host: number;
  /** When the recording was made: lists are read along it. */
  created_at: number;
  /** When these words came. */
  written_at: number;
  source: TranscriptSource;
  /** A BCP 47 tag; empty where nobody knows. */
  language: string;
  cues: number;
}
