/** What a setting is called and what it does, in the language of the page. */
import type { ShownSetting } from '../../../src/console/site/site-data.ts';
import { areaTexts } from '../texts/console-texts.ts';

export function wordsOfSetting({ path, title, meaning }: ShownSetting): {
  readonly title: string;
  readonly meaning: string;
} {
  const own = areaTexts('site').settings[path];
  return { title: own?.[0] ?? title, meaning: own?.[1] ?? meaning };
}
