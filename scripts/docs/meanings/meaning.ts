/** What each element of the interface means, by its name; where a name has several meanings, by its type too. */
import { PEOPLE } from './people.ts';
import { REQUESTS } from './requests.ts';
import { SESSIONS } from './sessions.ts';
import { SITE_NAVIGATION } from './site-navigation.ts';
import { SITES } from './sites.ts';
import { SWITCHES } from './switches.ts';
import { TELEPHONY } from './telephony.ts';

export const GLOSSARIES: readonly Readonly<Record<string, string>>[] = [
  REQUESTS,
  PEOPLE,
  SESSIONS,
  SWITCHES,
  TELEPHONY,
  SITES,
  SITE_NAVIGATION,
];

const MEANINGS = new Map(GLOSSARIES.flatMap((glossary) => Object.entries(glossary)));

/** @param type such as `use:userType`; the way within it leads to elements of groups */
export function meaningOf(type: string, way: string): string | undefined {
  const name = way.slice(way.lastIndexOf('/') + 1);
  return MEANINGS.get(`${type}/${way}`) ?? MEANINGS.get(name);
}
