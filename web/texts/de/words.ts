/** What each kind of session is called in German, with the cases that the sentences need. */
import type { SessionNoun } from '../../../src/browser/pages/session-view-data.ts';

interface Words {
  /** Without an article: `Meeting starten`. */
  readonly short: string;
  /** As who does something, and as whom something is done to: `das Meeting`. */
  readonly the: string;
  readonly this: string;
  /** `mit diesem Meeting`. */
  readonly withThis: string;
  /** `der Host des Meetings`. */
  readonly ofThe: string;
  readonly ofThis: string;
  /** `im Meeting`. */
  readonly inThe: string;
  /** `zum Meeting`. */
  readonly toThe: string;
  readonly about: string;
  readonly number: string;
  readonly password: string;
  /** What those who speak are invited for. */
  readonly speaking: string;
}

const neuter = (noun: string, genitive: string) => ({
  the: `das ${noun}`,
  this: `dieses ${noun}`,
  withThis: `diesem ${noun}`,
  ofThe: `des ${genitive}`,
  ofThis: `dieses ${genitive}`,
  inThe: `im ${noun}`,
  toThe: `zum ${noun}`,
  about: `Zu diesem ${noun}`,
});

const feminine = (noun: string) => ({
  the: `die ${noun}`,
  this: `diese ${noun}`,
  withThis: `dieser ${noun}`,
  ofThe: `der ${noun}`,
  ofThis: `dieser ${noun}`,
  inThe: `in der ${noun}`,
  toThe: `zur ${noun}`,
  about: `Zu dieser ${noun}`,
});

const TALK = 'zum Vortragen';

const WORDS: Readonly<Record<SessionNoun, Words>> = {
  meeting: {
    short: 'Meeting',
    number: 'Meeting-Nummer',
    password: 'Meeting-Passwort',
    speaking: TALK,
    ...neuter('Meeting', 'Meetings'),
  },
  training: {
    short: 'Schulung',
    number: 'Schulungsnummer',
    password: 'Schulungspasswort',
    speaking: TALK,
    ...feminine('Schulung'),
  },
  event: {
    short: 'Veranstaltung',
    number: 'Veranstaltungsnummer',
    password: 'Veranstaltungspasswort',
    speaking: 'für das Podium',
    ...feminine('Veranstaltung'),
  },
  support: {
    short: 'Sitzung',
    number: 'Sitzungsnummer',
    password: 'Sitzungspasswort',
    speaking: TALK,
    ...feminine('Support-Sitzung'),
  },
  sales: {
    short: 'Gespräch',
    number: 'Gesprächsnummer',
    password: 'Gesprächspasswort',
    speaking: TALK,
    ...neuter('Verkaufsgespräch', 'Verkaufsgesprächs'),
  },
};

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Texts that have the words of a kind of session in them. */
export function about<T>(texts: (words: Words) => T): (kind: SessionNoun) => T {
  return (kind) => texts(WORDS[kind]);
}
