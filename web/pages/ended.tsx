import type { EndedPage } from '../../src/browser/pages/page-data.ts';
import { useTexts } from '../texts/texts.ts';

/** After the session. */
export function Ended({ session, why, again }: EndedPage) {
  const texts = useTexts().ended;
  return (
    <div className="card">
      {session && <p className="eyebrow name">{session.confName}</p>}
      <h1>{texts[why]}</h1>
      <p>{texts[`${why}Lead`]}</p>
      {again !== undefined && (
        <a className="button second" href={again}>
          {texts.again}
        </a>
      )}
    </div>
  );
}
