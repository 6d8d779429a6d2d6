/** The languages that pages and mails speak. */

/** The first is spoken where nobody has said otherwise. */
export const LANGUAGES = ['en', 'de'] as const;

export type SpokenLanguage = (typeof LANGUAGES)[number];

export const ENGLISH: SpokenLanguage = 'en';

/** @param tag BCP 47, with or without a region, in any letter case: `de-AT` */
export function languageOf(tag: string | undefined): SpokenLanguage | undefined {
  const base = tag?.split(/[-_]/, 1)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === base);
}

/** Of the interface's languageIDs (`src/time/languages.ts`) those that we speak: English of two countries, German. */
const BY_ID: ReadonlyMap<number, SpokenLanguage> = new Map([
  [1, 'en'],
  [2, 'en'],
  [9, 'de'],
]);

export function languageOfId(languageID: number): SpokenLanguage | undefined {
  return BY_ID.get(languageID);
}

/** The languageID of what is chosen by its name. */
export const LANGUAGE_IDS: Readonly<Record<SpokenLanguage, number>> = { en: 1, de: 9 };

/** For dates and numbers, where nothing nearer is known. */
const LOCALES: Readonly<Record<SpokenLanguage, string>> = { en: 'en-US', de: 'de-DE' };

export function localeOf(language: SpokenLanguage): string {
  return LOCALES[language];
}

/**
 * What a browser asks for, of what we speak.
 * @param header Accept-Language
 */
export function languageAsked(header: string | undefined): SpokenLanguage | undefined {
  let best: { readonly language: SpokenLanguage; readonly weight: number } | undefined;
  for (const entry of (header ?? '').slice(0, LONGEST_HEADER).split(',')) {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const language = languageOf(tag);
    if (!language) continue;
    const said = parameters.find((one) => one.startsWith('q='))?.slice('q='.length);
    const weight = said === undefined ? 1 : Number(said);
    if (weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language;
}

const LONGEST_HEADER = 1_000;
