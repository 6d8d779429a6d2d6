/** Whoever is signed in: the pages of their account, and how they like the pages to be. It opens without scripts too. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AppearanceData } from '../../src/browser/pages/appearance-data.ts';
import type { Visitor } from '../../src/browser/pages/page-data.ts';
import { useTexts } from '../texts/texts.ts';
import { Appearance } from './appearance.tsx';
import { Avatar } from './avatar.tsx';

interface AccountMenuProps {
  readonly visitor: Visitor;
  readonly appearance: AppearanceData;
}

export function AccountMenu({ visitor, appearance }: AccountMenuProps) {
  const { menu: texts, account } = useTexts();
  const menu = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeFromOutside = ({ target }: Event) => {
      if (menu.current?.open && target instanceof Node && !menu.current.contains(target)) {
        menu.current.open = false;
      }
    };
    document.addEventListener('pointerdown', closeFromOutside);
    document.addEventListener('focusin', closeFromOutside);
    return () => {
      document.removeEventListener('pointerdown', closeFromOutside);
      document.removeEventListener('focusin', closeFromOutside);
    };
  }, []);

  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };

  return (
    <details ref={menu} className="account-menu" onKeyDown={closeByKey}>
      <summary>
        <Avatar name={visitor.name} photo={visitor.photo} />
        <span className="visitor-name name">{visitor.name}</span>
        <span className="unseen">{account}</span>
        <svg className="chevron" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 6l4 4 4-4" />
        </svg>
      </summary>
      <div className="account-menu-content">
        <p className="account-menu-who">
          <span className="name">{visitor.name}</span>
          <span className="soft name">{visitor.webExId}</span>
        </p>
        <ul>
          {visitor.pages.map(({ item, url }) => (
            <li key={item}>
              <a href={url}>{texts.items[item]}</a>
            </li>
          ))}
        </ul>
        <Appearance {...appearance} />
      </div>
    </details>
  );
}
