import type { LeavingPage } from '../../../src/browser/pages/page-data.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'leaving'> = { title: (_content, texts) => texts.leaving.heading, Content: Leaving };

/** An address elsewhere, which the visitor has to choose. */
function Leaving({ origin, url }: LeavingPage) {
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
      <p className="value-label">{texts.whole}</p>
      <p className="address">{url}</p>
      <p className="hint">{texts.administrators}</p>
    </div>
  );
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
