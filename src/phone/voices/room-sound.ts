/** The sound of a room for one caller, whichever engine carries it: both ways 20 ms of 8000 samples a second at a time. */

export interface RoomSound {
  /** Who is there besides the caller, who of them is heard, and whether the caller is. */
  meet(people: readonly Heard[], speaks: boolean): void;
  /** What the caller says. */
  say(samples: Int16Array): void;
  /** What the others say, all together; nothing while nothing has come. */
  listen(): Int16Array | undefined;
  close(): void;
}

export interface Heard {
  /** What everybody in the room knows them by. */
  readonly id: string;
  readonly isHeard: boolean;
}
