/** The catalogue of every text that a page shows. A further language is a further file of the same shape. */
import { createContext, useContext } from 'react';
import { en } from './en.ts';

export type Texts = typeof en;

const LANGUAGES = new Map<string, Texts>([['en', en]]);

const DEFAULT = 'en';

/** The language that is shown when `lang` is asked for: BCP 47, with or without a region. */
export function languageFor(lang: string | undefined): string {
  const base = lang?.split('-', 1)[0]?.toLowerCase() ?? DEFAULT;
  return LANGUAGES.has(base) ? base : DEFAULT;
}

export function texts(lang: string | undefined): Texts {
  return LANGUAGES.get(languageFor(lang)) ?? en;
}

export const TextsContext = createContext<Texts>(en);

export function useTexts(): Texts {
  return useContext(TextsContext);
}
