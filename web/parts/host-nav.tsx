/** The way between the pages of somebody who is signed in. */
import type { NavLink } from '../../src/browser/pages/nav-link.ts';
import { useTexts } from '../texts/texts.ts';

export function HostNav({ links }: { readonly links: readonly NavLink[] }) {
  const texts = useTexts().hostNav;
  return (
    <nav className="host-nav" aria-label={texts.label}>
      <ul>
        {links.map(({ item, url, isCurrent }) => (
          <li key={item}>
            <a href={url} aria-current={isCurrent ? 'page' : undefined}>
              {texts.items[item]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
