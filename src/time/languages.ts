// The languages of the interface (languageID, language) and the locale that goes with each.

export type Language = {
  /** The languageID: the place in the schema's list, counted from 1 (1, 3 and 9 recorded, the others by place). */
  readonly id: number;
  /** As the schema spells it: `BRAZILIAN PORTUGUESE`. */
  readonly name: string;
  /** The locale of an account that named none. */
  readonly locale: string;
};

/** The language of a site or account that named none. */
export const DEFAULT_LANGUAGE = language(1, 'ENGLISH', 'U.S.');

// Only `U.S.` with ENGLISH and `GERMANY` with GERMAN are recorded (2016). The other locales are our inference
// from these two: the country that the language's name points at, in English and in capitals.
export const LANGUAGES: readonly Language[] = [
  DEFAULT_LANGUAGE,
  language(2, 'INTERNATIONAL ENGLISH', 'U.K.'),
  language(3, 'SIMPLIFIED CHINESE', 'CHINA'),
  language(4, 'TRADITIONAL CHINESE', 'TAIWAN'),
  language(5, 'JAPANESE', 'JAPAN'),
  language(6, 'KOREAN', 'KOREA'),
  language(7, 'FRENCH', 'FRANCE'),
  language(8, 'CANADIAN FRENCH', 'CANADA'),
  language(9, 'GERMAN', 'GERMANY'),
  language(10, 'ITALIAN', 'ITALY'),
  language(11, 'CASTILIAN SPANISH', 'SPAIN'),
  language(12, 'LATIN AMERICAN SPANISH', 'MEXICO'),
  language(13, 'SWEDISH', 'SWEDEN'),
  language(14, 'DUTCH', 'NETHERLANDS'),
  language(15, 'BRAZILIAN PORTUGUESE', 'BRAZIL'),
  language(16, 'PORTUGUESE', 'PORTUGAL'),
  language(17, 'SPANISH', 'SPAIN'),
];

/** The locales seen in real answers; a locale is free text, so others are possible. */
export const RECORDED_LOCALES: readonly string[] = ['U.S.', 'GERMANY'];

const BY_NAME = new Map(LANGUAGES.map((language) => [language.name, language]));

export function languageById(id: number): Language | undefined {
  return LANGUAGES[id - 1];
}

/** The language of a name in any case, with any white space between and around the words. */
export function languageByName(name: string): Language | undefined {
  return BY_NAME.get(name.trim().replace(/\s+/g, ' ').toUpperCase());
}

function language(id: number, name: string, locale: string): Language {
  return { id, name, locale };
}
