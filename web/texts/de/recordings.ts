/** The texts of the pages by which hosts look after their recordings. */
import type { texts as english } from '../en/recordings.ts';

/** Why nothing could be made of a recording, or why it stayed as it came. */
const WHYS = new Map([
  ['empty', 'Es wurde nichts aufgezeichnet.'],
  ['unreadable', 'Die Datei ist beschädigt: Niemand kann sie lesen.'],
  ['partly', 'Ein Teil ließ sich nicht einfügen. Was aufgezeichnet wurde, liegt daneben.'],
  ['unconverted', 'Sie ist geblieben, wie sie kam: Es ließ sich kein MP4 daraus machen.'],
  ['noFfmpeg', 'Sie ist geblieben, wie sie kam: Diesem Server fehlt ffmpeg, um ein MP4 daraus zu machen.'],
  ['large', 'Sie ist geblieben, wie sie kam: Sie ist zu lang, um neu gemacht zu werden.'],
  ['full', 'Sie wartet, bis auf der Platte Platz ist.'],
]);

export const texts: typeof english = () => ({
  recordings: {
    heading: 'Aufzeichnungen',
    views: 'Wessen Aufzeichnungen',
    shelves: 'Aufbewahrt oder gelöscht',
    pages: 'Seiten',
    kept: 'Aufbewahrt',
    bin: 'Papierkorb',
    own: 'Ihre',
    site: 'Die der Site',

    searchLabel: 'Nach Namen suchen',
    search: 'Suchen',
    orderLabel: 'Reihenfolge',
    orders: {
      newest: 'Neueste zuerst',
      name: 'Nach Namen',
      longest: 'Längste zuerst',
      largest: 'Größte zuerst',
    },
    all: 'Alle anzeigen',
    before: 'Vorige Seite',
    after: 'Nächste Seite',
    count: (count: number): string => (count === 1 ? '1 Aufzeichnung' : `${count} Aufzeichnungen`),

    none: 'Noch keine Aufzeichnungen',
    noneHint:
      'Zeichnen Sie ein Meeting in seinem Raum unter „Mehr“ auf, oder laden Sie hier eine Datei hoch.',
    noneOfSite: 'Auf dieser Site hat noch niemand etwas aufgezeichnet.',
    noneFound: (name: string): string => `Keine Aufzeichnung heißt „${name}“`,
    binEmpty: 'Der Papierkorb ist leer',
    binHint: (days: number): string =>
      `Was gelöscht wird, bleibt ${days} Tage hier und kann so lange wiederhergestellt werden.`,

    play: (name: string): string => `${name} ansehen`,
    copy: 'Link kopieren',
    copyName: (name: string): string => `Link zu ${name} kopieren`,
    copied: 'Link kopiert',
    settings: 'Einstellungen',
    settingsName: (name: string): string => `Einstellungen von ${name}`,
    download: 'Herunterladen',
    downloadName: (name: string): string => `${name} herunterladen`,
    remove: 'Löschen',
    removeName: (name: string): string => `${name} löschen`,
    restore: 'Wiederherstellen',
    restoreName: (name: string): string => `${name} wiederherstellen`,
    erase: 'Endgültig löschen',
    eraseName: (name: string): string => `${name} endgültig löschen`,
    eraseHeading: 'Diese Aufzeichnung endgültig löschen?',
    eraseLead: (name: string): string => `„${name}“ kann danach nicht wiederhergestellt werden.`,
    cancel: 'Abbrechen',
    daysLeft: (days: number): string =>
      days === 0
        ? 'Verschwindet in wenigen Stunden'
        : days === 1
          ? 'Noch 1 Tag bis zum endgültigen Löschen'
          : `Noch ${days} Tage bis zum endgültigen Löschen`,

    states: {
      RECORDING: 'Läuft gerade',
      PROCESSING: 'Wird aufbereitet',
      READY: 'Bereit',
      FAILED: 'Nichts erhalten',
    },
    hasPassword: 'Passwort',
    isClosed: 'Nur für Sie',

    done: {
      deleted: (name: string): string => `„${name}“ ist im Papierkorb.`,
      restored: (name: string): string => `„${name}“ ist wieder da.`,
      erased: (_name: string): string => 'Die Aufzeichnung ist endgültig gelöscht.',
      saved: (name: string): string => `Die Einstellungen von „${name}“ sind gespeichert.`,
      brought: (name: string): string => `„${name}“ ist angekommen.`,
    },
    undo: 'Rückgängig',

    space: (used: string, most: string | undefined): string =>
      most === undefined ? `${used} belegt` : `${used} von ${most} belegt`,
    spaceLabel: 'Platz, den die Aufzeichnungen der Site belegen',

    upload: {
      heading: 'Aufzeichnung hochladen',
      file: 'Aufzeichnungsdatei',
      submit: 'Hochladen',
      kinds:
        'MP4 und WebM können hier angesehen werden. ARF, WRF und WMV werden zum Herunterladen aufbewahrt.',
    },

    /** Beside those that every page knows. */
    problems: new Map([
      ['NoFile', 'Wählen Sie erst eine Datei.'],
      ['NoRoom', 'Diese Datei ist größer als der Platz, der für Aufzeichnungen bleibt.'],
      [
        'NoAnswer',
        'Die Verbindung brach ab, von der Datei ist nichts erhalten. Versuchen Sie es noch einmal.',
      ],
      [
        'RecordingSpaceUsed',
        'Für diese Aufzeichnung ist kein Platz mehr. Löschen Sie, was nicht mehr gebraucht wird.',
      ],
      ['TooLarge', 'Diese Datei ist größer, als eine Aufzeichnung sein darf.'],
      ['SignedOut', 'Sie sind abgemeldet. Melden Sie sich an, und versuchen Sie es noch einmal.'],
    ]),

    whyItStayed: (problem: string): string => WHYS.get(problem) ?? 'Sie ist geblieben, wie sie kam.',
  },
});
