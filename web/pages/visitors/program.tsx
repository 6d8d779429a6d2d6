import { HomeLink } from '../../parts/home-link.tsx';
import { SessionRow } from '../../parts/session-row.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { ContentOf, View, WhoVisits } from '../../view.ts';

export const view: View<'program'> = {
  areas: ['home', 'programs', 'session', 'way-in'],
  title: ({ name }) => name,
  Content: Program,
};

/** A program: the events that belong together. */
function Program({ name, description, events, more, site }: ContentOf<'program'> & WhoVisits) {
  const texts = useTexts().program;
  return (
    <div className="card">
      <p className="eyebrow">{texts.heading}</p>
      <h1>{name}</h1>
      {description !== undefined && <p className="prose">{description}</p>}
      <h2 id="events">{texts.events}</h2>
      {events.length === 0 ? (
        <p className="empty">{texts.none}</p>
      ) : (
        <ul className="rows" aria-labelledby="events">
          {events.map((event) => (
            <SessionRow key={`${event.url} ${event.when.startAt}`} {...event} />
          ))}
        </ul>
      )}
      {more && <p className="soft">{texts.more}</p>}
      {events.length === 0 && <HomeLink site={site} />}
    </div>
  );
}
