/** The texts of registering, and of what hosts do with it. */
import { about } from './words.ts';

const REGISTRATION_LABELS = new Map([
  ['numEmployees', 'Number of employees'],
  ['phone', 'Telephone'],
  ['company', 'Company'],
  ['title', 'Job title'],
  ['numEmployees', 'Number of employees'],
  ['futureInfo', 'Tell me about future events'],
  ['address1', 'Address'],
  ['address2', 'Address, second line'],
  ['city', 'City'],
  ['state', 'State or province'],
  ['zip', 'Postal code'],
  ['postalCode', 'Postal code'],
  ['country', 'Country or region'],
  ['question', 'Question'],
]);

export const texts = about((words) => ({
  register: {
    heading: words.register,
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail address',
    password: 'Password that the host has given you',
    needsApproval: 'The host decides who takes part. You get a message when you are accepted.',
    submit: words.register,
    more: 'More about you, optional',
    futureInfo: 'News',
    futureInfoYes: 'Tell me about events to come',
    label: (word: string): string => REGISTRATION_LABELS.get(word) ?? word,
  },
  registered: {
    accepted: `You are ${words.registered}`,
    acceptedLead: 'Keep your registration ID. You need it to join.',
    pending: `Your ${words.registration} waits for approval`,
    pendingLead: 'The host decides who takes part. You get a message when you are accepted.',
    rejected: `Your ${words.registration} was not accepted`,
    rejectedLead: 'The host has not accepted it. Ask the host if you think that this is a mistake.',
    closed: `${words.registrations} are closed`,
    closedLead: `Nobody else can ${words.register.toLowerCase()} any more. Ask the host if you want to take part.`,
    full: 'All places are taken',
    fullLead: 'Nobody else can take part. Ask the host whether a place is free later.',
    registrationID: 'Registration ID',
    join: `Go to the ${words.noun}`,
  },
  registrants: {
    heading: words.registrations,
    none: `Nobody has ${words.registered} yet.`,
    waiting: 'Waiting',
    registeredAt: (when: string): string =>
      `${words.registered.replace(/^./, (first) => first.toUpperCase())} ${when}`,
    acceptAll: 'Accept all who wait',
    download: 'Save as CSV',
    accept: 'Accept',
    reject: 'Reject',
    acceptName: (name: string): string => `Accept ${name}`,
    rejectName: (name: string): string => `Reject ${name}`,
    back: `Back to the ${words.noun}`,
    states: { accepted: 'Accepted', pending: 'Waits', rejected: 'Rejected' },
  },
}));
