/** Who is in the room, the rules of it, and the way in for others. */
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';
import { BreakoutRooms } from './breakout-rooms.tsx';
import { InviteOthers } from './invite-others.tsx';
import { People } from './people-list.tsx';
import { RemovedPeople } from './removed-people.tsx';
import { RoomRulesPart } from './room-rules.tsx';

export function PeoplePanel({ page, room, formOf, pinned, pin }: RoomView) {
  const { live: texts, wayIn } = useTexts();
  const { invite, invited } = page;
  return (
    <>
      <People page={page} room={room} formOf={formOf} pinned={pinned} pin={pin} />
      <BreakoutRooms room={room} formOf={formOf} />
      <RoomRulesPart room={room} formOf={formOf} />
      <RemovedPeople room={room} formOf={formOf} />
      {invite !== undefined && (
        <div className="invite">
          <p className="soft">{wayIn.invited(invited, room.isLocked)}</p>
          <InviteOthers label={texts.invite} url={invite} password={page.password} />
        </div>
      )}
    </>
  );
}
