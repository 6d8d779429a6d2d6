/** The head of a page: its title, which is the window's too, and what can be done on it. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';

interface PageHeadProps {
  readonly title: string;
  /** One sentence. */
  readonly lead?: ReactNode;
  /** The page above it: words, and where it is below the console. */
  readonly above?: { readonly words: string; readonly to: string } | undefined;
  readonly badges?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHead({ title, lead, above, badges, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · ${areaTexts('frame').console} · ${SHELL.siteName}`;
  }, [title]);
  return (
    <header className="c-page-head">
      <div className="c-page-names">
        {above && (
          <Link to={`/${above.to}`} className="c-above">
            {above.words}
          </Link>
        )}
        <h1 tabIndex={-1}>
          <bdi>{title}</bdi>
          {badges && <span className="c-badges">{badges}</span>}
        </h1>
        {lead && <p className="c-lead">{lead}</p>}
      </div>
      {actions && <div className="c-actions">{actions}</div>}
    </header>
  );
}
