/** A room as one of the people in it sees it. */
import type { RoomState } from '../../browser/pages/room-page.ts';
import type { LiveState, Stay } from '../../live/live.ts';
import type { MediaRights } from '../../media/rights.ts';
import { nameShown } from '../../policies/caller-name.ts';
import { runsRoom } from '../../policies/room.ts';
import { deedsFor } from './deeds.ts';

export function roomState(
  state: LiveState,
  own: Stay,
  may: MediaRights,
): Omit<RoomState, 'recording' | 'mayRecord'> {
  return {
    people: state.people.map(({ publicId, via, name, isHost, joinedAt, isAway, sends }) => ({
      id: publicId,
      name: nameShown({ via, name }, own),
      ...(via !== 'WEB' && { byPhone: true }),
      isHost,
      isYou: publicId === own.publicId,
      since: joinedAt,
      ...(isAway && { isReconnecting: true }),
      sends,
    })),
    waiting: runsRoom(own) ? state.waiting.map(({ publicId, name }) => ({ id: publicId, name })) : [],
    isLocked: state.isLocked,
    startedAt: state.startedAt,
    may,
    deeds: deedsFor(own),
  };
}
