/** The head of every page of the area, with the way between them. */
import type { ReactNode } from 'react';
import '../../styles/console-site.css';
import { PageHead } from '../parts/page-head.tsx';
import { PageTabs } from '../parts/tabs.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export type SitePage = 'settings' | 'look' | 'types' | 'tracking' | 'mail' | 'recordings' | 'saml' | 'openid';

const ADDRESSES: Readonly<Record<SitePage, string>> = {
  settings: 'site',
  look: 'site/look',
  types: 'site/session-types',
  tracking: 'site/tracking-codes',
  mail: 'site/mail',
  recordings: 'site/recordings',
  saml: 'site/saml',
  openid: 'site/openid',
};

export function SiteHead({ page, actions }: { readonly page: SitePage; readonly actions?: ReactNode }) {
  const { pages, leads, pagesOfSite } = areaTexts('site');
  const tabs = Object.entries(ADDRESSES).map(([id, to]) => ({ words: pages[id as SitePage], to }));
  return (
    <>
      <PageHead title={pages[page]} lead={leads[page]} actions={actions} />
      <PageTabs label={pagesOfSite} tabs={tabs} />
    </>
  );
}
