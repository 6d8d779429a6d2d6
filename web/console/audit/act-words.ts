/** An act in words: "Account changed". */
import { areaTexts } from '../texts/console-texts.ts';

/** Of one that is newer than the words its own name. */
export function actWords(act: string): string {
  const { nouns, deeds }: Words = areaTexts('audit');
  const [noun = '', deed = ''] = act.split('.');
  const [what, done] = [nouns[noun], deeds[deed]];
  return what && done ? `${what} ${done}` : act;
}

export function nounWords(noun: string): string {
  const { nouns }: Words = areaTexts('audit');
  return nouns[noun] ?? noun;
}

interface Words {
  readonly nouns: Readonly<Record<string, string>>;
  readonly deeds: Readonly<Record<string, string>>;
}
