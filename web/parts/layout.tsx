/** What stands around every page: where one is, who one is, and the way out. */
import type { ReactNode } from 'react';
import type { Page, ShownSite } from '../../src/browser/pages/page-data.ts';
import { useTexts } from '../texts/texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { Appearance } from './appearance.tsx';
import { Avatar } from './avatar.tsx';
import { HostNav } from './host-nav.tsx';
import { PostForm, Submit } from './post-form.tsx';

/** Pages with more than one thing on them. */
const WIDE = new Set([
  'programs',
  'join',
  'waiting',
  'home',
  'schedule',
  'meetings',
  'registrants',
  'labs',
  'test-results',
  'recordings',
  'reference',
  'contacts',
  'recording',
]);

export function Layout({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  const texts = useTexts();
  const { site, visitor, content } = page;
  // The room fills the window, and nothing in it leads away without a word.
  if (content.page === 'room') {
    return (
      <>
        <a className="skip" href="#main">
          {texts.skip}
        </a>
        <main id="main" className="room" tabIndex={-1}>
          {children}
        </main>
      </>
    );
  }
  // Nor does anything on the way in, but what says so.
  const isWaiting = content.page === 'waiting';
  const width = WIDE.has(content.page) ? 'wide' : 'narrow';
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <header className="bar">
        {site && !isWaiting ? (
          <a className="brand" href={site.home}>
            <Logo of={site.logo} />
            <span className="site">{site.siteName}</span>
          </a>
        ) : (
          <p className="brand">
            <Logo of={site?.logo} />
            <span className="site">{site?.siteName ?? texts.product}</span>
          </p>
        )}
        {page.nav && <HostNav links={page.nav} />}
        {visitor && (
          <section className="visitor" aria-label={texts.account}>
            {page.appearance ? (
              <AccountMenu visitor={visitor} appearance={page.appearance} />
            ) : (
              <>
                <Avatar name={visitor.name} photo={visitor.photo} />
                <span className="visitor-name name">{visitor.name}</span>
              </>
            )}
            {!isWaiting && (
              <PostForm form={visitor.signOut}>
                <Submit kind="quiet">{texts.signOut}</Submit>
              </PostForm>
            )}
          </section>
        )}
      </header>
      <main id="main" className={`${width} ${content.page}`} tabIndex={-1}>
        {children}
      </main>
      <footer>
        {page.appearance && !visitor && <Appearance {...page.appearance} />}
        {(site?.help || site?.privacy) && (
          <p className="site-links">
            {site.help && <a href={site.help}>{texts.help}</a>}
            {site.privacy && <a href={site.privacy}>{texts.privacy}</a>}
          </p>
        )}
        {site && <p>{texts.product}</p>}
      </footer>
    </>
  );
}

/** The site's own, or ours. */
function Logo({ of }: { readonly of: ShownSite['logo'] | undefined }) {
  if (of) return <img className="own-logo" src={of.url} width={of.width} height={of.height} alt="" />;
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <path d="M8 9h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 5v-5H8a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2z" />
    </svg>
  );
}
