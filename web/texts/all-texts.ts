/** All texts in all languages, as the server has them. */
import type { Page } from '../../src/browser/pages/page-data.ts';
import type { SessionNoun } from '../../src/browser/pages/session-view-data.ts';
import { ENGLISH, languageOf, type SpokenLanguage } from '../../src/language.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { type Area, type Catalogue, COMMON, kindOfSession, type Texts, textsFrom } from './texts.ts';

export const CATALOGUES: Readonly<Record<SpokenLanguage, Catalogue>> = { en, de };

/** They are made once for each set of areas that a page shows. */
const made = new Map<string, Texts>();

/** As the page is going to have them in the browser: those of the areas alone. */
export function textsOf(page: Page, areas: readonly Area[]): Texts {
  const kind = kindOfSession(page);
  const language = languageOfPage(page);
  const key = [language, kind, ...areas].join(' ');
  const known = made.get(key);
  if (known) return known;
  const texts = textsIn(language, kind, areas);
  made.set(key, texts);
  return texts;
}

export function textsIn(language: SpokenLanguage, kind: SessionNoun, areas: readonly Area[]): Texts {
  const catalogue = CATALOGUES[language];
  return textsFrom(
    [COMMON, ...areas].map((area) => catalogue[area as Area]),
    kind,
  );
}

export function languageOfPage({ lang }: Page): SpokenLanguage {
  return languageOf(lang) ?? ENGLISH;
}
