/** The texts of the settings of a recording. */
import type { texts as english } from '../en/recording-settings.ts';

export const texts: typeof english = () => ({
  recordingSettings: {
    heading: 'Einstellungen der Aufzeichnung',
    name: 'Name',
    about: 'Beschreibung',
    link: 'Link zum Ansehen',
    password: 'Passwort',
    passwordHint: 'Bis zu 16 Zeichen. Wer den Link hat, wird danach gefragt. Leer: kein Passwort.',
    access: 'Wer den Link hat',
    view: 'kann sie ansehen',
    fetch: 'kann sie herunterladen',
    register: 'registriert sich zuerst mit Name und E-Mail-Adresse',
    more: 'Mehr',
    end: 'Adresse, zu der Browser am Ende gehen',
    save: 'Speichern',
    back: 'Zurück zu den Aufzeichnungen',
  },
});
