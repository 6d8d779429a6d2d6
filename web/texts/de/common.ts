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
  optional: 'optional',
  help: 'Hilfe',
  privacy: 'Datenschutz',
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

  /** The menu of whoever is signed in. */
  menu: {
    items: {
      profile: 'Profil',
      password: 'Passwort ändern',
      devices: 'Angemeldete Geräte',
      tokens: 'Token und Apps',
    },
  },
  appearance: {
    label: 'Sprache und Farben',
    language: 'Sprache',
    theme: 'Farben',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  },
  /** Of this catalogue. */
  lang: 'de',
});
