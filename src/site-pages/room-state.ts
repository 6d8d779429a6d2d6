/** Who is in a room, as one of them sees it. */

import type { RoomState } from '../browser/pages/page-data.ts';
import type { LiveState, Stay } from '../live/live.ts';
import { nameShown } from '../policies/caller-name.ts';

/** Only the host sees who waits. */
export function roomState(state: LiveState, own: Stay): RoomState {
  return {
    people: state.people.map(({ publicId, via, name, isHost, joinedAt, sends }) => ({
      id: publicId,
      name: nameShown({ via, name }, own),
      ...(via !== 'WEB' && { byPhone: true }),
      isHost,
      isYou: publicId === own.publicId,
      since: joinedAt,
      sends,
    })),
    waiting: own.isHost ? state.waiting.map(({ publicId, name }) => ({ id: publicId, name })) : [],
    isLocked: state.isLocked,
    startedAt: state.startedAt,
  };
}
