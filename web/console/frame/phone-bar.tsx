/** In a hand the way through the console is a menu behind a button. It is loaded when it is first asked for. */
import { lazy, Suspense, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';

const PhoneDrawer = lazy(async () => ({ default: (await import('./phone-drawer.tsx')).PhoneDrawer }));

export function PhoneBar() {
  const texts = areaTexts('frame');
  const [isOpen, setOpen] = useState(false);
  const [isFetched, setFetched] = useState(false);
  return (
    <div className="c-phone-bar">
      <Button
        kind="quiet"
        icon="menu"
        onPress={() => {
          setFetched(true);
          setOpen(true);
        }}
      >
        {texts.openMenu}
      </Button>
      <span className="c-phone-site">{SHELL.siteName}</span>
      {isFetched && (
        <Suspense fallback={null}>
          <PhoneDrawer isOpen={isOpen} onOpenChange={setOpen} />
        </Suspense>
      )}
    </div>
  );
}
