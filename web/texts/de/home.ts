/** The texts of the start page of whoever is signed in. */
import type { texts as english } from '../en/home.ts';

export const texts: typeof english = () => ({
  home: {
    heading: (name: string): string => `Guten Tag, ${name}`,
    signedInAs: 'Sie sind angemeldet als',
    meetNow: 'Jetzt ein Meeting starten',
    yourSessions: 'Ihre Meetings',
    none: 'Nichts geplant.',
    noneHint: 'Hier erscheinen Meetings, die Sie leiten oder zu denen Sie eingeladen sind.',
    more: 'Es gibt noch mehr Meetings als diese.',
    host: 'Host',
    recordings: 'Aufzeichnungen',
    personalRoom: 'Ihr persönlicher Raum',
    personalRoomLead: 'Immer dieselbe Adresse, immer Ihre. Senden Sie sie allen, die Sie treffen möchten.',
    open: 'Raum öffnen',
    console: 'Site verwalten',
  },
});
