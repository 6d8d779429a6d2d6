/** The way on from a page that ends something and leads nowhere else. */
import type { Page } from '../../src/browser/pages/page-data.ts';
import { useTexts } from '../texts/texts.ts';

interface HomeLinkProps {
  readonly site: Page['site'];
  readonly isQuiet?: boolean;
}

export function HomeLink({ site, isQuiet = false }: HomeLinkProps) {
  const texts = useTexts().wayIn;
  if (!site) return null;
  return (
    <a className={isQuiet ? 'button quiet' : 'button second'} href={site.home}>
      {texts.home}
    </a>
  );
}
