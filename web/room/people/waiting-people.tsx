/** Who waits to be let in: the host's to decide. */
import type { Form } from '../../../src/browser/pages/form.ts';
import type { RoomState } from '../../../src/browser/pages/room-page.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';

interface WaitingPeopleProps {
  readonly people: RoomState['waiting'];
  readonly admit: Form | undefined;
  readonly admitAll: Form | undefined;
  readonly refuse: Form | undefined;
}

export function WaitingPeople({ people, admit, admitAll, refuse }: WaitingPeopleProps) {
  const { live: texts, roomPeople } = useTexts();
  return (
    <section className="waiting-notice" aria-labelledby="waiting">
      <h2 id="waiting">{texts.waiting}</h2>
      <ul className="people">
        {people.map(({ id, name, email, photo }) => (
          <li key={id}>
            <Avatar name={name} photo={photo} />
            <div className="person">
              <span className="name">{name}</span>
              {email && <span className="soft name">{email}</span>}
            </div>
            <div className="person-actions">
              {admit && (
                <PostForm form={admit} fields={{ person: id }} quiet>
                  <Submit label={texts.admitName(name)}>{texts.admit}</Submit>
                </PostForm>
              )}
              {refuse && (
                <PostForm form={refuse} fields={{ person: id }} quiet>
                  <Submit kind="second" label={texts.refuseName(name)}>
                    {texts.refuse}
                  </Submit>
                </PostForm>
              )}
            </div>
          </li>
        ))}
      </ul>
      {admitAll && people.length > 1 && (
        <PostForm form={admitAll} quiet>
          <Submit kind="second">{roomPeople.admitAll}</Submit>
        </PostForm>
      )}
    </section>
  );
}
