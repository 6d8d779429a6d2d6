import { lazy, Suspense } from 'react';
import type { ReferencePage } from '../../../src/browser/pages/page-data.ts';
import { useHydrated } from '../../parts/use-hydrated.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'reference'> = {
  areas: ['reference'],
  title: (_content, texts) => texts.reference.heading,
  Content: Reference,
};

/** No other page needs it: it comes when this one has been taken over. */
const ReferenceApp = lazy(async () => ({
  default: (await import('../../reference/reference-app.tsx')).ReferenceApp,
}));

/** The REST interface, to be read and tried. */
function Reference({ document, profile }: ReferencePage) {
  const texts = useTexts().reference;
  const isHydrated = useHydrated();
  return (
    <>
      <div className="page-head">
        <h1>{texts.heading}</h1>
        <p className="soft">
          {texts.lead} <a href={profile}>{texts.toTokens}</a> · <a href={document}>{texts.document}</a>
        </p>
      </div>
      {isHydrated ? (
        <Suspense fallback={<p className="soft">{texts.loading}</p>}>
          <ReferenceApp url={document} />
        </Suspense>
      ) : (
        <p className="soft">{texts.loading}</p>
      )}
    </>
  );
}
