import { CopyValue } from '../../parts/copy-value.tsx';
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
          <table className="call-in-numbers">
            <caption className="unseen">{texts.numbers}</caption>
            <tbody>
              {numbers.map(({ label, place, number }) => (
                <tr key={`${label} ${place} ${number}`}>
                  <th scope="row">
                    {texts.labels[label]}
                    {place !== undefined && place !== '' && <span className="soft name">{place}</span>}
                  </th>
                  <td>
                    <a className="number" href={`tel:${number.replace(/[^+\d,;*#]/g, '')}`}>
                      {number}
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {accessCode !== undefined && (
        <CopyValue
          label={texts.accessCode}
          copy={texts.copy}
          shown={session?.sessionKey ?? accessCode}
          value={accessCode.replaceAll(' ', '')}
        />
      )}
      <HomeLink site={site} isQuiet />
    </div>
  );
}
