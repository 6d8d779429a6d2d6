/** The texts of lists of meetings by days. */
import type { texts as english } from '../en/meeting-list.ts';

export const texts: typeof english = () => ({
  meetingList: {
    now: 'Jetzt',
    today: 'Heute',
    tomorrow: 'Morgen',
    anyTime: 'Jederzeit',
    inProgress: 'Läuft',
    start: 'Starten',
    join: 'Teilnehmen',
    startName: (name: string, runs: boolean): string => (runs ? `An ${name} teilnehmen` : `${name} starten`),
    watch: 'Ansehen',
    watchName: (name: string): string => `Aufzeichnung von ${name} ansehen`,
    by: (host: string): string => `von ${host}`,
    repeats: (type: string): string => REPEATS[type] ?? 'Wiederholt sich',
    states: { held: 'Stattgefunden', 'not-held': 'Nicht stattgefunden' },
    zone: (zone: string): string => `Alle Zeiten in der Zeitzone ${zone}.`,
  },
});

const REPEATS: Readonly<Record<string, string>> = {
  DAILY: 'Täglich',
  WEEKLY: 'Wöchentlich',
  MONTHLY: 'Monatlich',
  YEARLY: 'Jährlich',
  IRREGULARLY: 'An mehreren Tagen',
};
