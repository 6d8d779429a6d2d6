/** The texts of somebody’s profile, and of where they are signed in. */
import type { texts as english } from '../en/profile.ts';

export const texts: typeof english = () => ({
  profile: {
    heading: 'Profil',
    userName: 'Benutzername',
    name: 'Name',
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail-Adresse',
    emailHint: 'Eine neue Adresse zählt für Einladungen, sobald Sie sie per E-Mail bestätigt haben.',
    unconfirmed: 'Diese Adresse ist noch nicht bestätigt.',
    confirm: 'Bestätigen',
    zone: 'Zeitzone',
    phone: 'Telefon',
    mobile: 'Mobil',
    company: 'Firma',
    title: 'Position',
    save: 'Speichern',
    saved: 'Ihr Profil ist gespeichert.',
    keptElsewhere:
      'Ihre Organisation verwaltet diese Konten in einem anderen System. Ändern Sie Ihr Profil dort.',
    changePassword: 'Passwort ändern',
    seeDevices: 'Wo Sie angemeldet sind',
    picture: {
      heading: 'Bild',
      file: 'Anderes Bild',
      hint: 'PNG, JPEG oder WebP, höchstens 2 MB. Gezeigt wird die Mitte, in Meetings und neben Ihrem Namen. Was eine Kamera hineingeschrieben hat, wird entfernt.',
      put: 'Bild speichern',
      remove: 'Bild entfernen',
      done: { saved: 'Ihr Bild ist gespeichert.', removed: 'Ihr Bild ist entfernt.' },
      problems: new Map([
        ['NoFile', 'Wählen Sie erst eine Datei.'],
        ['TooLarge', 'Das Bild ist größer als 2 MB.'],
        [
          'PictureRefused',
          'Das ist kein PNG-, JPEG- oder WebP-Bild von 32 bis 4096 Punkten Breite und Höhe, oder es ist beschädigt.',
        ],
      ]),
    },
  },
  devices: {
    heading: 'Angemeldete Geräte',
    lead: 'Browser, in denen Sie auf dieser Site angemeldet sind. Melden Sie ab, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.',
    name: (browser: string, system: string | undefined): string =>
      system === undefined ? browser : `${browser} auf ${system}`,
    unknown: 'Unbekannter Browser',
    isThis: 'Dieses Gerät',
    signedIn: (when: string): string => `Angemeldet ${when}`,
    seen: (last: string, when: string): string => `Zuletzt ${last}, angemeldet ${when}`,
    bySingleSignOn: 'über Single Sign-On',
    end: 'Abmelden',
    endName: (name: string): string => `${name} abmelden`,
    endOthers: 'Alle anderen abmelden',
    onlyThis: 'Sonst sind Sie nirgends angemeldet.',
    done: { ended: 'Das Gerät ist abgemeldet.', others: 'Alle anderen Geräte sind abgemeldet.' },
    back: 'Zurück zum Profil',
  },
});
