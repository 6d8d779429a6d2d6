/** Names for those whom the reader is not to know by theirs. */
import type { RoomState } from '../../../src/browser/pages/room-page.ts';
import type { Texts } from '../../texts/texts.ts';

/** @returns the room as it is shown: they are counted in the order in which they came */
export function named(room: RoomState, texts: Texts['roomPeople']): RoomState {
  if (room.people.every(({ name }) => name !== '')) return room;
  let count = 0;
  const people = room.people.map((person) => {
    if (person.name !== '') return person;
    count += 1;
    return { ...person, name: texts.nameless(count) };
  });
  return { ...room, people };
}
