/** The texts of programs of events. */
import type { texts as english } from '../en/programs.ts';

export const texts: typeof english = () => ({
  program: {
    heading: 'Programm',
    events: 'Veranstaltungen',
    none: 'Zurzeit ist keine Veranstaltung geplant. Sehen Sie später wieder vorbei.',
    more: 'Es gibt mehr Veranstaltungen, als hier Platz haben.',
  },
  programs: {
    heading: 'Veranstaltungs\u00adprogramme',
    yours: 'Programme',
    none: 'Es gibt noch kein Programm.',
    noneHint:
      'Ein Programm zeigt Veranstaltungen, die zusammengehören, auf einer Seite. Legen Sie hier das erste an.',
    number: (id: string): string => `Nummer ${id}`,
    statuses: { PUBLIC: 'Öffentlich', PRIVATE: 'Mit Konto', UNLISTED: 'Nicht aufgeführt' },
    change: 'Ändern',
    changeName: (name: string): string => `${name} ändern`,
    end: 'Beenden',
    endName: (name: string): string => `${name} beenden`,
    make: 'Programm anlegen',
    save: 'Speichern',
    name: 'Name',
    status: 'Wer es sieht',
    description: 'Worum es geht',
    expected: 'Erwartete Registrierungen',
    budget: 'Budget',
    after: 'Seite nach der Registrierung',
    home: 'Zurück zu Ihren Meetings',
  },
});
