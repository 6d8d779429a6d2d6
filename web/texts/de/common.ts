/** The texts that any page may show. */
import type { texts as english } from '../en/common.ts';

export const texts: typeof english = () => ({
  product: 'Parlance',
  skip: 'Zum Inhalt springen',
  account: 'Ihr Konto',
  signOut: 'Abmelden',
  signIn: 'Anmelden',
  oneMoment: 'Einen Moment …',
  showPassword: 'Passwort anzeigen',
  hidePassword: 'Passwort verbergen',
  required: 'erforderlich',
  optional: 'freiwillig',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  back: 'Zurück',
  /** The way between the pages of somebody who is signed in. */
  hostNav: {
    label: 'Ihre Seiten',
    items: {
      home: 'Start',
      meetings: 'Meetings',
      schedule: 'Planen',
      recordings: 'Aufzeichnungen',
      contacts: 'Kontakte',
      room: 'Persönlicher Raum',
      profile: 'Profil',
    },
  },
});
