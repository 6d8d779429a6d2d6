/** A room as one of the people in it sees it. */
import type { RoomState } from '../../browser/pages/room-page.ts';
import type { LiveState, Stay } from '../../live/live.ts';
import type { MediaRights } from '../../media/rights.ts';
import { nameShown } from '../../policies/caller-name.ts';
import { namesOf } from '../../policies/namesakes.ts';
import { runsRoom } from '../../policies/room.ts';
import { deedsFor } from './deeds.ts';

export function roomState(
  state: LiveState,
  own: Stay,
  may: MediaRights,
): Omit<RoomState, 'recording' | 'mayRecord'> {
  const names = namesOf([...state.people, ...state.waiting], (stay) => nameShown(stay, own));
  const isInCharge = runsRoom(own);
  return {
    people: state.people.map(({ publicId, via, isHost, joinedAt, isAway, sends }) => ({
      id: publicId,
      name: names.get(publicId) ?? '',
      ...(via !== 'WEB' && { byPhone: true }),
      isHost,
      isYou: publicId === own.publicId,
      since: joinedAt,
      ...(isAway && { isReconnecting: true }),
      sends,
    })),
    waiting: isInCharge
      ? state.waiting.map(({ publicId, email }) => ({ id: publicId, name: names.get(publicId) ?? '', email }))
      : [],
    isLocked: state.isLocked,
    startedAt: state.startedAt,
    may,
    deeds: deedsFor(own),
  };
}
