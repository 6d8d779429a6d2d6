/** Who goes into which breakout room. Breakout rooms are numbered from 1; 0 is the main room. */
import type { Stay } from './stay.ts';

export interface BreakoutPlan {
  readonly rooms: number;
  /** People who go into one of them by themselves, at most; 0 when everybody is put by hand. */
  readonly size: number;
}

type Seated = Pick<Stay, 'isHost' | 'state' | 'via' | 'breakout'>;

/** Whether a plan says where somebody goes: hosts go where they want, and who is on the telephone stays in the main room. */
export function isSpread({ isHost, state, via }: Omit<Seated, 'breakout'>): boolean {
  return state === 'IN' && via === 'WEB' && !isHost;
}

/** @param before how many are spread before them */
export function roomAfter(before: number, { rooms, size }: BreakoutPlan): number {
  return before < rooms * size ? (before % rooms) + 1 : 0;
}

/** Where a newcomer goes: the main room when no other has a place. */
export function emptiest(people: readonly Seated[], { rooms, size }: BreakoutPlan): number {
  let found = { room: 0, count: size };
  for (let room = 1; room <= rooms; room += 1) {
    const count = people.filter((one) => isSpread(one) && one.breakout === room).length;
    if (count < found.count) found = { room, count };
  }
  return found.room;
}
