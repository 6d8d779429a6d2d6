/** The texts of recordings that are watched and fetched, and of what stands in front of them. */
import type { texts as english } from '../en/playback.ts';

export const texts: typeof english = () => ({
  playback: {
    heading: 'Aufzeichnung',
    captions: 'Untertitel',
    player: (name: string): string => `Aufzeichnung: ${name}`,
    duration: (seconds: number): string => {
      const minutes = Math.round(seconds / 60);
      if (minutes < 1) return `${Math.round(seconds)} s`;
      return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
    },
    chapters: 'Was wann geschah',
    chapter: {
      segment: (title: string): string => title || 'Ein Teil beginnt',
      joined: (title: string): string => `${title} kam dazu`,
      left: (title: string): string => `${title} ging`,
      share: (title: string): string =>
        title === '' ? 'Ein Bildschirm wird freigegeben' : `${title} gab den Bildschirm frei`,
      chat: (title: string): string => title,
    },
    transcript: 'Transkript',
    searchTranscript: 'Gesagtes durchsuchen',
    foundInTranscript: (count: number): string =>
      count === 0 ? 'Das sagt niemand.' : count === 1 ? 'Eine Stelle' : `${count} Stellen`,
    transcriptComes: 'Das Transkript wird geholt …',
    transcriptFailed: 'Das Transkript konnte nicht geholt werden. Laden Sie die Seite neu.',
    transcriptText: 'Als Text herunterladen',
    transcriptCaptions: 'Als Untertitel herunterladen (VTT)',
    download: 'Herunterladen',
    downloadOf: (size: string): string => `Herunterladen (${size})`,
    manage: 'Ihre Aufzeichnungen',
    unplayable: {
      unfinished: 'Die Aufzeichnung wird noch aufbereitet. Kommen Sie in einer Weile wieder.',
      failed: 'Diese Aufzeichnung konnte nicht aufbewahrt werden.',
      format:
        'Kein Browser spielt Aufzeichnungen dieser Art ab. Laden Sie sie herunter, um sie mit dem passenden Programm anzusehen.',
    },

    passwordHeading: 'Diese Aufzeichnung hat ein Passwort',
    passwordLead: 'Wer Ihnen den Link gesendet hat, kennt es.',
    password: 'Passwort der Aufzeichnung',
    view: 'Aufzeichnung ansehen',
    fetch: 'Aufzeichnung herunterladen',

    registrationHeading: 'Sagen Sie, wer Sie sind, um diese Aufzeichnung zu sehen',
    registrationLead: 'Der Host der Aufzeichnung erfährt, was Sie hier eingeben.',

    closed: {
      view: {
        heading: 'Diese Aufzeichnung ist für Sie nicht freigegeben',
        lead: 'Ihr Host lässt sie niemanden sonst ansehen.',
      },
      download: {
        heading: 'Diese Aufzeichnung kann nicht heruntergeladen werden',
        lead: 'Ihr Host lässt sie niemanden sonst herunterladen.',
      },
    },
    hostSignIn: 'Als Host anmelden',
  },
});
