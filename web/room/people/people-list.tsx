/** Who is in the room, and what a host does with them. */
import type { RoomPerson } from '../../../src/browser/pages/room-page.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import { breakoutOf } from '../breakouts.ts';
import type { RoomView } from '../frame/room-view.ts';
import { PersonMenu } from './person-menu.tsx';

type PeopleProps = Pick<RoomView, 'room' | 'formOf' | 'page' | 'pinned' | 'pin'>;

export function People({ room: { people }, formOf, page, pinned, pin }: PeopleProps) {
  const { live: texts, roomPeople } = useTexts();
  const muteAll = formOf('MUTEALL');
  const takeBack = formOf('TAKEBACK');
  return (
    <section className="people-list" aria-label={texts.participants}>
      {takeBack && (
        <PostForm form={takeBack} quiet>
          <Submit kind="second">{roomPeople.takeBack}</Submit>
        </PostForm>
      )}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <Avatar name={person.name} photo={person.photo} />
            <div className="person">
              <span className="name">{person.name}</span>
              <PersonState person={person} />
            </div>
            <MuteButton person={person} formOf={formOf} />
            <PersonMenu
              person={person}
              formOf={formOf}
              isPanel={page.session.kind === 'event'}
              isPinned={person.id === pinned}
              pin={pin}
            />
          </li>
        ))}
      </ul>
      {muteAll && people.some(({ isYou, isHost, sends }) => !isYou && !isHost && sends.microphone) && (
        <PostForm form={muteAll} quiet>
          <Submit kind="second">{roomPeople.muteAll}</Submit>
        </PostForm>
      )}
    </section>
  );
}

/** Below the name: what they are, that it is oneself, whether they are there. */
function PersonState({ person }: { readonly person: RoomPerson }) {
  const { live: texts, roomPeople, breakouts } = useTexts();
  const { isYou, byPhone, isReconnecting, sends, role = 'ATTENDEE' } = person;
  const words = [
    isYou ? texts.you : '',
    roomPeople.roles[role],
    breakoutOf(person) > 0 ? breakouts.room(breakoutOf(person)) : '',
    byPhone ? roomPeople.byPhone : '',
    sends.hand ? texts.handUp : '',
    isReconnecting ? roomPeople.reconnecting : '',
  ].filter(Boolean);
  return words.length === 0 ? null : <span className="soft">{words.join(' · ')}</span>;
}

function MuteButton({
  person: { id, name, isYou, sends },
  formOf,
}: { readonly person: RoomPerson } & Pick<RoomView, 'formOf'>) {
  const { live: texts } = useTexts();
  const mute = formOf('MUTE');
  if (!mute || isYou || !sends.microphone) return null;
  return (
    <PostForm form={mute} fields={{ person: id }} quiet>
      <Submit kind="quiet" label={texts.muteName(name)}>
        {texts.mute}
      </Submit>
    </PostForm>
  );
}
