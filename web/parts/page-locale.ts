/** In the browser: how dates and numbers are written on this page. */
import { languageOf } from '../../src/language.ts';

/** Of the kinds of the page's language the one that the reader likes best: `en-GB` on an English page. */
export function pageLocale(): string {
  const { lang } = document.documentElement;
  return navigator.languages.find((tag) => languageOf(tag) === lang) ?? lang;
}
