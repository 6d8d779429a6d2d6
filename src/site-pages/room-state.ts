/** Who is in a room, as one of them sees it. */

import type { RoomState } from '../browser/pages/page-data.ts';
import type { LiveState, Stay } from '../live/live.ts';

/** Only the host sees who waits. */
export function roomState(state: LiveState, own: Stay): RoomState {
  return {
    people: state.people.map(({ publicId, name, isHost, joinedAt, sends }) => ({
      id: publicId,
      name,
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
