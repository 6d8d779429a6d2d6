/** The texts of the address book of a host. */
import type { texts as english } from '../en/contacts.ts';

export const texts: typeof english = () => ({
  contacts: {
    heading: 'Kontakte',
    lead: 'Personen, die Sie wieder treffen. Beim Planen werden sie Ihnen vorgeschlagen.',
    count: (count: number): string => (count === 1 ? '1 Kontakt' : `${count} Kontakte`),
    searchLabel: 'Nach Name, Adresse oder Firma suchen',
    search: 'Suchen',
    all: 'Alle anzeigen',
    none: 'Noch keine Kontakte',
    noneHint: 'Legen Sie hier den ersten an, oder importieren Sie eine Datei.',
    noneFound: 'So heißt niemand',
    pages: 'Seiten',
    before: 'Vorige Seite',
    after: 'Nächste Seite',
    change: 'Ändern',
    changeName: (name: string): string => `${name} ändern`,
    remove: 'Löschen',
    removeName: (name: string): string => `${name} löschen`,
    add: 'Kontakt anlegen',
    edit: 'Kontakt ändern',
    cancel: 'Abbrechen',
    name: 'Name',
    email: 'E-Mail-Adresse',
    company: 'Firma',
    title: 'Position',
    phone: 'Telefon',
    mobile: 'Mobil',
    notes: 'Notizen',
    save: 'Speichern',
    groups: 'Gruppen',
    noGroups: 'Gruppen fassen Kontakte zusammen, die Sie gemeinsam einladen.',
    newGroup: 'Name einer neuen Gruppe',
    makeGroup: 'Gruppe anlegen',
    files: 'Importieren und exportieren',
    filesHint:
      'CSV, wie andere Programme es schreiben, mit Überschriften. Eine vorhandene Adresse wird aktualisiert.',
    file: 'Datei mit Kontakten',
    bring: 'Importieren',
    fetch: 'Alle als CSV exportieren',
    imported: (taken: number, left: number): string =>
      `${taken === 1 ? '1 Kontakt wurde' : `${taken} Kontakte wurden`} importiert.${
        left === 0
          ? ''
          : ` ${left === 1 ? '1 Zeile fehlt' : `${left} Zeilen fehlen`}: keine E-Mail-Adresse oder kein Platz.`
      }`,
    done: {
      saved: 'Der Kontakt ist gespeichert.',
      removed: 'Der Kontakt ist gelöscht.',
      grouped: 'Die Gruppe ist angelegt.',
      ungrouped: 'Die Gruppe ist gelöscht. Ihre Kontakte bleiben.',
      imported: 'Die Datei ist importiert.',
    },
    /** Beside those that every page knows. */
    problems: new Map([
      ['ContactTaken', 'Ein anderer Kontakt hat diese E-Mail-Adresse schon.'],
      ['GroupTaken', 'Eine Gruppe mit diesem Namen gibt es schon.'],
      ['GroupNameless', 'Die Gruppe braucht einen Namen.'],
      ['NoFile', 'Wählen Sie erst eine Datei.'],
      [
        'NoAddresses',
        'Keine Spalte der Datei enthält E-Mail-Adressen. Nennen Sie ihre Überschrift „E-Mail“.',
      ],
      ['FileBroken', 'Das ist keine Textdatei mit Zeilen und Spalten (CSV).'],
      ['TooLarge', 'Die Datei ist größer als 4 MB.'],
      ['InvalidDataFormat', 'Für weitere Kontakte ist kein Platz.'],
    ]),
  },
});
