/** Who is in the room, and the way in for others. */
import { CopyLink } from '../../parts/copy-link.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';
import { People } from '../people.tsx';

export function PeoplePanel({ page, room }: RoomView) {
  const texts = useTexts().live;
  const { expel, mute, hide, unshare, muteAll, invite } = page;
  return (
    <>
      <People people={room.people} forms={{ expel, mute, hide, unshare, muteAll }} />
      {invite !== undefined && (
        <div className="invite">
          <p className="soft">{texts.inviteLead}</p>
          <CopyLink label={texts.invite} url={invite} />
        </div>
      )}
    </>
  );
}
