/** Every text of every mail, one catalogue a language. English is the only one so far, and stands in for others. */
import type { ServiceType } from '../sites/service-type.ts';

/** What a mail is about. `scheduled` and `changed` go to the host, the others to whom their name says. */
export const MAIL_KINDS = [
  'scheduled',
  'invitation',
  'alternateHost',
  'changed',
  'update',
  'cancelled',
  'removed',
  'registrationRequest',
  'registrationPending',
  'registrationAccepted',
  'registrationRejected',
  'reminder',
  'lobby',
  'welcome',
  'passwordReset',
  'emailConfirmation',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Names that stand in a sentence. */
export interface Names {
  /** The session's or the personal room's. */
  readonly topic: string;
  readonly host: string;
  readonly noun: string;
  /** Whoever registered or waits, or the new account. */
  readonly person: string;
  readonly siteName: string;
}

export interface Texts {
  /** For dates and times. */
  readonly locale: string;
  readonly nouns: Readonly<Record<ServiceType, string>>;
  readonly subject: Readonly<Record<MailKind, (names: Names) => string>>;
  readonly opening: Readonly<Record<MailKind, (names: Names) => string>>;
  readonly labels: {
    readonly topic: string;
    readonly when: string;
    readonly repeats: string;
    readonly host: string;
    readonly number: string;
    readonly password: string;
    readonly audioPassword: string;
    readonly registrationID: string;
    readonly agenda: string;
    readonly location: string;
    readonly phone: string;
    readonly globalCallIn: string;
    readonly tollFreeRestrictions: string;
    readonly webExId: string;
    readonly personalRoom: string;
    readonly email: string;
  };
  /** Of the links; `join` stands above the address of a session. */
  readonly join: (names: Names) => string;
  readonly register: (names: Names) => string;
  /** Where the host accepts and rejects. */
  readonly registrations: string;
  readonly enterRoom: string;
  readonly signIn: string;
  readonly newPassword: string;
  readonly resetExpires: string;
  readonly welcomeExpires: string;
  readonly confirmEmail: string;
  readonly confirmationExpires: string;
  readonly addToCalendar: string;
  readonly passwordFromHost: string;
  readonly openAnyTime: string;
  readonly between: (date: string, from: string, to: string) => string;
  readonly betweenDays: (from: string, to: string) => string;
  readonly inZone: (text: string, zone: string) => string;
}

const ENGLISH: Texts = {
  locale: 'en-US',
  nouns: {
    MeetingCenter: 'meeting',
    EventCenter: 'event',
    TrainingCenter: 'training session',
    SupportCenter: 'support session',
    SalesCenter: 'sales meeting',
  },
  subject: {
    scheduled: ({ topic }) => `Scheduled: ${topic}`,
    invitation: ({ topic }) => `Invitation: ${topic}`,
    alternateHost: ({ topic }) => `Invitation as alternate host: ${topic}`,
    changed: ({ topic }) => `Changed: ${topic}`,
    update: ({ topic }) => `Updated: ${topic}`,
    cancelled: ({ topic }) => `Cancelled: ${topic}`,
    removed: ({ topic }) => `No longer invited: ${topic}`,
    registrationRequest: ({ topic, person }) => `Registration request from ${person}: ${topic}`,
    registrationPending: ({ topic }) => `Registration received: ${topic}`,
    registrationAccepted: ({ topic }) => `Registration approved: ${topic}`,
    registrationRejected: ({ topic }) => `Registration not approved: ${topic}`,
    reminder: ({ topic }) => `Reminder: ${topic}`,
    lobby: ({ topic, person }) => `${person} is waiting in the lobby: ${topic}`,
    welcome: ({ siteName }) => `Welcome to ${siteName}`,
    passwordReset: ({ siteName }) => `A new password for ${siteName}`,
    emailConfirmation: ({ siteName }) => `Confirm your e-mail address on ${siteName}`,
  },
  opening: {
    scheduled: ({ noun }) => `Your ${noun} has been scheduled.`,
    invitation: ({ noun, host }) => `${host} invites you to a ${noun}.`,
    alternateHost: ({ noun, host }) => `${host} has made you an alternate host of a ${noun}.`,
    changed: ({ noun }) => `Your ${noun} has been changed.`,
    update: ({ noun, host }) => `${host} has changed a ${noun} that you are invited to.`,
    cancelled: ({ noun }) => `This ${noun} has been cancelled.`,
    removed: ({ noun, host }) => `${host} has taken you off the list of a ${noun}.`,
    registrationRequest: ({ noun, person }) => `${person} has asked to register for your ${noun}.`,
    registrationPending: ({ noun }) =>
      `Your registration for this ${noun} has been received. You will hear from us when the host has decided.`,
    registrationAccepted: ({ noun }) => `You are registered for this ${noun}.`,
    registrationRejected: ({ noun }) => `Your registration for this ${noun} has not been approved.`,
    reminder: ({ noun }) => `This ${noun} is about to start.`,
    lobby: ({ person }) => `${person} is waiting in the lobby of your personal room.`,
    welcome: ({ person, siteName }) => `Hello ${person}, an account on ${siteName} has been made for you.`,
    passwordReset: ({ person, siteName }) =>
      `Hello ${person}, somebody (you, we hope) has asked for a new password on ${siteName}.`,
    emailConfirmation: ({ siteName }) =>
      `This address has been given for an account on ${siteName}. It counts for invitations when you confirm it.`,
  },
  labels: {
    topic: 'Topic',
    when: 'When',
    repeats: 'Repeats',
    host: 'Host',
    number: 'Meeting number',
    password: 'Password',
    audioPassword: 'Audio password',
    registrationID: 'Registration ID',
    agenda: 'Agenda',
    location: 'Location',
    phone: 'Phone',
    globalCallIn: 'Global call-in numbers',
    tollFreeRestrictions: 'Toll-free calling restrictions',
    webExId: 'User name',
    personalRoom: 'Personal room',
    email: 'E-mail',
  },
  join: ({ noun }) => `Join the ${noun}`,
  register: ({ noun }) => `Register for the ${noun}`,
  registrations: 'Accept or reject',
  enterRoom: 'Enter your personal room',
  signIn: 'Sign in',
  newPassword: 'Choose a new password',
  welcomeExpires: 'The link to choose a password works once, within 7 days.',
  resetExpires:
    'The link works once, for half an hour. If it was not you who asked, there is nothing to do: your password stays.',
  confirmEmail: 'Confirm this address',
  confirmationExpires:
    'The link works once, for three days. If you have no account there, there is nothing to do: the address is not used.',
  addToCalendar: 'Add to calendar',
  passwordFromHost: 'Ask the host for the password.',
  openAnyTime: 'Open at any time',
  between: (date, from, to) => `${date}, ${from} – ${to}`,
  betweenDays: (from, to) => `${from} – ${to}`,
  inZone: (text, zone) => `${text}, ${zone}`,
};

/** By languageID (src/time/languages.ts). */
const CATALOGUES: ReadonlyMap<number, Texts> = new Map([[1, ENGLISH]]);

export function textsIn(languageID: number): Texts {
  return CATALOGUES.get(languageID) ?? ENGLISH;
}
