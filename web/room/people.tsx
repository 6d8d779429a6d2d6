/** Who is in the room. */
import type { RoomDeed, RoomState } from '../../src/browser/pages/room-page.ts';
import { Avatar } from '../parts/avatar.tsx';
import { PostForm, Submit } from '../parts/post-form.tsx';
import { useTexts } from '../texts/texts.ts';
import type { FormOf } from './deed-form.ts';

const HOSTS: readonly RoomDeed[] = ['EXPEL', 'MUTE', 'HIDE', 'UNSHARE', 'MUTEALL'];

interface PeopleProps {
  readonly people: RoomState['people'];
  readonly formOf: FormOf;
}

export function People({ people, formOf }: PeopleProps) {
  const texts = useTexts().live;
  const [expel, mute, hide, unshare, muteAll] = HOSTS.map(formOf);
  return (
    <section className="people-list" aria-label={texts.participants}>
      <ul className="people">
        {people.map(({ id, name, isHost, isYou, sends }) => (
          <li key={id}>
            <Avatar name={name} />
            <div className="person">
              <span className="name">{name}</span>
            </div>
            {isYou && <span className="badge">{texts.you}</span>}
            {isHost && <span className="badge accent">{texts.host}</span>}
            {mute && !isYou && sends.microphone && (
              <PostForm form={mute} fields={{ person: id }} quiet>
                <Submit kind="quiet" label={texts.muteName(name)}>
                  {texts.mute}
                </Submit>
              </PostForm>
            )}
            {hide && !isYou && sends.camera && (
              <PostForm form={hide} fields={{ person: id }} quiet>
                <Submit kind="quiet" label={texts.hideName(name)}>
                  {texts.hidePicture}
                </Submit>
              </PostForm>
            )}
            {unshare && !isYou && sends.screen && (
              <PostForm form={unshare} fields={{ person: id }} quiet>
                <Submit kind="quiet" label={texts.unshareName(name)}>
                  {texts.stopSharing}
                </Submit>
              </PostForm>
            )}
            {expel && !isHost && !isYou && (
              <PostForm form={expel} fields={{ person: id }} quiet>
                <Submit kind="quiet" label={texts.expelName(name)}>
                  {texts.expel}
                </Submit>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
      {muteAll && people.some(({ isYou, isHost, sends }) => !isYou && !isHost && sends.microphone) && (
        <PostForm form={muteAll} quiet>
          <Submit kind="second">{texts.muteAll}</Submit>
        </PostForm>
      )}
    </section>
  );
}
