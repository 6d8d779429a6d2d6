import { WaitingPeople } from '../people/waiting-people.tsx';
import type { RoomView } from './room-view.ts';

/** Somebody waits: the host decides without looking for them. */
export function WaitingNotice({ room, formOf }: RoomView) {
  if (room.waiting.length === 0) return null;
  return (
    <WaitingPeople
      people={room.waiting}
      admit={formOf('ADMIT')}
      admitAll={formOf('ADMITALL')}
      refuse={formOf('REFUSE')}
    />
  );
}
