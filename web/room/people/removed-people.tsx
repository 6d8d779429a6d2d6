/** Who was put out and is kept out: a host lets them back in. */
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';

export function RemovedPeople({ room: { removed }, formOf }: Pick<RoomView, 'room' | 'formOf'>) {
  const texts = useTexts().roomPeople;
  const forgive = formOf('FORGIVE');
  if (!forgive || removed.length === 0) return null;
  return (
    <section className="removed-people" aria-labelledby="removed-people">
      <h3 id="removed-people">{texts.removed}</h3>
      <ul>
        {removed.map(({ id, name }) => (
          <li key={id}>
            <PostForm form={forgive} fields={{ PERSON: id }} quiet>
              <Submit kind="quiet">{texts.forgiveName(name)}</Submit>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
