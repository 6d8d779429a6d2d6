import { HomeLink } from '../../parts/home-link.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { ContentOf, View, WhoVisits } from '../../view.ts';

export const view: View<'call-in'> = {
  areas: ['call-in', 'way-in'],
  title: (_content, texts) => texts.callIn.heading,
  Content: CallIn,
};

/** The telephone numbers of a site, and of one of its sessions. */
function CallIn({ session, numbers, accessCode, site }: ContentOf<'call-in'> & WhoVisits) {
  const texts = useTexts().callIn;
  return (
    <div className="card">
      {session && <p className="eyebrow name">{session.confName}</p>}
      <h1>{texts.heading}</h1>
      {numbers.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          {accessCode !== undefined && <p className="lead">{texts.how}</p>}
          <ul className="rows">
            {numbers.map(({ label, place, number }) => (
              <li key={`${label} ${place} ${number}`}>
                <span>{texts.labels[label]}</span>
                {place !== undefined && place !== '' && <span className="soft name">{place}</span>}
                <a className="number" href={`tel:${number.replace(/[^+\d,;*#]/g, '')}`}>
                  {number}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {accessCode !== undefined && (
        <>
          <p className="value-label">{texts.accessCode}</p>
          <p className="shown-value">{accessCode}</p>
        </>
      )}
      <HomeLink site={site} isQuiet />
    </div>
  );
}
