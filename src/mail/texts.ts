/** Every text of every mail, one catalogue a language. English stands in for those that we do not speak. */
import { languageOfId, type SpokenLanguage } from '../language.ts';
import { describe } from '../sessions/recurrence/describe.ts';
import type { Series } from '../sessions/recurrence/series-starts.ts';
import type { ServiceType } from '../sites/service-type.ts';
import { nameWithDst, type TimeZone } from '../time/time-zones.ts';
import { GERMAN } from './texts-de.ts';

/**
 * What a mail is about. `scheduled`, `changed` and `reminder` go to the host, the others to whom their name says;
 * `thanks` goes to those who were there, `missed` to those who were not.
 */
export const MAIL_KINDS = [
  'scheduled',
  'invitation',
  'alternateHost',
  'presenter',
  'panelist',
  'changed',
  'update',
  'cancelled',
  'removed',
  'registrationRequest',
  'registrationPending',
  'registrationAccepted',
  'registrationRejected',
  'reminder',
  'attendeeReminder',
  'thanks',
  'missed',
  'lobby',
  'entered',
  'welcome',
  'passwordReset',
  'emailConfirmation',
  'recordingShared',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Names that stand in a sentence. */
export interface Names {
  /** The session's or the personal room's. */
  readonly topic: string;
  readonly host: string;
  readonly noun: string;
  /** Registering, by the word of the service. */
  readonly registering: Registering;
  /** Whoever registered or waits, or the new account. */
  readonly person: string;
  readonly siteName: string;
}

/** People register for a training session, and enrol in an event. */
export interface Registering {
  readonly noun: string;
  /** With its preposition. */
  readonly verb: string;
  readonly done: string;
}

export interface Texts {
  /** For dates and times. */
  readonly locale: string;
  readonly nouns: Readonly<Record<ServiceType, string>>;
  readonly registering: (service: ServiceType) => Registering;
  readonly subject: Readonly<Record<MailKind, (names: Names) => string>>;
  readonly opening: Readonly<Record<MailKind, (names: Names) => string>>;
  readonly labels: {
    readonly topic: string;
    readonly when: string;
    /** In the zone of the session, where the reader has another. */
    readonly itsTime: string;
    readonly repeats: string;
    readonly host: string;
    readonly dates: string;
    readonly number: Readonly<Record<ServiceType, string>>;
    readonly panelistPassword: string;
    readonly panelists: string;
    readonly description: string;
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
  /** For the host: in the place of `join`, and what they can do besides. */
  readonly start: (names: Names) => string;
  readonly edit: string;
  readonly cancel: (names: Names) => string;
  readonly register: (names: Names) => string;
  /** Where the host accepts and rejects. */
  readonly registrations: string;
  readonly enterRoom: string;
  readonly signIn: string;
  readonly newPassword: string;
  readonly resetExpires: string;
  readonly welcomeExpires: string;
  readonly watchRecording: string;
  readonly confirmEmail: string;
  readonly confirmationExpires: string;
  readonly addToCalendar: string;
  readonly passwordFromHost: string;
  readonly openAnyTime: string;
  readonly between: (date: string, from: string, to: string) => string;
  readonly betweenDays: (from: string, to: string) => string;
  readonly inZone: (text: string, zone: string) => string;
  readonly zoneName: (zone: TimeZone, at: number) => string;
  /** A repeat in a sentence, without a full stop. */
  readonly repeats: (series: Pick<Series, 'repeat'>) => string;
}

const ENGLISH: Texts = {
  locale: 'en-US',
  nouns: {
    MeetingCenter: 'meeting',
    EventCenter: 'event',
    TrainingCenter: 'training session',
    SupportCenter: 'support session',
    SalesCenter: 'sales session',
  },
  registering: (service) =>
    service === 'EventCenter'
      ? { noun: 'enrolment', verb: 'enrol in', done: 'enrolled in' }
      : { noun: 'registration', verb: 'register for', done: 'registered for' },
  subject: {
    scheduled: ({ topic }) => `Scheduled: ${topic}`,
    invitation: ({ topic }) => `Invitation: ${topic}`,
    alternateHost: ({ topic }) => `Invitation as alternate host: ${topic}`,
    presenter: ({ topic }) => `Invitation as presenter: ${topic}`,
    panelist: ({ topic }) => `Invitation as panelist: ${topic}`,
    changed: ({ topic }) => `Changed: ${topic}`,
    update: ({ topic }) => `Updated: ${topic}`,
    cancelled: ({ topic }) => `Cancelled: ${topic}`,
    removed: ({ topic }) => `No longer invited: ${topic}`,
    registrationRequest: ({ topic, person, registering }) =>
      `${capital(registering.noun)} request from ${person}: ${topic}`,
    registrationPending: ({ topic, registering }) => `${capital(registering.noun)} received: ${topic}`,
    registrationAccepted: ({ topic, registering }) => `${capital(registering.noun)} approved: ${topic}`,
    registrationRejected: ({ topic, registering }) => `${capital(registering.noun)} not approved: ${topic}`,
    reminder: ({ topic }) => `Reminder: ${topic}`,
    attendeeReminder: ({ topic }) => `Reminder: ${topic}`,
    thanks: ({ topic }) => `Thank you for coming: ${topic}`,
    missed: ({ topic }) => `We missed you: ${topic}`,
    lobby: ({ topic, person }) => `${person} is waiting in the lobby: ${topic}`,
    entered: ({ topic, person }) => `${person} has come in: ${topic}`,
    welcome: ({ siteName }) => `Welcome to ${siteName}`,
    passwordReset: ({ siteName }) => `A new password for ${siteName}`,
    emailConfirmation: ({ siteName }) => `Confirm your e-mail address on ${siteName}`,
    recordingShared: ({ host, topic }) => `${host} has shared a recording with you: ${topic}`,
  },
  opening: {
    scheduled: ({ noun }) => `Your ${noun} has been scheduled.`,
    invitation: ({ noun, host }) => `${host} invites you to ${aOrAn(noun)}.`,
    alternateHost: ({ noun, host }) => `${host} has made you an alternate host of ${aOrAn(noun)}.`,
    presenter: ({ noun, host }) => `${host} invites you as a presenter to ${aOrAn(noun)}.`,
    panelist: ({ noun, host }) => `${host} invites you as a panelist to ${aOrAn(noun)}.`,
    changed: ({ noun }) => `Your ${noun} has been changed.`,
    update: ({ noun, host }) => `${host} has changed ${aOrAn(noun)} that you are invited to.`,
    cancelled: ({ noun }) => `This ${noun} has been cancelled.`,
    removed: ({ noun, host }) => `${host} has taken you off the list of ${aOrAn(noun)}.`,
    registrationRequest: ({ noun, person, registering }) =>
      `${person} has asked to ${registering.verb} your ${noun}.`,
    registrationPending: ({ noun, registering }) =>
      `We have received your ${registering.noun} for this ${noun}. You will hear from us when the host has decided.`,
    registrationAccepted: ({ noun, registering }) => `You are ${registering.done} this ${noun}.`,
    registrationRejected: ({ noun, registering }) =>
      `Your ${registering.noun} for this ${noun} has not been approved.`,
    reminder: ({ noun }) => `This ${noun} is about to start.`,
    attendeeReminder: ({ noun }) => `We remind you of this ${noun}, which takes place soon.`,
    thanks: ({ noun }) => `Thank you for coming to this ${noun}.`,
    missed: ({ noun }) => `This ${noun} took place without you. We are sorry that you could not come.`,
    lobby: ({ person }) => `${person} is waiting in the lobby of your personal room.`,
    entered: ({ person }) => `${person} has come into your personal room.`,
    welcome: ({ person, siteName }) => `Hello ${person}, an account on ${siteName} has been made for you.`,
    passwordReset: ({ person, siteName }) =>
      `Hello ${person}, somebody (you, we hope) has asked for a new password on ${siteName}.`,
    emailConfirmation: ({ siteName }) =>
      `This address has been given for an account on ${siteName}. It counts for invitations when you confirm it.`,
    recordingShared: ({ person, host, topic }) =>
      `Hello ${person}, ${host} has shared the recording "${topic}" with you. Sign in to watch it.`,
  },
  labels: {
    topic: 'Topic',
    when: 'When',
    itsTime: 'Time of the host',
    repeats: 'Repeats',
    host: 'Host',
    dates: 'Dates',
    number: {
      MeetingCenter: 'Meeting number',
      TrainingCenter: 'Session number',
      EventCenter: 'Event number',
      SupportCenter: 'Session number',
      SalesCenter: 'Session number',
    },
    panelistPassword: 'Panelist password',
    panelists: 'Panelists',
    description: 'Description',
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
  start: ({ noun }) => `Start the ${noun}`,
  edit: 'Edit',
  cancel: ({ noun }) => `Cancel the ${noun}`,
  register: ({ noun, registering }) => `${capital(registering.verb)} the ${noun}`,
  registrations: 'Accept or reject',
  enterRoom: 'Enter your personal room',
  signIn: 'Sign in',
  newPassword: 'Choose a new password',
  welcomeExpires: 'The link to choose a password works once, within 7 days.',
  resetExpires:
    'The link works once, for half an hour. If it was not you who asked, there is nothing to do: your password stays.',
  watchRecording: 'Watch the recording',
  confirmEmail: 'Confirm this address',
  confirmationExpires:
    'The link works once, for three days. If you have no account there, there is nothing to do: the address is not used.',
  addToCalendar: 'Add to calendar',
  passwordFromHost: 'Ask the host for the password.',
  openAnyTime: 'Open at any time',
  between: (date, from, to) => `${date}, ${from} – ${to}`,
  betweenDays: (from, to) => `${from} – ${to}`,
  inZone: (text, zone) => `${text}, ${zone}`,
  zoneName: nameWithDst,
  repeats: describe,
};

function aOrAn(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

const CATALOGUES: Readonly<Record<SpokenLanguage, Texts>> = { en: ENGLISH, de: GERMAN };

/** @param languageID of `src/time/languages.ts` */
export function textsIn(languageID: number): Texts {
  return textsFor(languageOfId(languageID) ?? 'en');
}

export function textsFor(language: SpokenLanguage): Texts {
  return CATALOGUES[language];
}
