/** Who has come and gone between two looks at a room. */
import type { RoomPerson } from '../../../src/browser/pages/room-page.ts';

/** Names that are told of at once; of more than that a sound alone tells. */
const MOST = 3;

export interface Moved {
  readonly came: readonly string[];
  readonly went: readonly string[];
}

type Person = Pick<RoomPerson, 'id' | 'name' | 'isYou'>;

/** Nothing when it is nobody else. */
export function movedBetween(before: readonly Person[], now: readonly Person[]): Moved | undefined {
  const missingIn = (from: readonly Person[], to: readonly Person[]) => {
    const known = new Set(to.map(({ id }) => id));
    return from.filter(({ id, isYou }) => !isYou && !known.has(id)).map(({ name }) => name);
  };
  const came = missingIn(now, before);
  const went = missingIn(before, now);
  if (came.length + went.length === 0) return undefined;
  return { came: came.slice(0, MOST), went: went.slice(0, MOST) };
}
