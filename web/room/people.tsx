/** Who is in the room. */
import type { RoomState } from '../../src/url-api/pages/page-data.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useTexts } from '../texts/texts.ts';

export function People({ people }: { readonly people: RoomState['people'] }) {
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
          </li>
        ))}
      </ul>
    </section>
  );
}
