/** The texts of signing in. */
import type { texts as english } from '../en/sign-in.ts';

export const texts: typeof english = () => ({
  signInPage: {
    lead: 'Willkommen zurück. Melden Sie sich an, um Meetings zu starten und zu planen.',
    userName: 'Benutzername',
    password: 'Passwort',
    forgot: 'Passwort vergessen?',
    identityProvider: 'Über Ihre Organisation anmelden',
    or: 'oder',
    signedOut: 'Sie sind abgemeldet.',
    passwordChanged: 'Ihr Passwort ist geändert. Melden Sie sich mit dem neuen an.',
    noWay: 'Hier kann sich niemand mit einem Formular anmelden. Nutzen Sie den Link, den Sie bekommen haben.',
  },
});
