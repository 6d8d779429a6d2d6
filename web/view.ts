/**
 * A view: what a kind of page shows, and what the browser's list of windows calls it. It stands in the file of its
 * kind's name below `web/pages/`, as the export `view`; nothing else names it.
 */
import type { FunctionComponent } from 'react';
import type { Page, PageContent, Visitor } from '../src/browser/pages/page-data.ts';
import type { Area, Texts } from './texts/texts.ts';

export type PageKind = PageContent['page'];
export type ContentOf<K extends PageKind> = Extract<PageContent, { readonly page: K }>;

/** Beside the content: which site it is, and who is signed in to it in this browser. */
export interface WhoVisits {
  readonly visitor?: Visitor | undefined;
  readonly site?: Page['site'];
}

export interface View<K extends PageKind> {
  /** Of the catalogue: what the view shows, and all that it is made of; those of every page aside. */
  readonly areas: readonly Area[];
  readonly title: (content: ContentOf<K>, texts: Texts) => string;
  readonly Content: FunctionComponent<ContentOf<K> & WhoVisits>;
}

/** A view whose kind is known when its page is. */
export interface AnyView {
  readonly areas: readonly Area[];
  readonly title: (content: PageContent, texts: Texts) => string;
  readonly Content: FunctionComponent<PageContent & WhoVisits>;
}

/** What a file of `web/pages/` exports. */
export interface ViewModule {
  readonly view: AnyView;
}

/** `./pages/room/room.tsx` holds the view of the kind `room`. */
export function kindOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.tsx'.length);
}
