/** The texts of registering, and of what hosts do with it. */
import type { texts as english } from '../en/registration.ts';
import { about } from './words.ts';

const REGISTRATION_LABELS = new Map([
  ['numEmployees', 'Zahl der Beschäftigten'],
  ['phone', 'Telefon'],
  ['fax', 'Fax'],
  ['company', 'Firma'],
  ['title', 'Position'],
  ['futureInfo', 'Über künftige Veranstaltungen informieren'],
  ['address1', 'Adresse'],
  ['address2', 'Adresse, zweite Zeile'],
  ['city', 'Ort'],
  ['state', 'Bundesland oder Kanton'],
  ['zip', 'Postleitzahl'],
  ['postalCode', 'Postleitzahl'],
  ['country', 'Land oder Region'],
  ['question', 'Frage'],
]);

export const texts: typeof english = about((words) => ({
  register: {
    heading: 'Registrieren',
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail-Adresse',
    password: 'Passwort, das Sie vom Host bekommen haben',
    needsApproval:
      'Der Host entscheidet, wer teilnimmt. Sie bekommen eine Nachricht, wenn Sie angenommen sind.',
    submit: 'Registrieren',
    more: 'Mehr über Sie (freiwillig)',
    futureInfo: 'Neuigkeiten',
    futureInfoYes: 'Über künftige Veranstaltungen informieren',
    label: (word: string): string => REGISTRATION_LABELS.get(word) ?? word,
  },
  registered: {
    accepted: 'Sie sind registriert',
    acceptedLead: 'Bewahren Sie Ihre Registrierungs-ID auf. Sie brauchen sie zum Teilnehmen.',
    pending: 'Ihre Registrierung wartet auf Freigabe',
    pendingLead:
      'Der Host entscheidet, wer teilnimmt. Sie bekommen eine Nachricht, wenn Sie angenommen sind.',
    rejected: 'Ihre Registrierung wurde nicht angenommen',
    rejectedLead: 'Der Host hat sie nicht angenommen. Fragen Sie nach, wenn Sie das für ein Versehen halten.',
    closed: 'Die Registrierung ist geschlossen',
    closedLead: 'Niemand kann sich mehr registrieren. Fragen Sie den Host, wenn Sie teilnehmen möchten.',
    full: 'Alle Plätze sind vergeben',
    fullLead: 'Niemand kann mehr teilnehmen. Fragen Sie den Host, ob später ein Platz frei wird.',
    registrationID: 'Registrierungs-ID',
    join: `Weiter ${words.toThe}`,
  },
  registrants: {
    heading: 'Registrierungen',
    none: 'Noch hat sich niemand registriert.',
    waiting: 'Wartend',
    registeredAt: (when: string): string => `Registriert am ${when}`,
    acceptAll: 'Alle Wartenden annehmen',
    download: 'Als CSV speichern',
    accept: 'Annehmen',
    reject: 'Ablehnen',
    acceptName: (name: string): string => `${name} annehmen`,
    rejectName: (name: string): string => `${name} ablehnen`,
    back: `Zurück ${words.toThe}`,
    states: { accepted: 'Angenommen', pending: 'Wartet', rejected: 'Abgelehnt' },
  },
}));
