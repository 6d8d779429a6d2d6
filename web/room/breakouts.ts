/** Who is with oneself, in the main room or in one's breakout room. */
import type { RoomPerson, RoomState } from '../../src/browser/pages/room-page.ts';

/** One's own breakout room; 0 is the main room. */
export function ownBreakout({ people }: Pick<RoomState, 'people'>): number {
  return breakoutOf(people.find(({ isYou }) => isYou));
}

export function breakoutOf(person: RoomPerson | undefined): number {
  return person?.breakout ?? 0;
}

/** The room with those alone whom one hears and sees. */
export function roomAround(room: RoomState): RoomState {
  const own = ownBreakout(room);
  if (room.people.every((person) => breakoutOf(person) === own)) return room;
  return { ...room, people: room.people.filter((person) => breakoutOf(person) === own) };
}
