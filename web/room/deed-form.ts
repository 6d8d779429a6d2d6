/** The forms of what somebody may do in a room. */
import type { Form } from '../../src/browser/pages/form.ts';
import type { RoomDeed, RoomPage, RoomState } from '../../src/browser/pages/room-page.ts';

/** The form of a deed; nothing when they may not do it now. */
export type FormOf = (deed: RoomDeed) => Form | undefined;

export function formsOf({ deed: { action, fields } }: RoomPage, { deeds }: RoomState): FormOf {
  return (deed) => (deeds.includes(deed) ? { action, fields: { ...fields, DO: deed } } : undefined);
}
