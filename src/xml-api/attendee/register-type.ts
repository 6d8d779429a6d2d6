/** The numbers of somebody who was added: the attendee's own and the one that they join by. */
import type { Attendee } from '../../sessions/attendee.ts';
import { group, long, type ValueOf } from '../../xml/schema.ts';

export const registerType = group({ attendeeID: long(), registerID: long() });

export function registerValue({ attendeeID, registerID }: Attendee): ValueOf<typeof registerType> {
  return { attendeeID, registerID: registerID ?? 0 };
}
