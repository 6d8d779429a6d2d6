/**
 * An area of the console: its place in the navigation and its pages. It stands in `web/console/<area>/area.tsx` as the
 * export `area`; nothing else names it. Its texts are `texts/<language>/<area>.ts`.
 */
import type { FunctionComponent } from 'react';
import type { AreaOfTexts } from './texts/console-texts.ts';
import type { texts } from './texts/en/frame.ts';

/** The groups of the navigation, from top to bottom. */
export const NAV_GROUPS = ['top', 'people', 'integration', 'site', 'installation'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

export type NavItem = keyof (typeof texts)['nav'];

export interface ConsoleArea {
  readonly id: AreaOfTexts;
  readonly nav?: AreaInNav;
  /** Its pages are there where the server runs from its sources alone. */
  readonly inDevelopment?: true;
  readonly routes: readonly AreaRoute[];
}

export interface AreaInNav {
  readonly group: NavGroup;
  /** Within the group. */
  readonly order: number;
  /** Its name there: a word of the frame's texts. */
  readonly item: NavItem;
  /** Nobody else sees it. */
  readonly may?: 'owner';
}

export interface AreaRoute {
  /** Below the console, as TanStack Router has it: `sessions/$key`. The first of an area is where the navigation leads. */
  readonly path: string;
  readonly load: () => Promise<PageModule>;
}

/** A file of a page. It names itself with `PageHead`. */
export interface PageModule {
  readonly Page: FunctionComponent;
}
