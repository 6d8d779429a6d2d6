/** What each kind of session is called in English, and what people do who want to come. */
import type { SessionNoun } from '../../../src/browser/pages/session-view-data.ts';

export interface Words {
  /** `the meeting`. */
  readonly noun: string;
  readonly register: string;
  /** `a registration`. */
  readonly article: 'a' | 'an';
  readonly registration: string;
  readonly registrations: string;
  readonly registered: string;
  /** Who is written about as presenting. */
  readonly speaker: string;
}

const REGISTERING = {
  register: 'Register',
  article: 'a',
  registration: 'registration',
  registrations: 'Registrations',
  registered: 'registered',
} as const;

const ENROLLING = {
  register: 'Enrol',
  article: 'an',
  registration: 'enrolment',
  registrations: 'Enrolments',
  registered: 'enrolled',
} as const;

export const WORDS: Readonly<Record<SessionNoun, Words>> = {
  meeting: { noun: 'meeting', speaker: 'presenter', ...REGISTERING },
  training: { noun: 'training session', speaker: 'presenter', ...REGISTERING },
  event: { noun: 'event', speaker: 'panelist', ...ENROLLING },
  support: { noun: 'support session', speaker: 'presenter', ...REGISTERING },
  sales: { noun: 'sales session', speaker: 'presenter', ...REGISTERING },
};

/** The last word alone stands where there is little room: `Join session`. */
export function short({ noun }: Words): string {
  return noun.slice(noun.lastIndexOf(' ') + 1);
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Texts that have the words of a kind of session in them. */
export function about<T>(texts: (words: Words) => T): (kind: SessionNoun) => T {
  return (kind) => texts(WORDS[kind]);
}
