/** Tabs that are pages of their own, with an address each; and tabs within a page. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

interface PageTab {
  readonly words: string;
  /** Below the console. */
  readonly to: string;
}

export function PageTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PageTab[] }) {
  return (
    <nav className="c-tabs" aria-label={label}>
      {tabs.map(({ words, to }) => (
        <Link key={to} to={`/${to}`} className="c-tab" activeOptions={{ exact: true, includeSearch: false }}>
          {words}
        </Link>
      ))}
    </nav>
  );
}

interface TabInPage {
  readonly id: string;
  readonly words: string;
  readonly content: ReactNode;
}

export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly TabInPage[] }) {
  return (
    <AriaTabs>
      <TabList className="c-tabs" aria-label={label}>
        {tabs.map(({ id, words }) => (
          <Tab key={id} id={id} className="c-tab">
            {words}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="c-tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
