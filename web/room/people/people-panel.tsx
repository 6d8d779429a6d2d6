/** Who is in the room, and the way in for others. */
import { CopyLink } from '../../parts/copy-link.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';
import { People } from '../people.tsx';

export function PeoplePanel({ page: { invite, invited }, room, formOf }: RoomView) {
  const { live: texts, wayIn } = useTexts();
  return (
    <>
      <People people={room.people} formOf={formOf} />
      {invite !== undefined && (
        <div className="invite">
          <p className="soft">{wayIn.invited(invited, room.isLocked)}</p>
          <CopyLink label={texts.invite} url={invite} />
        </div>
      )}
    </>
  );
}
