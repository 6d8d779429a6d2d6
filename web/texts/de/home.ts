/** The texts of the start page of whoever is signed in. */
import type { texts as english } from '../en/home.ts';

export const texts: typeof english = () => ({
  home: {
    heading: (name: string): string => `Guten Tag, ${name}`,
    meetNow: 'Jetzt starten',
    schedule: 'Meeting planen',
    number: 'Meeting-Nummer',
    join: 'Teilnehmen',
    yourSessions: 'Ihre Meetings',
    host: 'Host',
    none: 'Nichts geplant.',
    noneHint: 'Hier erscheinen Meetings, zu denen Sie eingeladen sind.',
    noneHintHost: 'Hier erscheinen Meetings, die Sie planen oder zu denen Sie eingeladen sind.',
    scheduleFirst: 'Meeting planen',
    all: 'Alle Ihre Meetings',
    personalRoom: 'Ihr persönlicher Raum',
    personalRoomLead: 'Immer dieselbe Adresse, immer Ihre. Senden Sie sie allen, die Sie treffen möchten.',
    open: 'Raum öffnen',
    console: 'Site verwalten',
  },
});
