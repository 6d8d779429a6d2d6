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
