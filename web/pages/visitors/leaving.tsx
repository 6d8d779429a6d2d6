import { HomeLink } from '../../parts/home-link.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { ContentOf, View, WhoVisits } from '../../view.ts';

export const view: View<'leaving'> = {
  areas: ['leaving', 'way-in'],
  title: (_content, texts) => texts.leaving.heading,
  Content: Leaving,
};

/** An address elsewhere, which the visitor has to choose. */
function Leaving({ origin, url, site }: ContentOf<'leaving'> & WhoVisits) {
  const texts = useTexts().leaving;
  return (
    <div className="card">
      <h1>{texts.heading}</h1>
      <p>
        {`${texts.lead} `}
        <strong>{origin}</strong>
      </p>
      <p>{texts.warning}</p>
      <a className="button main" href={url} rel="noreferrer">
        {texts.go(hostOf(origin))}
      </a>
      <HomeLink site={site} isQuiet />
      <p className="value-label">{texts.whole}</p>
      <p className="address">{url}</p>
      <p className="hint">{texts.administrators}</p>
    </div>
  );
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
