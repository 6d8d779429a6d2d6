import { HomeLink } from '../../parts/home-link.tsx';
import { SessionHead } from '../../parts/session-head.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { ContentOf, View, WhoVisits } from '../../view.ts';

export const view: View<'registered'> = {
  areas: ['registration', 'session', 'way-in'],
  title: ({ state }, texts) => texts.registered[state],
  Content: Registered,
};

type Registration = ContentOf<'registered'> & WhoVisits;

/** What became of a registration. */
function Registered({ session, state, registrationID, join, calendar, about, site }: Registration) {
  const texts = useTexts();
  const own = texts.registered;
  return (
    <div className="card">
      <SessionHead session={session} heading={own[state]}>
        <p>{own[`${state}Lead`]}</p>
      </SessionHead>
      {registrationID !== undefined && (
        <>
          <p className="value-label">{own.registrationID}</p>
          <p className="shown-value">{registrationID}</p>
        </>
      )}
      {join !== undefined && (
        <a className="button main" href={join}>
          {own.join}
        </a>
      )}
      {join === undefined && about !== undefined && (
        <a className="button second" href={about}>
          {texts.wayIn.about}
        </a>
      )}
      {join === undefined && about === undefined && <HomeLink site={site} />}
      {calendar !== undefined && (
        <ul className="links">
          <li>
            <a href={calendar}>{texts.session.calendar}</a>
          </li>
        </ul>
      )}
    </div>
  );
}
