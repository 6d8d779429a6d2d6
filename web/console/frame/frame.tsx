/** What stands around every page: the way through the console, who is signed in, and what has to be known everywhere. */
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Notice } from '../parts/small.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { Offline } from './offline.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { SideBar } from './side-bar.tsx';
import { SignInAgain } from './sign-in-again.tsx';

export function Frame() {
  const texts = areaTexts('frame');
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  return (
    <>
      <a className="c-skip" href="#main">
        {texts.skip}
      </a>
      <div className="c-frame">
        <aside className="c-side">
          <SideBar />
        </aside>
        <PhoneBar />
        <main id="main" className="c-page" ref={main} tabIndex={-1}>
          {SHELL.me.siteStatus === 'CLOSED' && <Notice tone="attention">{texts.siteClosed}</Notice>}
          <Outlet />
        </main>
      </div>
      <Offline />
      <SignInAgain />
    </>
  );
}

/** Whoever goes to another page is put at its beginning: its heading is read out. Filters of a page are no other page. */
function useFocusOnNavigation(main: { readonly current: HTMLElement | null }): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
        const heading = main.current?.querySelector('h1');
        (heading ?? main.current)?.focus({ preventScroll: true });
      }),
    [router, main],
  );
}
