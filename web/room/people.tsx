/** Who is in the room. */
import type { Form, RoomState } from '../../src/browser/pages/page-data.ts';
import { Avatar } from '../parts/avatar.tsx';
import { PostForm, Submit } from '../parts/post-form.tsx';
import { useTexts } from '../texts/texts.ts';

interface PeopleProps {
  readonly people: RoomState['people'];
  /** The host's. */
  readonly expel: Form | undefined;
}

export function People({ people, expel }: PeopleProps) {
  const texts = useTexts().live;
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">{texts.participants}</h2>
      <ul className="people">
        {people.map(({ id, name, isHost, isYou }) => (
          <li key={id}>
            <Avatar name={name} />
            <div className="person">
              <span className="name">{name}</span>
            </div>
            {isYou && <span className="badge">{texts.you}</span>}
            {isHost && <span className="badge accent">{texts.host}</span>}
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
    </section>
  );
}
