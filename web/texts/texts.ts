/**
 * The catalogue of every text that a page shows, for each kind of session. A further language is a further file of
 * the same shape.
 */
import { createContext, useContext } from 'react';
import type { Page, SessionNoun } from '../../src/browser/pages/page-data.ts';
import { en, english } from './en.ts';
import { WORDS } from './en-words.ts';

export type Texts = typeof en;

type ByKind = Readonly<Record<SessionNoun, Texts>>;

const ENGLISH: ByKind = {
  meeting: en,
  training: english(WORDS.training),
  event: english(WORDS.event),
  support: english(WORDS.support),
  sales: english(WORDS.sales),
};

const LANGUAGES = new Map<string, ByKind>([['en', ENGLISH]]);

const DEFAULT = 'en';

/** The language that is shown when `lang` is asked for: BCP 47, with or without a region. */
export function languageFor(lang: string | undefined): string {
  const base = lang?.split('-', 1)[0]?.toLowerCase() ?? DEFAULT;
  return LANGUAGES.has(base) ? base : DEFAULT;
}

/** A page about a session has the words of its kind. */
export function textsOf({ lang, content }: Page): Texts {
  const byKind = LANGUAGES.get(languageFor(lang)) ?? ENGLISH;
  return byKind[('session' in content && content.session?.kind) || 'meeting'];
}

export const TextsContext = createContext<Texts>(en);

export function useTexts(): Texts {
  return useContext(TextsContext);
}
