/** The place where one tries one's devices, on the way in. Without scripts it is not there. */
import { lazy, Suspense } from 'react';
import type { DevicesAsked } from '../../src/browser/pages/session-pages.ts';
import { useHydrated } from '../parts/use-hydrated.ts';
import { useTexts } from '../texts/texts.ts';

const Preview = lazy(async () => ({ default: (await import('./preview.tsx')).Preview }));

export function Prejoin({ devices }: { readonly devices: DevicesAsked }) {
  const texts = useTexts().prejoin;
  const isHydrated = useHydrated();
  if (!devices.microphone && !devices.camera) return null;
  const place = <div className="prejoin-picture off" />;
  return (
    <section className={devices.camera ? 'prejoin' : 'prejoin sound'} aria-label={texts.label}>
      {isHydrated ? (
        <Suspense fallback={place}>
          <Preview devices={devices} />
        </Suspense>
      ) : (
        place
      )}
    </section>
  );
}
