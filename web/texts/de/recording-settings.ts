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
    transcript: 'Transkript',
    noTranscript:
      'Noch hat niemand aufgeschrieben, was gesagt wird. Sobald es da ist, zeigt die Aufzeichnung Untertitel.',
    kept: (cues: number, source: 'HOST' | 'PROGRAM', language: string | undefined): string => {
      const passages = cues === 1 ? 'Ein Abschnitt' : `${cues} Abschnitte`;
      const of =
        source === 'HOST' ? 'von Menschen hochgeladen oder verbessert' : 'von einem Programm aufgeschrieben';
      return `${passages}, ${of}${language === undefined ? '' : `, Sprache: ${language}`}.`;
    },
    awaited: {
      WAITING: 'Ein Programm schreibt auf, was gesagt wird. In einer Weile ist es da.',
      FAILED:
        'Das Programm konnte nicht aufschreiben, was gesagt wird. Sie können selbst Untertitel hochladen.',
    },
    fetchVtt: 'Untertitel herunterladen (VTT)',
    fetchTxt: 'Text herunterladen',
    bring: 'Untertitel der Aufzeichnung',
    replaceWith: 'Andere Untertitel an ihrer Stelle',
    bringHint: 'Eine Datei in WebVTT oder SRT bis 4 MB. Namen der Sprechenden bleiben, Gestaltung nicht.',
    upload: 'Untertitel hochladen',
    replace: 'Untertitel ersetzen',
    removeTranscript: 'Transkript entfernen',
    unreadable: (rule: string, line: number | undefined): string =>
      line === undefined
        ? `Die Datei ist nicht lesbar: ${rule}. Nichts wurde geändert.`
        : `Die Datei ist nicht lesbar, Zeile ${line}: ${rule}. Nichts wurde geändert.`,
    rules: {
      large: 'sie hat mehr als 4 MB',
      nothing: 'es steht nichts darin, was gesagt wird',
      notimes: 'hier gehört eine Zeile mit Zeiten hin, etwa 00:00:01.000 --> 00:00:02.500',
      time: 'eine Zeit ist nicht lesbar',
      late: 'eine Zeit liegt jenseits von 100 Stunden',
      backwards: 'ein Abschnitt endet, bevor er beginnt',
      long: 'ein Abschnitt hat mehr als 5.000 Zeichen',
      many: 'es sind mehr als 20.000 Abschnitte',
    },
    back: 'Zurück zu den Aufzeichnungen',
  },
});
