/**
 * How people of one name are told apart in a room: the first of those who are there bears it as it is, the next one
 * with a (2). What two people could take for the same name is the same: case, marks that nobody sees, letters of
 * another width. Nobody's address is told for it.
 */
import type { Stay } from '../live/live.ts';

/**
 * @param stays everybody who is there, at the door too
 * @param nameOf what somebody is called
 * @returns by publicId
 */
export function namesOf(
  stays: readonly Stay[],
  nameOf: (stay: Stay) => string = ({ name }) => name,
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const stay of stays.toSorted((one, other) => one.id - other.id)) {
    const name = nameOf(stay);
    let shown = name;
    for (let count = 2; taken.has(alike(shown)); count++) shown = `${name} (${count})`;
    taken.add(alike(shown));
    names.set(stay.publicId, shown);
  }
  return names;
}

function alike(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
