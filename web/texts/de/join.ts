/** The texts of joining a session. */
import type { texts as english } from '../en/join.ts';
import { about, capital } from './words.ts';

export const texts: typeof english = about((words) => ({
  join: {
    heading: `Teilnehmen`,
    name: 'Ihr Name',
    email: 'E-Mail-Adresse',
    password: words.password,
    panelPassword: 'Podiumspasswort',
    registrationID: 'Registrierungs-ID',
    submit: 'Teilnehmen',
    signIn: 'Ich habe ein Konto: anmelden',
    accountRequired: `${capital(words.the)} ist nur für Personen mit einem Konto auf dieser Site.`,
    register: 'Noch nicht registriert? Registrieren',
  },
}));
