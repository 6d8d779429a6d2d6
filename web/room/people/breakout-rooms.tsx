/** The breakout rooms of a training, for those who run it: they open and close them, and put people into them. */
import { useId } from 'react';
import type { RoomPerson } from '../../../src/browser/pages/room-page.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import { breakoutOf } from '../breakouts.ts';
import type { RoomView } from '../frame/room-view.ts';

type Part = Pick<RoomView, 'room' | 'formOf'>;

export function BreakoutRooms({ room, formOf }: Part) {
  const texts = useTexts().breakouts;
  const { breakouts = 0, people } = room;
  const change = formOf(breakouts > 0 ? 'CLOSEBREAKOUTS' : 'OPENBREAKOUTS');
  if (!change) return null;
  return (
    <section className="breakout-rooms" aria-labelledby="breakout-rooms">
      <h3 id="breakout-rooms">{texts.title}</h3>
      <PostForm form={change} quiet>
        <Submit kind="second">{breakouts > 0 ? texts.close : texts.open}</Submit>
      </PostForm>
      {breakouts > 0 && (
        <ul>
          {people.map((person) =>
            person.byPhone ? null : (
              <li key={person.id}>
                {/* Somebody who has been moved is offered another room than the one that was chosen. */}
                <Move key={breakoutOf(person)} person={person} room={room} formOf={formOf} />
              </li>
            ),
          )}
        </ul>
      )}
    </section>
  );
}

function Move({ person, room, formOf }: Part & { readonly person: RoomPerson }) {
  const texts = useTexts().breakouts;
  const id = useId();
  const form = formOf('BREAKOUT');
  if (!form) return null;
  const rooms = Array.from({ length: (room.breakouts ?? 0) + 1 }, (_, number) => number);
  return (
    <PostForm form={form} fields={{ PERSON: person.id }} quiet className="move">
      <label htmlFor={id}>{person.name}</label>
      <select id={id} name="BREAKOUT" defaultValue={breakoutOf(person)}>
        {rooms.map((number) => (
          <option key={number} value={number}>
            {number === 0 ? texts.main : texts.room(number)}
          </option>
        ))}
      </select>
      <Submit kind="quiet" label={texts.moveName(person.name)}>
        {texts.move}
      </Submit>
    </PostForm>
  );
}
