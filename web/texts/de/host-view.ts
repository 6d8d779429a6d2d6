/** The texts of what those who manage a session see on its page. */
import type { texts as english } from '../en/host-view.ts';
import { about } from './words.ts';

export const texts: typeof english = about((words) => ({
  hostView: {
    tracking: 'Zuordnungscodes',
    trackingCode: (index: number): string => `Zuordnungscode ${index}`,
    invitation: 'Einladung',
    password: 'Passwort',
    copy: 'Einladung kopieren',
    copied: 'Kopiert',
    people: (count: number): string => (count === 0 ? 'Personen' : `Personen (${count})`),
    nobody: 'Niemand ist namentlich eingeladen. Senden Sie die Einladung allen, die Sie treffen möchten.',
    states: { invited: 'Eingeladen', accepted: 'Angenommen', pending: 'Wartet', rejected: 'Abgelehnt' },
    roles: { presenter: 'Vortragend', panelist: 'Podium', cohost: 'Stellvertretender Host' },
    days: 'Nächste Termine der Serie',
    moved: 'Verschoben',
    changed: 'Geändert',
    dropped: 'Abgesagt',
    change: 'Ändern',
    changeDay: (day: string): string => `${day} ändern`,
    held: 'Wer da war',
    heldOn: (day: string, minutes: number): string =>
      `${day}, ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`}`,
    nobodyThere: 'Niemand außer dem Host',
    edit: 'Bearbeiten',
    editSeries: 'Serie bearbeiten',
    cancel: `${words.short} absagen`,
    cancelSeries: 'Ganze Serie absagen',
    cancelQuestion:
      'Alle Eingeladenen werden benachrichtigt, und der Link gilt nicht mehr. Das kann nicht rückgängig gemacht werden.',
    done: {
      SCHEDULED: `${words.short} geplant. Kopieren Sie unten die Einladung, oder starten Sie, wenn es Zeit ist.`,
      CHANGED: 'Ihre Änderungen sind gespeichert. Alle Eingeladenen werden benachrichtigt.',
      MOVED: 'Dieser Termin ist verschoben. Alle Eingeladenen werden benachrichtigt.',
      DROPPED: 'Dieser Termin findet nicht statt. Alle Eingeladenen werden benachrichtigt.',
    },
  },
}));
