/** Places in a recording of a room that one may want to go to: when it went on, who came and went, what was written. */
import type { Chapter } from '../recording.ts';

/** Something that happened in a room, at a time: epoch milliseconds. */
export interface Moment {
  readonly at: number;
  readonly kind: Exclude<Chapter['kind'], 'segment'>;
  readonly title: string;
}

/** What stands in the main file, in its order. */
export interface Piece {
  /** When it began to be recorded: epoch milliseconds. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly duration: number;
}

/** More than these nobody looks through; the first are kept. */
const MOST = 1_000;
const LONGEST_TITLE = 80;

/** Between two pieces nothing was recorded: what happened then stands where it goes on. */
export function chaptersOf(pieces: readonly Piece[], moments: readonly Moment[]): Chapter[] {
  const chapters: Chapter[] = [];
  let begins = 0;
  for (const [index, { startedAt, duration }] of pieces.entries()) {
    const before = pieces[index - 1];
    const since = before ? before.startedAt + before.duration : Number.NEGATIVE_INFINITY;
    if (before) chapters.push({ at: begins, kind: 'segment', title: '' });
    for (const { at, kind, title } of moments) {
      // Whoever was there before it began did not come then.
      if (at <= startedAt ? !before || at <= since : at > startedAt + duration) continue;
      chapters.push({ at: begins + Math.max(0, at - startedAt), kind, title: shortened(title) });
    }
    begins += duration;
  }
  return chapters.sort((one, other) => one.at - other.at).slice(0, MOST);
}

/** By characters as people see them, not by halves of them. */
function shortened(title: string): string {
  const line = title.replaceAll(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_TITLE ? line : `${characters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}
