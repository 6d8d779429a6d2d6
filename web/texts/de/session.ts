/** The texts of what a session is, when, and with whom. */
import type { texts as english } from '../en/session.ts';
import { about, capital } from './words.ts';

/** `20 Minuten`, `1 Stunde`. */
function span(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} ${minutes === 1 ? 'Minute' : 'Minuten'}`;
  return minutes === 60 ? '1 Stunde' : `${minutes / 60} Stunden`;
}

export const texts: typeof english = about((words) => ({
  session: {
    number: words.number,
    host: 'Host',
    when: 'Wann',
    agenda: 'Tagesordnung',
    inProgress: 'Läuft gerade',
    isLocked: 'Abgeschlossen',
    isRecorded: 'Wird aufgezeichnet',
    dates: 'Termine',
    description: 'Worum es geht',
    panel: 'Auf dem Podium',
    speaker: `Sie sind ${words.speaking} eingeladen.`,
    states: {
      accepted: 'Sie sind registriert.',
      pending: 'Ihre Registrierung wartet auf Freigabe.',
      rejected: 'Ihre Registrierung wurde nicht angenommen.',
    },
    closed: {
      closed: 'Die Registrierung ist geschlossen.',
      full: 'Keine Registrierung mehr möglich: Alle Plätze sind vergeben.',
    },
    opens: (minutes: number): string =>
      minutes === 0
        ? 'Sie können teilnehmen, sobald der Host begonnen hat.'
        : `Sie können ${span(minutes)} vor Beginn hinein.`,
    image: (name: string): string => `Bild von ${name}`,
    yourTime: (zone: string): string => `Ihre Zeit, ${zone}`,
    calendar: 'In den Kalender',
    callIn: 'Per Telefon einwählen',
    join: 'Teilnehmen',
    start: `${words.short} starten`,
    register: 'Registrieren',
    registrants: 'Registrierungen',
    tests: 'Tests',
    pending: (count: number): string => (count === 1 ? '1 wartet auf Sie' : `${count} warten auf Sie`),
    hostSignIn: 'Sind Sie der Host? Melden Sie sich an, um zu beginnen',
    noWay: `${capital(words.this)} ist zurzeit nicht zugänglich.`,
  },
}));
