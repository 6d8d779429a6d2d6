/**
 * The catalogue of every text that a page shows, for each language and kind of session. It is in areas, each a file of
 * every language: a view declares those that it shows, and in the browser its page loads these alone.
 */
import { createContext, useContext } from 'react';
import type { Page } from '../../src/browser/pages/page-data.ts';
import type { SessionNoun } from '../../src/browser/pages/session-view-data.ts';
import type { en } from './en/index.ts';

export type Area = keyof typeof en;

/** What a file of an area exports as `texts`. */
export type TextsOf<A extends Area> = (kind: SessionNoun) => ReturnType<(typeof en)[A]>;

export type Catalogue = { readonly [A in Area]: TextsOf<A> };

type All<T> = (T extends unknown ? (all: T) => void : never) extends (all: infer Every) => void
  ? Every
  : never;

/** Those of the areas that a page has not declared are not there; a test holds that no view misses any. */
export type Texts = All<ReturnType<(typeof en)[Area]>>;

/** What every page shows. */
export const COMMON: Area = 'common';

/** A page about a session has the words of its kind. */
export function kindOfSession({ content }: Page): SessionNoun {
  return ('session' in content && content.session?.kind) || 'meeting';
}

/** @param areas what the files of the page's areas export */
export function textsFrom(areas: readonly Catalogue[Area][], kind: SessionNoun): Texts {
  return Object.assign({}, ...areas.map((texts) => texts(kind))) as Texts;
}

const TextsContext = createContext<Texts | undefined>(undefined);

export const TextsProvider = TextsContext.Provider;

/** @throws Error outside a page */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('there are no texts here');
  return texts;
}
