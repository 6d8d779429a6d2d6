/**
 * What each element of the interface means, by its name; where a name has several meanings, by its type too. Every
 * other file of this folder is one glossary. The manual and the test tool tell it; no call needs it.
 */
import { EVENTS } from './events.ts';
import { HISTORY } from './history.ts';
import { LABS } from './labs.ts';
import { PEOPLE } from './people.ts';
import { RECORDINGS } from './recordings.ts';
import { REQUESTS } from './requests.ts';
import { SALES } from './sales.ts';
import { SESSIONS } from './sessions.ts';
import { SITE_NAVIGATION } from './site-navigation.ts';
import { SITES } from './sites.ts';
import { SUPPORT } from './support.ts';
import { SWITCHES } from './switches.ts';
import { TELEPHONY } from './telephony.ts';
import { TESTS } from './tests.ts';
import { TRAININGS } from './training.ts';
import { WEB_ACD } from './web-acd.ts';

type Glossary = Readonly<Record<string, string>>;

export const GLOSSARIES: readonly Glossary[] = [
  EVENTS,
  HISTORY,
  LABS,
  PEOPLE,
  RECORDINGS,
  REQUESTS,
  SALES,
  SESSIONS,
  SITE_NAVIGATION,
  SITES,
  SUPPORT,
  SWITCHES,
  TELEPHONY,
  TESTS,
  TRAININGS,
  WEB_ACD,
];

const MEANINGS = new Map(GLOSSARIES.flatMap((glossary) => Object.entries(glossary)));

/** @param type such as `use:userType`; the way within it leads to elements of groups */
export function meaningOf(type: string, way: string): string | undefined {
  const name = way.slice(way.lastIndexOf('/') + 1);
  return MEANINGS.get(`${type}/${way}`) ?? MEANINGS.get(name);
}
