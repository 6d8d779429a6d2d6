/** The way through the console. On a phone it opens as a menu. */
import { Link } from '@tanstack/react-router';
import { AREAS } from '../areas.ts';
import { type ConsoleArea, NAV_GROUPS } from '../console-area.ts';
import { Icon, isIcon } from '../parts/icon.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { SiteSwitch } from './site-switch.tsx';

/** @param onWay called when somebody goes somewhere */
export function SideBar({ onWay }: { readonly onWay?: () => void }) {
  const texts = areaTexts('frame');
  const { me } = SHELL;
  return (
    <div className="c-side-inner">
      <div className="c-brand">
        <svg className="c-logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <rect width="32" height="32" rx="9" />
          <path d="M9 9h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H9a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2z" />
        </svg>
        <span>
          {texts.product} <span className="c-soft">{texts.console}</span>
        </span>
      </div>
      {me.isOwner ? <SiteSwitch /> : <p className="c-site-name">{SHELL.siteName}</p>}
      <nav aria-label={texts.navigation} className="c-nav">
        {NAV_GROUPS.map((group) => {
          const areas = areasOf(group);
          if (areas.length === 0) return null;
          return (
            <div key={group} className="c-nav-group">
              {texts.groups[group] && <p className="c-nav-title">{texts.groups[group]}</p>}
              <ul>
                {areas.map(({ id, nav, routes }) => (
                  <li key={id}>
                    <Link
                      to={`/${routes[0]?.path ?? ''}`}
                      className="c-nav-link"
                      activeOptions={{ exact: routes[0]?.path === '', includeSearch: false }}
                      onClick={() => onWay?.()}
                    >
                      {nav && isIcon(nav.item) && <Icon name={nav.item} />}
                      {nav && texts.nav[nav.item]}
                    </Link>
                  </li>
                ))}
                {group === 'people' && SHELL.siteName === SHELL.homeSite && <OlderPages />}
              </ul>
            </div>
          );
        })}
      </nav>
      <div className="c-who">
        <p>
          <strong>
            <bdi>{me.name || me.webExID}</bdi>
          </strong>
          {!me.mayWrite && (
            <span className="c-badge c-tone-attention" title={texts.readOnlyHint}>
              {texts.readOnly}
            </span>
          )}
        </p>
        <div className="c-who-ways">
          <a href={SHELL.home}>{texts.ownPage}</a>
          <form method="post" action={SHELL.signOut.action}>
            {Object.entries(SHELL.signOut.fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button type="submit" className="c-as-link">
              {texts.signOut}
            </button>
          </form>
        </div>
      </div>
    </div>
  );
}

/** Pages that stand beside the app. */
function OlderPages() {
  const { nav } = areaTexts('frame');
  const pages = [
    { item: 'queues', href: `${SHELL.home}queues.php` },
    ...(SHELL.me.mayWrite ? [{ item: 'labs', href: `${SHELL.homeConsole}/labs` } as const] : []),
  ] as const;
  return pages.map(({ item, href }) => (
    <li key={item}>
      <a href={href} className="c-nav-link">
        <Icon name={item} />
        {nav[item]}
      </a>
    </li>
  ));
}

function areasOf(group: string): ConsoleArea[] {
  return AREAS.filter(({ nav }) => {
    if (nav?.group !== group) return false;
    return nav.may !== 'owner' || SHELL.me.isOwner;
  }).sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
}
