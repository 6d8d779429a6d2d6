/** What the process that reads media files is asked, and what it answers: one line of JSON each. */

export type MediaOrder =
  | { readonly kind: 'measure'; readonly file: string }
  /** Puts files one behind the other, without touching pictures and sound, and writes how long it is into the file. */
  | {
      readonly kind: 'join';
      readonly files: readonly string[];
      readonly into: string;
      readonly container: Container;
    };

export type Container = 'webm' | 'mp4';

export interface Measurement {
  readonly container: Container | 'other';
  /** Milliseconds. */
  readonly duration: number;
  /** Whether the file says itself how long it is. */
  readonly saysDuration: boolean;
  readonly video?: {
    /** As mediabunny calls it: `vp8`, `avc` … */
    readonly codec: string;
    readonly width: number;
    readonly height: number;
  };
  readonly audio?: { readonly codec: string; readonly rate: number; readonly channels: number };
}

export interface Joined {
  /** Which of the files are in it, by their places, and how long each is there, in milliseconds. */
  readonly pieces: readonly { readonly at: number; readonly duration: number }[];
}
